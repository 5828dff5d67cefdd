// What a rolling update must take at least, by the slot times that it had itself: pure.
import type { ApiServiceSpec } from '../../src/docker/types.ts'
import type { TimelineEntry } from '../../src/rollout/timeline.ts'

const NANO = 1e6
const TAIL_MS = 1_000
const DEFAULT_MONITOR_MS = 5_000

/** A new task, milliseconds since the epoch by our clock. With a health check it runs only once it is healthy. */
export type Slot = { task: string; node: string; madeAtMs: number; runsAtMs: number }

/** The tasks that the update made, in the order they were made in. `aheadMs`: how far the engine's clock is ahead. */
export function slotsOf(
  timeline: readonly TimelineEntry[],
  service: string,
  oldIds: ReadonlySet<string>,
  aheadMs: number
): Slot[] {
  const entries = timeline.filter(
    entry => entry.kind === 'task' && entry.service === service && !oldIds.has(entry.task)
  )
  const atMs = (entry: TimelineEntry): number => Date.parse(entry.at) - aheadMs
  return (
    entries
      .filter(entry => entry.to === 'running')
      .flatMap(runs => {
        const made = entries.find(entry => entry.task === runs.task && entry.to === 'new')
        return made ? [{ task: runs.task, node: runs.node, madeAtMs: atMs(made), runsAtMs: atMs(runs) }] : []
      })
      // A task that ended before the update began is in the timeline as well, but was not seen to run.
      .toSorted((a, b) => a.madeAtMs - b.madeAtMs)
  )
}

/**
 * Σ over the batches (the slowest slot of the batch + delay) + (delay ≥ monitor ? delay + 1 s : monitor): the
 * start-first formula of `rollingUpdateMs`, in which a slot is prepare + start + first probe, with measured slots.
 */
export function formulaMs({ UpdateConfig: config }: ApiServiceSpec, slots: readonly Slot[]): number {
  const parallelism = (config ? config.Parallelism : 1) || Math.max(1, slots.length)
  const delayMs = (config?.Delay ?? 0) / NANO
  const monitorMs = config?.Monitor ? config.Monitor / NANO : DEFAULT_MONITOR_MS
  let totalMs = delayMs >= monitorMs ? delayMs + TAIL_MS : monitorMs
  for (let first = 0; first < slots.length; first += parallelism) {
    const batch = slots.slice(first, first + parallelism)
    totalMs += Math.max(...batch.map(slot => slot.runsAtMs - slot.madeAtMs)) + delayMs
  }
  return totalMs
}
