import { describe, expect, test } from '@jest/globals'
import type { ApiService, ApiTask } from '../../../src/docker/types.ts'
import {
  aNode,
  aService,
  type aSnapshot,
  aTask,
  replicated,
  running,
  shownState,
  stateOf
} from '../../support/swarm-builders.ts'

type Parts = Parameters<typeof aSnapshot>[0]

const globalService = (over: object = {}): ApiService[] => [
  aService('agent', { Spec: { Mode: { Global: {} }, ...over } })
]
const onNode = (node: string, state = 'running', over: object = {}): ApiTask =>
  aTask('agent', state, { node, slot: 0, ...over })

describe('a replicated service', () => {
  const cases: [string, Parts, string][] = [
    ['no task yet', { services: replicated(3) }, '0/3 progressing'],
    ['all run', { services: replicated(2), tasks: [running(1), running(2)] }, '2/2 settled'],
    ['zero replicas', { services: replicated(0) }, '0/0 settled'],
    [
      'zero replicas, one still runs',
      { services: replicated(0), tasks: [running(1, { desired: 'shutdown' })] },
      '0/0 progressing'
    ],
    [
      'one starts',
      { services: replicated(2), tasks: [running(1), aTask('web', 'starting', { slot: 2 })] },
      '1/2 progressing'
    ],
    [
      '3/3, but all of the older spec',
      { services: replicated(3), old: [running(1), running(2), running(3)] },
      '0/3 progressing'
    ],
    [
      'start-first: 4 of 3',
      { services: replicated(1), old: [running(1)], tasks: [running(1)] },
      '1/1 progressing'
    ],
    [
      'an old task that is being stopped',
      { services: replicated(1), old: [running(1, { desired: 'shutdown' })], tasks: [running(1)] },
      '1/1 progressing'
    ],
    [
      'an old task that has not passed its health check',
      { services: replicated(1), old: [aTask('web', 'starting')], tasks: [running(1)] },
      '1/1 progressing'
    ],
    [
      'an old task that has ended',
      {
        services: replicated(1),
        old: [aTask('web', 'shutdown', { desired: 'shutdown' })],
        tasks: [running(1)]
      },
      '1/1 settled'
    ],
    [
      'a task on a node that is down',
      { services: replicated(1), tasks: [running(1)], nodes: [aNode('n1', { state: 'down' })] },
      '0/1 progressing'
    ],
    [
      'an old task on a node that is down',
      {
        services: replicated(1),
        old: [running(2)],
        tasks: [running(1)],
        nodes: [aNode('n1'), aNode('n2', { state: 'down' })]
      },
      '1/1 settled'
    ],
    [
      'scaled down: one too many is being stopped',
      { services: replicated(1), tasks: [running(1), running(2, { desired: 'remove' })] },
      '1/1 progressing'
    ],
    ['one too many', { services: replicated(1), tasks: [running(1), running(2)] }, '2/1 progressing'],
    [
      'a drained node: the old task stops, its successor runs',
      { services: replicated(1), tasks: [running(1, { desired: 'shutdown' }), running(1, { node: 'n2' })] },
      '1/1 progressing'
    ],
    [
      'desired ready, not yet running',
      { services: replicated(1), tasks: [aTask('web', 'ready', { desired: 'ready' })] },
      '0/1 progressing'
    ]
  ]
  test.each(cases)('%s', (_, parts, expected) => expect(shownState(parts)).toBe(expected))
})

describe("the update's own status", () => {
  const whole = { tasks: [running(1)] }
  const state = (State: string) => ({
    services: replicated(1, { UpdateStatus: { State, Message: 'm' } }),
    ...whole
  })
  const cases: [string, Parts, string][] = [
    ['updating and whole: SwarmKit watches on', state('updating'), '1/1 settled'],
    ['completed', state('completed'), '1/1 settled'],
    ['paused', state('paused'), '1/1 paused'],
    ['rollback_started', state('rollback_started'), '1/1 rolling-back'],
    ['rollback_paused', state('rollback_paused'), '1/1 paused'],
    ['rollback_completed', state('rollback_completed'), '1/1 rolled-back'],
    [
      'rollback_completed, not whole yet',
      { ...state('rollback_completed'), tasks: [], old: [running(1)] },
      '0/1 rolling-back'
    ],
    [
      'completed, though a task fell over since',
      {
        ...state('completed'),
        tasks: [aTask('web', 'failed', { desired: 'shutdown' }), aTask('web', 'preparing')]
      },
      '0/1 progressing'
    ]
  ]
  test.each(cases)('%s', (_, parts, expected) => expect(shownState(parts)).toBe(expected))
  test('updating is told apart: it may yet be rolled back', () => {
    expect(stateOf(state('updating')).phase).toEqual({ kind: 'settled', isUpdating: true })
    expect(stateOf(state('completed')).phase).toEqual({ kind: 'settled', isUpdating: false })
  })
})

describe('a global service', () => {
  const constrained = (constraint: string) =>
    globalService({ TaskTemplate: { Placement: { Constraints: [constraint] } } })
  const cases: [string, Parts, string][] = [
    [
      'on every node',
      { services: globalService(), tasks: [onNode('n1'), onNode('n2'), onNode('n3')] },
      '3/3 settled'
    ],
    [
      'on the first of three, which docker takes for all',
      { services: globalService(), tasks: [onNode('n1')] },
      '1/3 progressing'
    ],
    [
      'only where the constraint is met',
      { services: constrained('node.hostname==host-n2'), tasks: [onNode('n2')] },
      '1/1 settled'
    ],
    [
      'a drained node',
      {
        services: globalService(),
        tasks: [onNode('n1')],
        nodes: [aNode('n1'), aNode('n2', { availability: 'drain' })]
      },
      '1/1 settled'
    ],
    [
      'a paused node keeps its current task',
      {
        services: globalService(),
        tasks: [onNode('n1'), onNode('n2')],
        nodes: [aNode('n1'), aNode('n2', { availability: 'pause' })]
      },
      '1/1 settled'
    ],
    [
      'a paused node keeps an old task',
      {
        services: globalService(),
        tasks: [onNode('n1')],
        old: [onNode('n2')],
        nodes: [aNode('n1'), aNode('n2', { availability: 'pause' })]
      },
      '1/1 progressing'
    ],
    ['no node at all', { services: constrained('node.labels.x==1') }, '0/0 stuck']
  ]
  test.each(cases)('%s', (_, parts, expected) => expect(shownState(parts)).toBe(expected))
  test('says which constraint no node meets', () => {
    expect(stateOf({ services: constrained('node.labels.x==1') }).phase).toMatchObject({
      symptom: { category: 'placement', error: 'no node is eligible (node.labels.x==1)' }
    })
  })
})
