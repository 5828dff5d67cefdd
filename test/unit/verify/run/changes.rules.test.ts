import { describe, expect, test } from '@jest/globals'
import type { ApiTask } from '../../../../src/docker/types.ts'
import { changesBetween, type SwarmLook } from '../../../../src/verify/run/changes.rules.ts'
import { apiNode } from '../builders.ts'

const AT = Date.parse('2026-12-01T12:00:00Z')

type Parts = {
  service?: string
  slot?: number
  node?: string
  state?: string
  desired?: string
  created?: string
  err?: string
}
const task = (id: string, parts: Parts = {}): ApiTask => ({
  ID: id,
  CreatedAt: `2026-12-01T${parts.created ?? '10:00:00'}Z`,
  UpdatedAt: '',
  Spec: {},
  ServiceID: parts.service ?? 'svc-web',
  ...(parts.slot === 0 ? {} : { Slot: parts.slot ?? 2 }),
  NodeID: `id-${parts.node ?? 'worker1'}`,
  DesiredState: parts.desired ?? 'running',
  Status: { Timestamp: '2026-12-01T12:03:02Z', State: parts.state ?? 'running', Err: parts.err ?? '' }
})
const names = new Map([['svc-web', 'web']])
const nodes = ['manager1', 'worker1', 'worker2'].map(name => apiNode(name))
const look = (atMs: number, tasks: ApiTask[], over: Partial<SwarmLook> = {}): SwarmLook => ({
  atMs,
  nodes,
  tasks,
  names,
  ...over
})
const texts = (before: SwarmLook, now: SwarmLook) => changesBetween(before, now).map(change => change.text)
const well = look(AT, [task('t1')])

describe('what happened to a swarm', () => {
  test('nothing', () => {
    expect(texts(well, look(AT + 1, [task('t1')]))).toEqual([])
  })
  test('a task was replaced: which, where and when', () => {
    const now = look(AT + 9, [
      task('t1', { state: 'failed', desired: 'shutdown' }),
      task('t2', { state: 'starting', created: '12:03:04', node: 'worker2' })
    ])
    expect(changesBetween(well, now)).toEqual([
      {
        kind: 'task',
        serviceId: 'svc-web',
        text: 'web.2 on worker1 was replaced at 12:03:04',
        sinceMs: AT,
        seenMs: AT + 9
      }
    ])
  })
  test.each<[string, ApiTask[], string[]]>([
    [
      'is stopped',
      [task('t1', { state: 'shutdown', desired: 'shutdown' })],
      ['web.2 on worker1 stopped at 12:03:02']
    ],
    ['is forgotten', [], ['web.2 on worker1 stopped at 12:03:04']],
    ['has done its work', [task('t1', { state: 'complete', desired: 'shutdown' })], []],
    [
      'has a neighbour that is replaced',
      [task('t1'), task('n', { slot: 1, state: 'failed' }), task('n2', { slot: 1, created: '12:03:04' })],
      []
    ]
  ])('a task that %s', (_, tasks, said) => {
    expect(texts(well, look(Date.parse('2026-12-01T12:03:04Z'), tasks))).toEqual(said)
  })
  test('a task of a global service is known by its node', () => {
    const before = look(AT, [task('g1', { slot: 0 }), task('g2', { slot: 0, node: 'worker2' })])
    const now = look(AT + 9, [
      task('g1', { slot: 0, state: 'failed' }),
      task('g2', { slot: 0, node: 'worker2' }),
      task('g3', { slot: 0, created: '12:03:04' })
    ])
    expect(texts(before, now)).toEqual(['web on worker1 was replaced at 12:03:04'])
  })
  test.each([
    ['goes down', 'down' as const, ['worker1 went down at 12:00:09']],
    ['is not known', 'unknown' as const, ['worker1 went unknown at 12:00:09']],
    ['stays', 'ready' as const, []]
  ])('a node that %s', (_, State, said) => {
    const now = [apiNode('manager1'), apiNode('worker1', { Status: { State, Addr: '' } }), apiNode('worker2')]
    expect(texts(well, look(AT + 9000, [task('t1')], { nodes: now }))).toEqual(said)
  })
  test('a node that left', () => {
    expect(texts(well, look(AT + 9000, [task('t1')], { nodes: nodes.slice(0, 1) }))).toEqual([
      'worker1 left the swarm at 12:00:09',
      'worker2 left the swarm at 12:00:09'
    ])
  })
})

describe('a task that is replaced again and again', () => {
  const again = (err: string, created: string) => [
    task('t0', { state: 'failed', desired: 'shutdown', err, created: '09:00:00' }),
    task('t1', { created })
  ]
  const now = look(AT + 9, [task('t1', { state: 'failed' }), task('t2', { created: '12:03:04' })])
  test.each([
    ['by its own fault is no news', again('task: non-zero exit (1)', '11:59:00'), 0],
    ['by its own use of memory is no news', again('task: non-zero exit (137)', '11:59:00'), 0],
    ['is news when it has run for long since', again('task: non-zero exit (1)', '11:00:00'), 1],
    ['by its health is news', again('task: non-zero exit (137): unhealthy container', '11:59:00'), 1],
    ['by its node is news', again('heartbeat failure', '11:59:00'), 1]
  ])('%s', (_, tasks, said) => {
    expect(texts(look(AT, tasks), now)).toHaveLength(said)
  })
})
