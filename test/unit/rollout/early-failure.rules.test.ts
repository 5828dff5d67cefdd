import { describe, expect, test } from '@jest/globals'
import type { ApiTask } from '../../../src/docker/types.ts'
import {
  type aSnapshot,
  aTask,
  replicated,
  running,
  shownState,
  stateOf
} from '../../support/swarm-builders.ts'

type Parts = Parameters<typeof aSnapshot>[0]

const updating = { UpdateStatus: { State: 'updating' } }

describe('early failure', () => {
  const failed = (err: string, state = 'failed'): ApiTask => aTask('web', state, { desired: 'shutdown', err })
  const exit = 'task: non-zero exit (1)'
  const next = (): ApiTask => aTask('web', 'ready', { desired: 'ready' })
  const cases: [string, Parts, string][] = [
    [
      'twice is bad luck',
      { services: replicated(1), tasks: [failed(exit), failed(exit), next()] },
      '0/1 progressing'
    ],
    [
      'three times is not',
      { services: replicated(1), tasks: [failed(exit), failed(exit), failed(exit), next()] },
      '0/1 failed'
    ],
    [
      'twice is enough for an image',
      {
        services: replicated(1),
        tasks: [failed('No such image: x', 'rejected'), failed('No such image: x', 'rejected'), next()]
      },
      '0/1 failed'
    ],
    [
      'and for a health check',
      {
        services: replicated(1),
        tasks: [
          failed('task: non-zero exit (143): dockerexec: unhealthy container'),
          failed('task: non-zero exit (143): dockerexec: unhealthy container'),
          next()
        ]
      },
      '0/1 failed'
    ],
    [
      'ending with 0 again and again',
      {
        services: replicated(1),
        tasks: [1, 2, 3].map(() => aTask('web', 'complete', { desired: 'shutdown' })).concat(next())
      },
      '0/1 failed'
    ],
    [
      'three slots once each',
      {
        services: replicated(3),
        tasks: [1, 2, 3].flatMap(slot => [
          aTask('web', 'failed', { slot, desired: 'shutdown', err: exit }),
          aTask('web', 'preparing', { slot })
        ])
      },
      '0/3 progressing'
    ],
    [
      'failures of the older spec',
      { services: replicated(1), old: [failed(exit), failed(exit), failed(exit)], tasks: [next()] },
      '0/1 progressing'
    ],
    [
      'failed three times, but runs now',
      { services: replicated(1), tasks: [failed(exit), failed(exit), failed(exit), running(1)] },
      '1/1 settled'
    ],
    [
      'while SwarmKit may act, it gets a moment',
      { services: replicated(1, updating), tasks: [failed(exit), failed(exit), failed(exit), next()] },
      '0/1 stuck'
    ],
    [
      'while SwarmKit counts against a ratio, it decides',
      {
        services: replicated(1, {
          ...updating,
          Spec: {
            Mode: { Replicated: { Replicas: 1 } },
            UpdateConfig: { Parallelism: 1, MaxFailureRatio: 0.5 }
          }
        }),
        tasks: [failed(exit), failed(exit), failed(exit), next()]
      },
      '0/1 progressing'
    ],
    [
      'where failures are to be ignored, we do not',
      {
        services: replicated(1, {
          ...updating,
          Spec: {
            Mode: { Replicated: { Replicas: 1 } },
            UpdateConfig: { Parallelism: 1, FailureAction: 'continue' }
          }
        }),
        tasks: [failed(exit), failed(exit), failed(exit), next()]
      },
      '0/1 failed'
    ],
    [
      'failures of a slot that is being removed',
      {
        services: replicated(1),
        tasks: [
          ...[1, 2, 3].map(() => aTask('web', 'failed', { slot: 2, desired: 'remove', err: exit })),
          aTask('web', 'preparing')
        ]
      },
      '0/1 progressing'
    ],
    [
      'no suitable node',
      {
        services: replicated(1),
        tasks: [
          aTask('web', 'pending', {
            node: '',
            err: 'no suitable node (scheduling constraints not satisfied on 3 nodes)'
          })
        ]
      },
      '0/1 stuck'
    ],
    [
      'pending without a word',
      { services: replicated(1), tasks: [aTask('web', 'pending', { node: '' })] },
      '0/1 progressing'
    ]
  ]
  test.each(cases)('%s', (_, parts, expected) => expect(shownState(parts)).toBe(expected))

  test('a slot to which the update has yet to come is not exhausted, though the same spec failed there before', () => {
    const before = [failed(exit)]
    const old = [running(1)]
    expect(shownState({ services: replicated(1), tasks: before, old })).toBe('0/1 progressing')
    expect(shownState({ services: replicated(1), tasks: before })).toBe('0/1 failed')
  })

  test('what had failed before the deploy does not count', () => {
    const before = [failed(exit), failed(exit)]
    const parts = { services: replicated(1), tasks: [...before, failed(exit), next()] }
    expect(
      stateOf(
        parts,
        before.map(t => t.ID)
      ).phase.kind
    ).toBe('progressing')
    expect(stateOf(parts).phase.kind).toBe('failed')
  })

  test('a port that a stopping task may hold gets its grace period on top', () => {
    const pending = (err: string) => ({
      services: replicated(1, {
        Spec: {
          Mode: { Replicated: { Replicas: 1 } },
          TaskTemplate: { ContainerSpec: { Image: 'x', StopGracePeriod: 30e9 } }
        }
      }),
      tasks: [aTask('web', 'pending', { node: '', err })]
    })
    expect(
      stateOf(pending('no suitable node (host-mode port already in use on 3 nodes)')).phase
    ).toMatchObject({ graceMs: 40_000, symptom: { category: 'port' } })
    expect(stateOf(pending('no suitable node (scheduling constraints …)')).phase).toMatchObject({
      graceMs: 10_000
    })
  })
})
