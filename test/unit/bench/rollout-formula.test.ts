import { describe, expect, test } from '@jest/globals'
import { formulaMs, type Slot, slotsOf } from '../../../bench/support/rollout-formula.ts'
import type { ApiServiceSpec, UpdateConfig } from '../../../src/docker/types.ts'
import type { TimelineEntry } from '../../../src/rollout/timeline.ts'

const T0 = Date.parse('2026-01-01T00:00:00.000Z')
const SECOND = 1e9

const entry = (task: string, to: string, atMs: number, more: Partial<TimelineEntry> = {}): TimelineEntry => ({
  kind: 'task',
  at: new Date(T0 + atMs).toISOString(),
  seenAtMs: T0 + atMs,
  service: 'shop_web',
  slot: '1',
  task,
  node: 'worker1',
  from: undefined,
  to,
  image: 'web:2',
  serviceVersion: 7,
  isCurrent: true,
  message: '',
  error: '',
  ...more
})

describe('the slots of an update', () => {
  const old = new Set(['old'])

  test('are its new tasks, from being made to running, in the order in which they were made', () => {
    const timeline = [
      entry('b', 'new', 5_000, { node: 'worker2' }),
      entry('a', 'new', 1_000),
      entry('b', 'running', 9_000, { node: 'worker2' }),
      entry('a', 'starting', 2_000),
      entry('a', 'running', 4_000)
    ]
    expect(slotsOf(timeline, 'shop_web', old, 0)).toEqual([
      { task: 'a', node: 'worker1', madeAtMs: T0 + 1_000, runsAtMs: T0 + 4_000 },
      { task: 'b', node: 'worker2', madeAtMs: T0 + 5_000, runsAtMs: T0 + 9_000 }
    ])
  })

  test('are told by our clock, however far the engine is ahead or behind', () => {
    const timeline = [entry('a', 'new', 1_000), entry('a', 'running', 4_000)]
    expect(slotsOf(timeline, 'shop_web', old, 600)).toMatchObject([
      { madeAtMs: T0 + 400, runsAtMs: T0 + 3_400 }
    ])
    expect(slotsOf(timeline, 'shop_web', old, -600)).toMatchObject([{ madeAtMs: T0 + 1_600 }])
  })

  test.each([
    ['ran before the update', [entry('old', 'new', 0), entry('old', 'running', 1)]],
    [
      'is of another service',
      [entry('a', 'new', 0, { service: 's' }), entry('a', 'running', 1, { service: 's' })]
    ],
    ['never ran', [entry('a', 'new', 0), entry('a', 'failed', 1)]],
    ['was not seen to be made', [entry('a', 'running', 1)]],
    ['is no task', [entry('a', 'new', 0, { kind: 'service' }), entry('a', 'running', 1, { kind: 'node' })]]
  ])('a task that %s is none of them', (_, timeline) => {
    expect(slotsOf(timeline, 'shop_web', old, 0)).toEqual([])
  })
})

describe('the least that an update takes', () => {
  const slots = (...lengths: number[]): Slot[] =>
    lengths.map((ms, i) => ({ task: `t${i}`, node: 'n', madeAtMs: T0 + i, runsAtMs: T0 + i + ms }))
  const spec = (config: UpdateConfig | undefined): ApiServiceSpec => ({
    Name: 'shop_web',
    TaskTemplate: {},
    Mode: { Replicated: { Replicas: 3 } },
    ...(config ? { UpdateConfig: config } : {})
  })
  const of = (config: UpdateConfig | undefined, ...lengths: number[]) =>
    formulaMs(spec(config), slots(...lengths))

  test('one after the other, each with its delay; then the last delay and a second, where it outlasts the monitor', () => {
    expect(of({ Parallelism: 1, Delay: 15 * SECOND, Monitor: 5 * SECOND }, 2_000, 3_000, 4_000)).toBe(
      9_000 + 3 * 15_000 + 16_000
    )
  })

  test('a delay as long as the monitor outlasts it, a shorter one does not', () => {
    expect(of({ Parallelism: 1, Delay: 5 * SECOND, Monitor: 5 * SECOND }, 1_000)).toBe(1_000 + 5_000 + 6_000)
    expect(of({ Parallelism: 1, Delay: 4 * SECOND, Monitor: 5 * SECOND }, 1_000)).toBe(1_000 + 4_000 + 5_000)
  })

  test('of a batch the slowest counts; the last batch may be smaller', () => {
    const config = { Parallelism: 2, Delay: SECOND, Monitor: 10 * SECOND }
    expect(of(config, 1_000, 5_000, 2_000)).toBe(5_000 + 1_000 + 2_000 + 1_000 + 10_000)
  })

  test('a parallelism of 0 is all at once', () => {
    expect(of({ Parallelism: 0, Monitor: 2 * SECOND }, 1_000, 5_000, 2_000)).toBe(5_000 + 2_000)
  })

  test('without settings SwarmKit’s own: one at a time, no delay, 5 s of monitor', () => {
    expect(of(undefined, 1_000, 2_000)).toBe(3_000 + 5_000)
    expect(of({ Parallelism: 1 }, 1_000)).toBe(1_000 + 5_000)
  })

  test('without a task only the end is left', () => {
    expect(of({ Parallelism: 0, Monitor: 2 * SECOND })).toBe(2_000)
  })
})
