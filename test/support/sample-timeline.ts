import type { TimelineEntry } from '../../src/rollout/timeline.ts'

/** An update as the watch saw it: for tests of the renderers, and to look at. */

type Made = { service?: string; slot: string; task: string; node: string; isCurrent?: boolean }
type Seen = [afterMs: number, to: string, more?: Partial<TimelineEntry>]

/** What was seen of one task, in order: `new` is when it was made. */
export function taskEntries(startedAt: string, made: Made, ...seen: Seen[]): TimelineEntry[] {
  const { service = 'workshop_backend', slot, task, node, isCurrent = true } = made
  return seen.map(([afterMs, to, more], i) => ({
    kind: 'task',
    at: new Date(Date.parse(startedAt) + afterMs).toISOString(),
    seenAtMs: Date.parse(startedAt) + Math.max(0, afterMs) + 200,
    service,
    slot,
    task,
    node,
    from: seen[i - 1]?.[1],
    to,
    image: isCurrent ? 'backend:2' : 'backend:1',
    serviceVersion: 21,
    isCurrent,
    message: to === 'running' ? 'started' : '',
    error: '',
    ...more
  }))
}

const inTime = (entries: TimelineEntry[]): TimelineEntry[] =>
  entries.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))

/** Slots 1 and 2 are updated one after the other; the third one's new task fails twice, and the old one runs on. */
export function sampleTimeline(startedAt: string): TimelineEntry[] {
  const task = (made: Made, ...seen: Seen[]) => taskEntries(startedAt, made, ...seen)
  const old = (slot: string, node: string, endMs?: number) =>
    task(
      { slot, task: `old${slot}`, node, isCurrent: false },
      [-3_600_000, 'new'],
      [-3_590_000, 'running'],
      ...(endMs === undefined ? [] : [[endMs, 'shutdown'] as Seen])
    )
  const fresh = (slot: string, node: string, ms: number) =>
    task(
      { slot, task: `new${slot}`, node },
      [ms, 'new'],
      [ms + 300, 'preparing'],
      [ms + 2_300, 'starting'],
      [ms + 6_000, 'running']
    )
  const failing = (task_: string, ms: number) =>
    task(
      { slot: '3', task: task_, node: 'worker2' },
      [ms, 'new'],
      [ms + 400, 'preparing'],
      [ms + 2_000, 'starting'],
      [ms + 5_500, 'failed', { error: 'task: non-zero exit (255)' }]
    )
  const service = (ms: number, from: string | undefined, to: string, message = ''): TimelineEntry => ({
    ...(task({ slot: '', task: '', node: '' }, [ms, to])[0] as TimelineEntry),
    kind: 'service',
    from,
    message
  })
  return inTime([
    service(-3_000, undefined, 'updating', 'update in progress'),
    ...old('1', 'manager1', 6_200),
    ...old('2', 'worker1', 28_400),
    ...old('3', 'worker2'),
    // It had ended long before: nobody wants to see it.
    ...task(
      { slot: '3', task: 'history', node: 'worker2', isCurrent: false },
      [-7_200_000, 'new'],
      [-7_100_000, 'shutdown']
    ),
    ...fresh('1', 'manager1', 120),
    ...fresh('2', 'worker1', 22_300),
    ...failing('new3a', 44_000),
    ...failing('new3b', 54_600)
  ])
}
