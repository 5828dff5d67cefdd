// From planned nodes to engines that answer: a program that keeps its machines in memory, engines at real sockets.
import { mkdtempSync, rmSync } from 'node:fs'
import http from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { MachineGround } from '../../../../../src/cluster/providers/docker-machine/machine-ground.ts'
import type { Machines } from '../../../../../src/cluster/providers/docker-machine/program.ts'
import {
  checkMachines,
  type MachinesSpec,
  raiseMachines
} from '../../../../../src/cluster/providers/docker-machine/raise-machines.ts'
import { recordedEffects } from '../../../../support/effects.ts'
import { smallEngine } from '../../../../support/small-engine.ts'

let folder = ''
let server: http.Server
let asked: string[] = []
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'rm-'))
  asked = []
  server = http.createServer(smallEngine('n', request => asked.push(request)))
  await new Promise<void>(resolve => server.listen(`${folder}/s`, resolve))
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
  rmSync(folder, { recursive: true })
})

/** Machines have public addresses; on eth1 each has a private one. */
function ground() {
  const created: (readonly string[])[] = []
  const ways = { opened: [] as string[], closed: 0 }
  const octet = (machine: string) => (machine.endsWith('manager1') ? 1 : 2)
  const machines: Machines = {
    names: async () => ['old'],
    inspect: async machine => ({ driver: 'x', certDir: `/certs/${machine}`, labels: {} }),
    url: async machine => ({
      dockerHost: `tcp://203.0.113.${octet(machine)}:2376`,
      address: `203.0.113.${octet(machine)}`
    }),
    ssh: async machine => `3: eth1    inet 10.0.0.${octet(machine)}/24 scope global eth1\n`,
    create: async (_machine, line) => void created.push(line),
    state: async () => 'Running',
    remove: async () => undefined
  }
  const of: MachineGround = {
    machines,
    records: [
      { node: 'manager1', machine: 'a-manager1', isOurs: true },
      { node: 'worker1', machine: 'old', isOurs: false }
    ],
    reach: async ({ dockerHost, certDir }) => {
      ways.opened.push(`${dockerHost} ${certDir}`)
      return { socketPath: `${folder}/s`, close: async () => void ways.closed++ }
    }
  }
  return { of, created, ways }
}

const spec = (advertise?: string): MachinesSpec => ({
  nodes: [
    { name: 'manager1', role: 'manager' },
    { name: 'worker1', role: 'worker' }
  ],
  driver: 'x',
  flags: [],
  labels: { k: 'v' },
  advertise
})

test('only what is not adopted is made, and every node is reached at its own machine', async () => {
  const { of, created, ways } = ground()
  const nodes = await raiseMachines(spec(), of, recordedEffects().fx, async raised => {
    expect(ways.closed).toBe(0)
    return raised
  })
  expect(created).toEqual([['create', '--driver=x', '--engine-label=k=v', 'a-manager1']])
  expect(nodes.map(({ name, address, dockerHost, certDir }) => [name, address, dockerHost, certDir])).toEqual(
    [
      ['manager1', '203.0.113.1', 'tcp://203.0.113.1:2376', '/certs/a-manager1'],
      ['worker1', '203.0.113.2', 'tcp://203.0.113.2:2376', '/certs/old']
    ]
  )
  expect(ways.opened.sort()).toEqual([
    'tcp://203.0.113.1:2376 /certs/a-manager1',
    'tcp://203.0.113.2:2376 /certs/old'
  ])
  expect(ways.closed).toBe(2)
  expect(asked.filter(request => request === 'GET /version')).not.toEqual([])
})

test('nodes advertise the address of the interface or the network that was asked for', async () => {
  for (const wanted of ['eth1', '10.0.0.0/8']) {
    const addresses = await raiseMachines(spec(wanted), ground().of, recordedEffects().fx, async raised =>
      raised.map(({ address }) => address)
    )
    expect(addresses).toEqual(['10.0.0.1', '10.0.0.2'])
  }
})

test('without such an address it fails, and no connection stays open', async () => {
  const { of, ways } = ground()
  const raised = raiseMachines(spec('eth7'), of, recordedEffects().fx, async nodes => nodes)
  await expect(raised).rejects.toThrow(/machine (a-manager1|old) has no address of eth7/)
  expect(ways.closed).toBe(ways.opened.length)
})

test('a machine that is in a swarm already is not adopted', async () => {
  const { of, ways } = ground()
  await expect(checkMachines(of, recordedEffects().fx)).rejects.toThrow('machine old is in a swarm already')
  expect(ways.closed).toBe(1)
})
