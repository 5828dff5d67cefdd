import { expect, test } from '@jest/globals'
import { checksOf } from '../../../src/engine/doctor-checks.rules.ts'
import { firewallFault, knownFaults } from '../../../src/engine/known-faults.rules.ts'
import { findings, hostEngine } from './findings-builder.ts'

test.each([
  ['28.5.2', ['CVE-2026-92543', 'CVE-2026-92542']],
  ['29.8.1', ['CVE-2026-92543', 'CVE-2026-92542']],
  ['29.8.2', []],
  ['29.10.0', []],
  ['30.0.0-rc.1', []],
  ['25.0.18', ['CVE-2026-92543', 'CVE-2026-92542']],
  ['25.0.19', ['CVE-2026-92543']],
  ['20.10.24+dfsg1', ['CVE-2026-92543', 'CVE-2026-92542']],
  ['dev', []]
])('an engine %s', (version, names) => expect(knownFaults(version).map(({ name }) => name)).toEqual(names))

test.each([
  ['29.6.0', 'nftables', /swarm-nftables/],
  ['29.5.3', 'nftables+firewalld', /^set "firewall-backend": "iptables" in daemon.json$/]
])('an engine %s with %s', (version, driver, hint) =>
  expect(firewallFault(version, driver)?.hint).toMatch(hint)
)

test.each(['iptables', 'iptables+firewalld', undefined])('with %s a swarm can be', driver =>
  expect(firewallFault('29.6.0', driver)).toBeUndefined()
)

test('doctor names the faults of the engine that is there', () => {
  const host = { ...hostEngine(true), version: '29.8.1' } as ReturnType<typeof hostEngine>
  const seen = checksOf(findings({ host, firewall: 'nftables' })).filter(({ name }) =>
    name.startsWith('engine ')
  )
  expect(seen.map(({ name, status }) => [name, status])).toEqual([
    ['engine CVE-2026-92543', 'note'],
    ['engine CVE-2026-92542', 'note'],
    ['engine nftables', 'note']
  ])
  const fine = checksOf(
    findings({ host: { ...host, version: '29.8.2' } as typeof host, firewall: 'iptables' })
  )
  expect(fine.filter(({ name }) => name.startsWith('engine '))).toEqual([])
})
