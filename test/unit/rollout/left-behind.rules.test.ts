import { expect, test } from '@jest/globals'
import { leftBehind } from '../../../src/rollout/left-behind.rules.ts'
import { EMPTY_BASELINE } from '../../../src/rollout/snapshot.ts'
import { aNode, aSnapshot, aTask, replicated, running } from '../../support/swarm-builders.ts'

type Parts = Parameters<typeof aSnapshot>[0]
const left = (parts: Parts): string[] => leftBehind(aSnapshot(parts), EMPTY_BASELINE)
const status = (State: string) => ({ UpdateStatus: { State } })

test.each<[string, Parts, string]>([
  ['all new', { services: replicated(1), tasks: [running(1)] }, 'web: new, 1/1'],
  [
    'none yet',
    { services: replicated(2), tasks: [aTask('web', 'preparing')] },
    'web: new, but of its 2 tasks none runs yet'
  ],
  [
    'half-way, and the swarm goes on',
    { services: replicated(3, status('updating')), tasks: [running(1)], old: [running(2), running(3)] },
    'web: in between: 1 new and 2 old tasks run, 3 are wanted; the swarm continues the update by itself'
  ],
  [
    'all old',
    { services: replicated(2), old: [running(1), running(2)] },
    'web: old: 0 new and 2 old tasks run, 2 are wanted'
  ],
  [
    'paused',
    { services: replicated(2, status('paused')), tasks: [running(1)], old: [running(2)] },
    'web: in between: 1 new and 1 old tasks run, 2 are wanted; paused, nothing moves until somebody deploys again or rolls back'
  ],
  [
    'rolled back',
    { services: replicated(1, status('rollback_completed')), tasks: [running(1)] },
    'web: rolled back, 1 of 1 tasks are of the version before'
  ],
  [
    'old tasks on a node that is away are not known to run',
    {
      services: replicated(1),
      tasks: [running(1)],
      old: [running(2)],
      nodes: [aNode('n1'), aNode('n2', { state: 'down' })]
    },
    'web: new, 1/1'
  ]
])('%s', (_, parts, expected) => expect(left(parts)).toEqual([expected]))

test('what the deploy left alone, and what is not there', () => {
  const task = running(1)
  const baseline = { ...EMPTY_BASELINE, runningTaskIds: new Set([task.ID]) }
  const snapshot = aSnapshot({ services: replicated(1), tasks: [task] })
  expect(leftBehind(snapshot, baseline, ['web', 'gone'])).toEqual([
    'gone: not there',
    'web: as before the deploy, 1/1'
  ])
})
