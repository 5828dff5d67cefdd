import { expect, test } from '@jest/globals'
import { formSwarm } from '../../../../src/cluster/swarm/form.ts'
import { EngineAnswerError } from '../../../../src/docker/client.ts'
import { heartbeatInWords, heartbeatOf } from '../../../../src/plain/heartbeat.ts'
import { jumpingClock } from '../fake-engine.ts'
import { fakeSwarm, threeManagersTwoWorkers } from './builders.ts'

const fx = () => ({ clock: jumpingClock(), signal: new AbortController().signal })

test('the first manager founds, managers join one by one, then workers; the tokens end', async () => {
  const { members, log } = fakeSwarm(threeManagersTwoWorkers)
  expect((await formSwarm(members, fx())).name).toBe('manager1')
  expect(log.slice(0, 3)).toEqual(['init manager1 10.79.0.11 5 s', 'join manager2 M', 'join manager3 M'])
  expect(log.slice(3, 5).sort()).toEqual(['join worker1 W', 'join worker2 W'])
  expect(log.slice(5)).toEqual(['rotate true true'])
})

test('nodes in an emulated processor are given longer to say that they live', async () => {
  const { members, log } = fakeSwarm(threeManagersTwoWorkers)
  await formSwarm(members, fx(), heartbeatOf({ isEmulated: true }))
  expect(log[0]).toBe('init manager1 10.79.0.11 20 s')
  expect(heartbeatOf({})).toBe(5)
})

test('a heartbeat is spoken of where it is not the usual one', () => {
  expect(heartbeatInWords(20)).toMatch(/every 20 s .* noticed after 60 s/)
  expect([undefined, 5].map(heartbeatInWords)).toEqual([undefined, undefined])
})

test('who is in stays in: a second run asks for nothing', async () => {
  const { members, log } = fakeSwarm(threeManagersTwoWorkers)
  await formSwarm(members, fx())
  const first = log.length
  await formSwarm(members, fx())
  expect(log).toHaveLength(first)
})

test('a node that is new joins the swarm that is there, by whichever manager is in it', async () => {
  const { members, log } = fakeSwarm([
    { name: 'manager1', role: 'manager' },
    { name: 'manager2', role: 'manager', state: 'active' },
    { name: 'worker1', role: 'worker', state: 'active' }
  ])
  expect((await formSwarm(members, fx())).name).toBe('manager2')
  expect(log).toEqual(['join manager1 M', 'rotate true true'])
})

test('a join that goes on in the background is waited for', async () => {
  const { members, settings } = fakeSwarm(threeManagersTwoWorkers.slice(2))
  settings.joinAnswer = new EngineAnswerError(503, 'Timeout was reached before node joined. The attempt …')
  expect((await formSwarm(members, fx())).name).toBe('manager3')
})

test('a refused join is an error with the engine’s words, without the token', async () => {
  const { members, settings } = fakeSwarm(threeManagersTwoWorkers.slice(2))
  settings.joinAnswer = new EngineAnswerError(503, 'invalid join token SWMTKN-1-abc-def')
  await expect(formSwarm(members, fx())).rejects.toMatchObject({
    code: 'cluster-failed',
    message: 'worker1 joins the swarm: invalid join token SWMTKN-…'
  })
})

test('the rotation is tried again when the swarm was quicker', async () => {
  const { members, log, settings } = fakeSwarm(threeManagersTwoWorkers)
  settings.outOfSequence = 2
  await formSwarm(members, fx())
  expect(log.at(-1)).toBe('rotate true true')
})

test('without a manager there is no swarm', async () => {
  const { members } = fakeSwarm([{ name: 'worker1', role: 'worker' }])
  await expect(formSwarm(members, fx())).rejects.toMatchObject({ code: 'input' })
})
