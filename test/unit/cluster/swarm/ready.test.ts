import { expect, test } from '@jest/globals'
import { formSwarm } from '../../../../src/cluster/swarm/form.ts'
import type { Member } from '../../../../src/cluster/swarm/member.ts'
import { labelNode } from '../../../../src/cluster/swarm/node-labels.ts'
import { waitForReady } from '../../../../src/cluster/swarm/ready.ts'
import { jumpingClock } from '../fake-engine.ts'
import { fakeSwarm, threeManagersTwoWorkers } from './builders.ts'

const fx = () => ({ clock: jumpingClock(), signal: new AbortController().signal })

test('ready means every one of them; the ids come in their order', async () => {
  const { members, settings } = fakeSwarm(threeManagersTwoWorkers)
  const manager = await formSwarm(members, fx())
  for (const { name } of members) settings.ready.add(name)
  expect(await waitForReady(members, manager, fx())).toEqual(members.map(m => `id-${m.name}`))
})

test('who is missing is named', async () => {
  const { members, settings } = fakeSwarm(threeManagersTwoWorkers)
  const manager = await formSwarm(members, fx())
  for (const name of ['manager1', 'manager2', 'worker2']) settings.ready.add(name)
  await expect(waitForReady(members, manager, fx())).rejects.toMatchObject({
    code: 'timed-out',
    message: expect.stringMatching(/missing: manager3, worker1/)
  })
})

test('a node of another swarm is found out at once, not after the deadline', async () => {
  const { members, settings } = fakeSwarm(threeManagersTwoWorkers.slice(2))
  const manager = (await formSwarm(members, fx())) as Member
  const other = fakeSwarm([{ name: 'worker9', role: 'worker', state: 'active' }]).members
  for (const { name } of members) settings.ready.add(name)
  await expect(waitForReady([...members, ...other], manager, fx())).rejects.toMatchObject({
    code: 'cluster-failed',
    message: 'worker9 is not in the swarm of manager3'
  })
})

test('labels are added to those that are there, once', async () => {
  const { members, log, labels, settings } = fakeSwarm(threeManagersTwoWorkers)
  const manager = await formSwarm(members, fx())
  settings.outOfSequence = 1
  await labelNode(manager, 'id-worker1', { data: 'persistent' }, fx())
  await labelNode(manager, 'id-worker1', { data: 'persistent' }, fx())
  expect(labels.get('worker1')).toEqual({ kept: 'yes', data: 'persistent' })
  expect(log.filter(line => line === 'label worker1')).toHaveLength(1)
})
