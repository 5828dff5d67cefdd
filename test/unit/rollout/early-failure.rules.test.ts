import { describe, expect, test } from '@jest/globals'
import type { ApiTask } from '../../../src/docker/types.ts'
import {
  aNode,
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
  const lasting = 'starting container failed: exec: "serve": executable file not found in $PATH'
  const next = (): ApiTask => aTask('web', 'ready', { desired: 'ready' })
  const cases: [string, Parts, string][] = [
    [
      'twice is bad luck',
      { services: replicated(1), tasks: [failed(exit), failed(exit), next()] },
      '0/1 progressing'
    ],
    [
      'nor is it a failure however often: it may wait for its database',
      { services: replicated(1), tasks: [...Array.from({ length: 30 }, () => failed(exit)), next()] },
      '0/1 progressing'
    ],
    [
      'a container that cannot be started has three tries',
      { services: replicated(1), tasks: [failed(lasting), failed(lasting), failed(lasting), next()] },
      '0/1 failed'
    ],
    [
      'twice is enough for an image that the registry does not have',
      {
        services: replicated(1),
        tasks: [1, 2]
          .map(() => failed('manifest for x:2 not found: manifest unknown', 'rejected'))
          .concat(next())
      },
      '0/1 failed'
    ],
    [
      'an image that is not there has a moment more: the registry may have been away',
      {
        services: replicated(1),
        tasks: [failed('No such image: x', 'rejected'), failed('No such image: x', 'rejected'), next()]
      },
      '0/1 stuck'
    ],
    [
      'a health check may pass later',
      {
        services: replicated(1),
        tasks: [
          failed('task: non-zero exit (143): dockerexec: unhealthy container'),
          failed('task: non-zero exit (143): dockerexec: unhealthy container'),
          next()
        ]
      },
      '0/1 progressing'
    ],
    [
      'ending with 0 again and again',
      {
        services: replicated(1),
        tasks: [1, 2, 3].map(() => aTask('web', 'complete', { desired: 'shutdown' })).concat(next())
      },
      '0/1 progressing'
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
      {
        services: replicated(1, updating),
        tasks: [failed(lasting), failed(lasting), failed(lasting), next()]
      },
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
        tasks: [failed(lasting), failed(lasting), failed(lasting), next()]
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
        tasks: [failed(lasting), failed(lasting), failed(lasting), next()]
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
    const before = [failed(lasting), failed(lasting)]
    const parts = { services: replicated(1), tasks: [...before, failed(lasting), next()] }
    expect(
      stateOf(
        parts,
        before.map(t => t.ID)
      ).phase.kind
    ).toBe('progressing')
    expect(stateOf(parts).phase.kind).toBe('failed')
  })

  test('what goes on failing is told with the newest failure', () => {
    const tasks = [failed(exit), failed('task: non-zero exit (2)'), next()]
    expect(stateOf({ services: replicated(1), tasks }).phase).toMatchObject({
      kind: 'progressing',
      symptom: { category: 'exit', error: 'task: non-zero exit (2)' }
    })
    expect(stateOf({ services: replicated(1), tasks: [next()] }).phase).toEqual({ kind: 'progressing' })
  })

  describe('what is taken may be freed:', () => {
    const pending = (
      err: string,
      over: object = {},
      replicas = 1,
      service: object = {},
      spec: object = {}
    ) => ({
      services: replicated(replicas, {
        ...service,
        Spec: {
          Mode: { Replicated: { Replicas: replicas } },
          TaskTemplate: { ContainerSpec: { Image: 'x', StopGracePeriod: 30e9 }, ...over },
          ...spec
        }
      }),
      tasks: [aTask('web', 'pending', { node: '', err })]
    })
    const port = 'no suitable node (host-mode port already in use on 3 nodes)'
    const memory = 'no suitable node (insufficient resources on 1 node)'
    const needs = (bytes: number) => ({ Resources: { Reservations: { MemoryBytes: bytes } } })
    const nodes = [aNode('n1', { Description: { Resources: { NanoCPUs: 2e9, MemoryBytes: 1000 } } })]

    test('a port, where there are as many nodes as tasks', () => {
      expect(stateOf(pending(port)).phase).toMatchObject({
        kind: 'progressing',
        symptom: { category: 'port' }
      })
      expect(stateOf({ ...pending(port, {}, 2), nodes }).phase).toMatchObject({
        kind: 'stuck',
        graceMs: 40_000
      })
    })
    test('a port, but not by the service itself, which starts the new task first', () => {
      const self = pending(port, {}, 1, updating, { UpdateConfig: { Parallelism: 1, Order: 'start-first' } })
      expect(stateOf({ ...self, nodes }).phase).toMatchObject({ kind: 'stuck', graceMs: 40_000 })
    })
    test('memory, where a node has as much', () => {
      expect(stateOf({ ...pending(memory, needs(1000)), nodes }).phase).toMatchObject({
        kind: 'progressing',
        symptom: { category: 'resources' }
      })
      expect(stateOf({ ...pending(memory, needs(1001)), nodes }).phase.kind).toBe('stuck')
    })
    test('a constraint is not', () =>
      expect(stateOf(pending('no suitable node (scheduling constraints …)')).phase).toMatchObject({
        kind: 'stuck',
        graceMs: 10_000
      }))
  })
})
