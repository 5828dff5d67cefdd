// Making and removing several machines, against a program that keeps them in memory.
import { expect, test } from '@jest/globals'
import type { InspectedMachine } from '../../../../../src/cluster/providers/docker-machine/answers.rules.ts'
import { createMachines } from '../../../../../src/cluster/providers/docker-machine/create-machines.ts'
import type { Machines } from '../../../../../src/cluster/providers/docker-machine/program.ts'
import { checkMachines } from '../../../../../src/cluster/providers/docker-machine/raise-machines.ts'
import { removeMachines } from '../../../../../src/cluster/providers/docker-machine/remove-machines.ts'
import { SwarmlineError } from '../../../../../src/errors.ts'
import { recordedEffects } from '../../../../support/effects.ts'

const planned = (...nodes: string[]) => nodes.map(node => ({ node, machine: `a-${node}`, line: [] }))

test('the others are begun when the first has its certificates, and not before', async () => {
  const begun: string[] = []
  const said = Promise.withResolvers<void>()
  const create: Machines['create'] = async (machine, _line, onLine) => {
    begun.push(machine)
    if (machine !== 'a-manager1') return
    onLine?.('Creating CA: /home/u/.docker/machine/certs/ca.pem')
    await new Promise(setImmediate)
    expect(begun).toEqual(['a-manager1'])
    onLine?.('Running pre-create checks...')
    await said.promise
  }
  const done = createMachines(planned('manager1', 'worker1', 'worker2'), { create }, recordedEffects().fx)
  await new Promise(setImmediate)
  await new Promise(setImmediate)
  expect(begun).toEqual(['a-manager1', 'a-worker1', 'a-worker2'])
  said.resolve()
  await done
})

test('after a failure none is begun, those under way are waited for, and the node is named', async () => {
  const ended: string[] = []
  const slow = Promise.withResolvers<void>()
  const create: Machines['create'] = async (machine, _line, onLine) => {
    onLine?.('Running pre-create checks...')
    if (machine === 'a-n1') await slow.promise
    if (machine === 'a-n2') {
      setImmediate(slow.resolve)
      throw new SwarmlineError('cluster-failed', 'no quota')
    }
    ended.push(machine)
  }
  // More than are made at once, all of them behind the one that fails.
  const many = planned(...Array.from({ length: 12 }, (_, i) => `n${i + 1}`))
  await expect(createMachines(many, { create }, recordedEffects().fx)).rejects.toThrow('node n2: no quota')
  expect(ended).toContain('a-n1')
  expect(ended).not.toContain('a-n12')
})

const RUN = { 'io.swarmline.cluster': 'a', 'io.swarmline.run': 'r1' }

/** @param there machine → the labels of its engine */
function store(there: Record<string, Record<string, string>>) {
  const refuse = () => Promise.reject(new Error('it is not asked'))
  const machines: Machines = {
    names: async () => Object.keys(there),
    inspect: async (machine): Promise<InspectedMachine> => {
      const labels = there[machine]
      if (!labels) throw new SwarmlineError('not-found', `there is no machine ${machine}`)
      return { driver: 'none', certDir: '/c', labels }
    },
    remove: async machine => {
      delete there[machine]
      return machine.endsWith('stuck') ? 'the API is down' : undefined
    },
    ...{ url: refuse, state: refuse, ssh: refuse, create: refuse }
  }
  return { machines, there }
}

const ours = (...machines: string[]) => machines.map(machine => ({ node: machine, machine, isOurs: true }))
const ground = (machines: Machines, records: { node: string; machine: string; isOurs: boolean }[]) => ({
  ...{ machines, records },
  reach: () => Promise.reject(new Error('nobody answers'))
})

test('only what the record names and its labels confirm is removed', async () => {
  const { machines, there } = store({
    'a-manager1': RUN,
    'a-worker1': { ...RUN, 'io.swarmline.run': 'another' },
    'a-worker9': RUN,
    adopted: {}
  })
  const { fx, lines } = recordedEffects()
  const records = [
    ...ours('a-manager1', 'a-worker1', 'a-gone'),
    { node: 'x', machine: 'adopted', isOurs: false }
  ]
  const removed = await removeMachines({ cluster: 'a', run: 'r1' }, ground(machines, records), fx)
  expect(removed.map(({ kind, name }) => [kind, name])).toEqual([['machine', 'a-manager1']])
  expect(Object.keys(there)).toEqual(['a-worker1', 'a-worker9', 'adopted'])
  expect(lines).toContain('machine a-worker1 is not removed: this swarm did not create it')
  expect(lines.join('\n')).toContain('the adopted machine adopted could not leave the swarm')
})

test('one that cannot be removed does not keep the others from it', async () => {
  const { machines, there } = store({ 'a-1': RUN, 'a-2': RUN, 'a-stuck': RUN })
  const inspect: Machines['inspect'] = machine =>
    machine === 'a-1' ? Promise.reject(new Error('a damaged store')) : machines.inspect(machine)
  const { fx, lines } = recordedEffects()
  const on = ground({ ...machines, inspect }, ours('a-1', 'a-2', 'a-stuck'))
  await expect(removeMachines({ cluster: 'a', run: 'r1' }, on, fx)).rejects.toThrow('a damaged store')
  expect(Object.keys(there)).toEqual(['a-1'])
  expect(lines.join('\n')).toMatch(
    /a-stuck is removed here, but .* could not remove its instance: the API is down/
  )
})

test('a machine that exists is refused with the way to adopt it', async () => {
  const { machines } = store({ 'a-manager1': {} })
  const { fx } = recordedEffects()
  await expect(checkMachines(ground(machines, ours('a-manager1')), fx)).rejects.toMatchObject({
    code: 'cluster-busy',
    hint: expect.stringContaining('--adopt a-manager1=a-manager1')
  })
  const missing = [{ node: 'worker1', machine: 'nosuch', isOurs: false }]
  await expect(checkMachines(ground(machines, missing), fx)).rejects.toMatchObject({ code: 'not-found' })
})
