import { describe, expect, test } from '@jest/globals'
import { judge, NO_MEMORY } from '../../../src/rollout/hold.rules.ts'
import { type Nudged, nudgesDue, otherwise, standstill } from '../../../src/rollout/standstill.rules.ts'
import { aNode, aService, aSnapshot, aTask, SECOND, stateOf } from '../../support/swarm-builders.ts'

const updating = (over: Parameters<typeof aService>[1] = {}) =>
  aService('web', { replicas: 2, UpdateStatus: { State: 'updating' }, ...over })
const nodes = [aNode('n1'), aNode('n2', { state: 'down' })]
const awaited = (over: Parameters<typeof aTask>[2] = {}, state = 'assigned') =>
  aTask('web', state, { node: 'n2', desired: 'shutdown', ...over })
const again = aTask('web', 'running')
const old = aTask('web', 'running', { slot: 2 })

describe('an update stands still', () => {
  test.each<[string, boolean, Parameters<typeof standstill>]>([
    ['when a task that another took over is on a node that is down', true, [updating(), [awaited()], nodes]],
    ['however far that task was', true, [updating(), [awaited({}, 'starting')], nodes]],
    ['not when the task had run', false, [updating(), [awaited({}, 'running')], nodes]],
    ['not when it has ended', false, [updating(), [awaited({}, 'failed')], nodes]],
    ['not when it is still meant to run', false, [updating(), [awaited({ desired: 'running' })], nodes]],
    ['not when its node is there', false, [updating(), [awaited({ node: 'n1' })], nodes]],
    [
      'not when it is not known that its node is down',
      false,
      [updating(), [awaited()], [aNode('n2', { state: 'unknown' })]]
    ],
    [
      'not without an update',
      false,
      [updating({ UpdateStatus: { State: 'completed' } }), [awaited()], nodes]
    ],
    [
      'not as long as another is on its way',
      false,
      [updating(), [awaited(), aTask('web', 'preparing')], nodes]
    ],
    [
      'also when the other one went the same way',
      true,
      [updating(), [awaited(), aTask('web', 'preparing', { node: 'n2' })], nodes]
    ]
  ])('%s', (_, expected, [service, tasks, at]) => {
    expect(standstill(service, tasks, at) !== undefined).toBe(expected)
  })
})

describe('SwarmKit is set going again', () => {
  const stuck = awaited()
  const dueAt = (seconds: number[], nudged: Nudged, over: Parameters<typeof aService>[1] = {}) => {
    const parts = { services: [updating(over)], tasks: [stuck, again], old: [old], nodes }
    let seen = judge(NO_MEMORY, [], new Map(), 0)
    for (const at of seconds) seen = judge(seen.memory, [stateOf(parts)], new Map(), at * 1000)
    return nudgesDue({ ...seen, snapshot: aSnapshot(parts) }, nudged, (seconds.at(-1) ?? 0) * 1000)
  }
  const what = [stuck, again, old]
    .map(task => `${task.ID} ${task.Status.State}`)
    .toSorted()
    .join()
  const paused = { Spec: { UpdateConfig: { Delay: 3 * SECOND, Monitor: 2 * SECOND } } }

  type More = { nudged?: Nudged; over?: Parameters<typeof aService>[1] }
  const told = (...whats: string[]): More => ({ nudged: new Map([['web', whats]]) })
  test.each<[string, number[], string[], More]>([
    ['after ten seconds of it', [0, 5, 10], ['host-n2'], {}],
    ['not before', [0, 5, 9], [], {}],
    ['not at the first look, however long it has been', [1000], [], {}],
    ['later, where the update pauses by itself', [0, 5, 10, 14], [], { over: paused }],
    ['and then as well', [0, 5, 10, 15], ['host-n2'], { over: paused }],
    ['once', [0, 5, 10], [], told(what)],
    ['again in the next standstill', [0, 5, 10], ['host-n2'], told('a')],
    ['three times', [0, 5, 10], [], told('a', 'b', 'c')],
    ['for each service', [0, 5, 10], ['host-n2'], { nudged: new Map([['db', [what]]]) }],
    ['not when it is too late', [0, 5, 10, 15, 20, 25, 30, 35], [], {}]
  ])('%s', (_, seconds, expected, { nudged = new Map(), over }) => {
    expect(dueAt(seconds, nudged, over).map(({ node }) => node)).toEqual(expected)
  })

  test('by a spec that differs in nothing that tasks are made of', () => {
    const { Spec } = aService('web', { Spec: { Labels: { a: 'b' } } })
    const given = otherwise(Spec)
    expect(given).not.toEqual(Spec)
    expect({ ...given, Labels: Spec.Labels }).toEqual(Spec)
    expect(given.Labels).toMatchObject(Spec.Labels ?? {})
  })
})
