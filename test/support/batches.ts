import type { TimelineEntry } from '../../src/rollout/timeline.ts'

/** Slots that a rolling update had under way at the same time. Milliseconds since the epoch, the engine's clock. */
export type Batch = {
  slots: readonly string[]
  /** When the first new task was made: with `stop-first` that is when its predecessor is told to stop. */
  startMs: number
  /** When the last of them ran; `undefined` while one does not. */
  endMs: number | undefined
  /** From the end of the batch before to the start of this one; below zero where they overlap. */
  gapMs: number | undefined
}

type Replacement = { slot: string; startMs: number; endMs: number | undefined }

/**
 * The batches of a service's last update, or of its first deploy when there was none. A slot belongs to a batch when
 * its new task was made before any of the batch's ran; the first new task of each slot counts.
 */
export function batchesOf(timeline: readonly TimelineEntry[], service: string): Batch[] {
  const own = timeline.filter(entry => entry.service === service)
  const status = own.filter(entry => entry.kind === 'service')
  const began = status.findLast(entry => entry.to === 'updating')
  const turned = began && status.find(e => e.to === 'rollback_started' && e.seenAtMs >= began.seenAtMs)
  const fromMs = began ? Date.parse(began.at) : Number.NEGATIVE_INFINITY
  const untilMs = turned ? Date.parse(turned.at) : Number.POSITIVE_INFINITY
  const batches: Replacement[][] = []
  for (const replaced of replacements(own, fromMs, untilMs)) {
    const batch = batches.at(-1)
    const firstEndMs = Math.min(...(batch ?? []).map(r => r.endMs ?? Number.POSITIVE_INFINITY))
    if (batch && replaced.startMs < firstEndMs) batch.push(replaced)
    else batches.push([replaced])
  }
  return batches.map((batch, i) => {
    const startMs = batch[0]?.startMs ?? 0
    const before = i > 0 ? endOf(batches[i - 1] ?? []) : undefined
    return {
      slots: batch.map(r => r.slot),
      startMs,
      endMs: endOf(batch),
      gapMs: before === undefined ? undefined : startMs - before
    }
  })
}

function endOf(batch: readonly Replacement[]): number | undefined {
  const ends = batch.flatMap(r => r.endMs ?? [])
  return ends.length === batch.length ? Math.max(...ends) : undefined
}

/** The first task that each slot got in that time, in the order in which they were made. */
function replacements(own: readonly TimelineEntry[], fromMs: number, untilMs: number): Replacement[] {
  const tasks = own.filter(entry => entry.kind === 'task')
  const made = tasks.filter(e => e.to === 'new' && Date.parse(e.at) >= fromMs && Date.parse(e.at) < untilMs)
  const bySlot = new Map<string, Replacement>()
  for (const entry of made.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))) {
    const ran = tasks.find(e => e.task === entry.task && e.to === 'running')
    // A global service's task has no node yet when it is made: its slot is known when it runs.
    const slot = ran?.slot || entry.slot
    if (bySlot.has(slot)) continue
    bySlot.set(slot, { slot, startMs: Date.parse(entry.at), endMs: ran && Date.parse(ran.at) })
  }
  return [...bySlot.values()]
}
