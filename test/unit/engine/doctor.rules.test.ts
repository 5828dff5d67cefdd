import { describe, expect, test } from '@jest/globals'
import { diagnose } from '../../../src/engine/doctor.rules.ts'
import { findings, hostEngine } from './findings-builder.ts'

describe('which engine', () => {
  test('auto takes an engine that can carry a mesh, and then misses nothing', () => {
    const seen = findings({ host: hostEngine(true), missingPackages: ['qemu-system-x86'] })
    expect(diagnose(seen, 'auto')).toMatchObject({
      canRun: true,
      engine: 'host',
      verdict: 'Docker Engine 28.5.2 on this machine can carry a routing mesh and is used',
      missing: [],
      install: undefined
    })
  })

  test('auto passes over an engine without IPVS, and says why', () => {
    const { engine, verdict } = diagnose(findings({ host: hostEngine(false) }), 'auto')
    expect(engine).toBe('vm')
    expect(verdict).toBe(
      'Docker Engine 28.5.2 on this machine cannot carry a routing mesh, because its kernel has no IPVS or no vxlan; ' +
        'a VM is used: QEMU 10.0.2, without acceleration (TCG)'
    )
  })

  test('host is not replaced by a VM', () => {
    const seen = diagnose(findings({ host: hostEngine(false), missingPackages: ['qemu-system-x86'] }), 'host')
    expect(seen).toMatchObject({ canRun: false, engine: undefined, missing: [] })
    expect(seen.wayOut).toContain('--endpoint dnsrr')
  })

  test('vm is not replaced by the host', () => {
    expect(diagnose(findings({ host: hostEngine(true) }), 'vm').engine).toBe('vm')
  })

  test('an engine that was named and does not answer is not worked around', () => {
    const seen = diagnose(findings({ isHostNamed: true }), 'auto')
    expect(seen).toMatchObject({ canRun: false, verdict: 'no engine answers', wayOut: 'start one' })
    expect(diagnose(findings({ isHostNamed: true, host: hostEngine(false) }), 'auto').engine).toBe('vm')
    expect(diagnose(findings({ isHostNamed: true }), 'vm').engine).toBe('vm')
  })

  test.each([
    [{ acceleration: 'kvm', reason: '', isProved: true }, 'accelerated by KVM'],
    [{ acceleration: 'tcg', reason: '', isProved: true }, 'without acceleration (TCG)'],
    [{ acceleration: 'tcg', reason: '', isProved: false }, 'its first start finds out']
  ] as const)('%j is said as %j', (acceleration, said) => {
    expect(diagnose(findings({ qemu: { acceleration } }), 'vm').verdict).toContain(said)
  })
})

describe('what is missing', () => {
  const missingPackages = ['qemu-system-x86', 'mmdebstrap']

  test.each([
    ['root', 'apt-get install --no-install-recommends qemu-system-x86 mmdebstrap'],
    ['sudo', 'sudo apt-get install --no-install-recommends qemu-system-x86 mmdebstrap'],
    ['none', 'sudo apt-get install --no-install-recommends qemu-system-x86 mmdebstrap']
  ] as const)('the exact line for %s', (privilege, line) => {
    const seen = diagnose(findings({ missingPackages, apt: { privilege } }), 'auto')
    expect(seen).toMatchObject({ canRun: false, missing: missingPackages, install: line })
    expect(seen.wayOut).toContain(line)
  })

  test('no line where there is no apt', () => {
    const seen = diagnose({ ...findings({ missingPackages }), apt: undefined }, 'auto')
    expect(seen).toMatchObject({
      canRun: false,
      install: undefined,
      wayOut: 'install it as your system does'
    })
  })

  test('nothing is missing where no VM can be made anyway', () => {
    const seen = diagnose(
      findings({ system: { platform: 'darwin', arch: 'arm64' }, missingPackages }),
      'auto'
    )
    expect(seen).toMatchObject({ canRun: false, missing: [] })
    expect(seen.verdict).toContain('darwin arm64')
  })
})

describe('where a VM comes from', () => {
  test.each([
    ['unreachable', 'does not answer'],
    ['not-configured', 'name no Debian archive']
  ] as const)('an archive that is %s', (archive, said) => {
    const seen = diagnose(findings({ apt: { archive } }), 'auto')
    expect(seen.canRun).toBe(false)
    expect(seen.verdict).toContain(said)
  })

  test('an apt that takes its time is not one that is missing', () => {
    expect(diagnose(findings({ apt: { archive: 'unknown' } }), 'auto')).toMatchObject({
      canRun: true,
      engine: 'vm'
    })
  })

  test('a VM that is built needs no archive', () => {
    const seen = findings({ apt: { archive: 'unreachable' }, qemu: { isVmBuilt: true } })
    expect(diagnose(seen, 'auto').engine).toBe('vm')
  })
})

describe('the checks', () => {
  const status = (seen: Parameters<typeof findings>[0]) =>
    Object.fromEntries(diagnose(findings(seen), 'auto').checks.map(check => [check.name, check.status]))

  test('what a good machine lacks is a note, what stops it is bad', () => {
    expect(status({})).toMatchObject({ QEMU: 'good', engine: 'note', 'kernel ip_vs': 'note' })
    const without = { qemu: { version: undefined }, missingPackages: ['qemu-system-x86'] }
    expect(status(without)).toMatchObject({ QEMU: 'bad', "VM's packages": 'bad' })
    expect(status({ ...without, host: hostEngine(true) })).toMatchObject({
      QEMU: 'note',
      "VM's packages": 'note'
    })
  })

  test('little disk and little memory are told', () => {
    const small = status({
      cache: { freeBytes: 1024 ** 3 },
      system: { memoryAvailableBytes: 1024 ** 3, cores: 1 }
    })
    expect(small).toMatchObject({ disk: 'note', memory: 'note', processor: 'note' })
  })

  test('a module that modprobe would load says so', () => {
    const [check] = diagnose(findings({ kernel: { ip_vs: 'loadable' } }), 'auto').checks.filter(
      each => each.name === 'kernel ip_vs'
    )
    expect(check).toMatchObject({ seen: 'not loaded yet', hint: 'modprobe ip_vs' })
  })
})
