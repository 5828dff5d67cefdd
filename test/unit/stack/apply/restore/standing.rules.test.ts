import { describe, expect, test } from '@jest/globals'
import type { ApiService, ApiTask } from '../../../../../src/docker/types.ts'
import type { StackSnapshot } from '../../../../../src/stack/apply/restore/snapshot.ts'
import { standing } from '../../../../../src/stack/apply/restore/standing.rules.ts'
import { readStanding } from '../../../../../src/stack/apply/restore/standing.ts'
import { fakeEffects, fakeEngine, lost } from '../../../../support/fake-engine.ts'
import { aNode, aService, aTask } from '../../../../support/swarm-builders.ts'

const app = (name: string, image: string, replicas = 3, state?: string): ApiService =>
  aService(name, {
    Spec: {
      Mode: { Replicated: { Replicas: replicas } },
      TaskTemplate: { ContainerSpec: { Image: image } }
    },
    ...(state ? { UpdateStatus: { State: state } } : {})
  })
const snapshotOf = (...services: ApiService[]): StackSnapshot => ({
  stack: 's',
  services: services.map(({ ID, Spec }) => ({ id: ID, spec: Spec })),
  networkIds: [],
  secretIds: [],
  configIds: []
})
const before = snapshotOf(app('s_a', 'v1'), app('s_b', 'v1'), app('s_c', 'v1'))
const stands = (services: ApiService[], currentTasks: ApiTask[] = [], snapshot = before) =>
  standing(snapshot, { services, currentTasks }, 'from before the deploy')

test('a line for each service: its spec, and the tasks that run by it', () => {
  const tasks = [
    ...[1, 2, 3].map(slot => aTask('s_a', 'running', { slot })),
    aTask('s_b', 'running'),
    aTask('s_b', 'preparing', { slot: 2 })
  ]
  expect(stands([app('s_b', 'v2'), app('s_a', 'v1'), app('s_new', 'v2', 1)], tasks)).toEqual([
    's_a: has its spec from before the deploy, 3 of 3 tasks run by it',
    's_b: has another spec than the one from before the deploy, 1 of 3 tasks run by it',
    's_c: not there',
    's_new: came later and is still there, 0 of 1 tasks run by it'
  ])
})

test.each([
  ['updating', '; the swarm continues it by itself'],
  ['rollback_started', '; the swarm continues it by itself'],
  ['paused', '; paused, nothing moves until somebody deploys again or rolls back'],
  ['completed', '']
])('an update that is %s: who goes on', (state, end) => {
  const one = snapshotOf(app('s_a', 'v1'))
  expect(stands([app('s_a', 'v1', 3, state)], [], one)).toEqual([
    `s_a: has its spec from before the deploy, 0 of 3 tasks run by it${end}`
  ])
})

test('a service that was made anew is known by its name', () => {
  const again = { ...app('s_a', 'v1'), ID: 'another' }
  expect(stands([again], [], snapshotOf(app('s_a', 'v1')))).toEqual([
    's_a: has its spec from before the deploy, 0 of 3 tasks run by it'
  ])
})

describe('reading it', () => {
  test('counts only tasks of the spec in force on nodes that are there, also after a cancellation', async () => {
    const engine = fakeEngine(({ path, filters }) => {
      if (path === '/services') return [app('s_a', 'v1', 1)]
      if (path === '/nodes') return [aNode('n1'), aNode('n2', { state: 'down' })]
      const tasks = ['n1', 'n2'].map(node => aTask('s_a', 'running', { node }))
      return filters['_up-to-date'] ? tasks : [...tasks, ...tasks]
    })
    const fx = fakeEffects({ signal: AbortSignal.abort() })
    expect(await readStanding(engine, snapshotOf(app('s_a', 'v1', 1)), 'of deploy 4', fx)).toEqual([
      's_a: has its spec of deploy 4, 1 of 1 tasks run by it'
    ])
  })

  test('of an engine that does not answer says that nobody can tell', async () => {
    const engine = fakeEngine(() => {
      throw lost()
    })
    const [line] = await readStanding(engine, before, 'of deploy 4', fakeEffects())
    expect(line).toMatch(/^s: the engine does not answer, so nobody can tell what is left/)
  })
})
