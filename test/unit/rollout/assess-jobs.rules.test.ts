import { describe, expect, test } from '@jest/globals'
import type { ApiService, ApiTask } from '../../../src/docker/types.ts'
import {
  aService,
  type aSnapshot,
  aTask,
  replicated,
  running,
  shownState
} from '../../support/swarm-builders.ts'

type Parts = Parameters<typeof aSnapshot>[0]

const onNode = (node: string, state = 'running', over: object = {}): ApiTask =>
  aTask('agent', state, { node, slot: 0, ...over })

describe('jobs and one-shots', () => {
  const job = (Index: number | undefined, TotalCompletions: number): ApiService[] => [
    aService('web', {
      Spec: { Mode: { ReplicatedJob: { TotalCompletions } } },
      JobStatus: { JobIteration: { Index } }
    })
  ]
  const done = (slot: number, iteration: number | undefined): ApiTask =>
    aTask('web', 'complete', { slot, desired: 'complete', JobIteration: { Index: iteration } })
  const once = (condition: string) =>
    replicated(1, {
      Spec: {
        Mode: { Replicated: { Replicas: 1 } },
        TaskTemplate: { RestartPolicy: { Condition: condition } }
      }
    })
  const cases: [string, Parts, string][] = [
    ['all completed', { services: job(2, 2), tasks: [done(0, 2), done(1, 2)] }, '2/2 complete'],
    [
      'the first iteration, which has no number',
      { services: job(undefined, 1), tasks: [done(0, undefined)] },
      '1/1 complete'
    ],
    ['completed in an earlier iteration', { services: job(3, 1), tasks: [done(0, 2)] }, '0/1 progressing'],
    [
      'failed for good, after an earlier iteration that completed',
      {
        services: job(1, 1),
        tasks: [
          done(0, 0),
          aTask('web', 'failed', { slot: 0, desired: 'shutdown', JobIteration: { Index: 1 } })
        ]
      },
      '0/1 failed'
    ],
    [
      'one still runs',
      {
        services: job(1, 2),
        tasks: [
          done(0, 1),
          aTask('web', 'running', { slot: 1, desired: 'complete', JobIteration: { Index: 1 } })
        ]
      },
      '1/2 progressing'
    ],
    [
      'a job that runs has not completed',
      { services: job(1, 1), tasks: [aTask('web', 'running', { slot: 0, JobIteration: { Index: 1 } })] },
      '0/1 progressing'
    ],
    [
      'a global job',
      {
        services: [aService('agent', { Spec: { Mode: { GlobalJob: {} } }, JobStatus: { JobIteration: {} } })],
        tasks: [onNode('n1', 'complete'), onNode('n2', 'complete'), onNode('n3', 'complete')]
      },
      '3/3 complete'
    ],
    [
      'a task of a job that failed, which SwarmKit has not come to yet',
      {
        services: job(1, 1),
        tasks: [{ ...done(0, 1), Status: { Timestamp: '', State: 'failed', Err: 'exit' } }]
      },
      '0/1 progressing'
    ],
    [
      'one that failed and has a successor',
      {
        services: job(1, 1),
        tasks: [
          {
            ...done(0, 1),
            DesiredState: 'shutdown',
            Status: { Timestamp: '', State: 'failed', Err: 'exit' }
          },
          aTask('web', 'starting', { slot: 0, desired: 'complete', JobIteration: { Index: 1 } })
        ]
      },
      '0/1 progressing'
    ],
    [
      'one that failed and has none: its restarts are used up',
      {
        services: job(1, 1),
        tasks: [
          { ...done(0, 1), DesiredState: 'shutdown', Status: { Timestamp: '', State: 'failed', Err: 'exit' } }
        ]
      },
      '0/1 failed'
    ],
    [
      'a global job that no node may run',
      {
        services: [
          aService('agent', {
            Spec: { Mode: { GlobalJob: {} }, TaskTemplate: { Placement: { Constraints: ['node.role==x'] } } },
            JobStatus: {}
          })
        ]
      },
      '0/0 stuck'
    ],
    [
      'a task of an older iteration that still runs',
      {
        services: job(2, 1),
        tasks: [done(0, 2), aTask('web', 'running', { slot: 0, JobIteration: { Index: 1 } })]
      },
      '1/1 progressing'
    ],
    [
      'a one-shot that ended well',
      { services: once('on-failure'), tasks: [aTask('web', 'complete', { desired: 'shutdown' })] },
      '1/1 complete'
    ],
    [
      'one that runs on is watched like any other',
      { services: once('on-failure'), tasks: [running(1)] },
      '1/1 settled'
    ],
    [
      'a one-shot that failed and is not started again',
      {
        services: once('none'),
        tasks: [aTask('web', 'failed', { desired: 'shutdown', err: 'task: non-zero exit (1)' })]
      },
      '0/1 failed'
    ]
  ]
  test.each(cases)('%s', (_, parts, expected) => expect(shownState(parts)).toBe(expected))
})
