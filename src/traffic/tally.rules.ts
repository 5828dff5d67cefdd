// Counting what happened, in plain data that can cross a thread and be added up.
import { createHistogram, type Histogram, mergeInto, record } from './histogram.rules.ts'
import type { ByKind, FailureKind, FirstFailure, Sample } from './samples.ts'

/** `answers`: latencies of the good answers only; a failure's time says little of the others. */
export type Counts = { answered: number; failed: number; notSent: number; kinds: ByKind; answers: Histogram }

export type Tally = {
  all: Counts
  targets: Counts[]
  /** Replica → what it answered. Names come from the server: at most `MAX_REPLICAS`, the others as one. */
  replicas: Map<string, Counts>
  /** One for each second of due times. */
  seconds: Counts[]
  /** Everything that was sent, good or bad, from the due time to its end. */
  ends: Histogram
  /** From the due time to the sending: this machine's share of the latency. */
  sendLag: Histogram
  /** Requests that were not sent for want of sockets, ports or memory here. */
  shortages: number
  firstFailures: FirstFailure[]
}

export const MAX_REPLICAS = 256
export const OTHER_REPLICAS = '(others)'
export const MAX_FIRST_FAILURES = 20
/** Later seconds count as the last one: an hour's worth, some 20 MB. */
const MAX_SECONDS = 3600

export const createCounts = (): Counts => ({
  answered: 0,
  failed: 0,
  notSent: 0,
  kinds: {},
  answers: createHistogram()
})

export const createTally = (targets: number): Tally => ({
  all: createCounts(),
  targets: Array.from({ length: targets }, createCounts),
  replicas: new Map(),
  seconds: [],
  ends: createHistogram(),
  sendLag: createHistogram(),
  shortages: 0,
  firstFailures: []
})

/** Counts one request. */
export function count(counts: Counts, { outcome, dueMs, endMs }: Sample): void {
  if (outcome.kind === 'answer') {
    counts.answered++
    record(counts.answers, endMs - dueMs)
  } else if (outcome.kind === 'not-sent') counts.notSent++
  else {
    counts.failed++
    counts.kinds[outcome.kind] = (counts.kinds[outcome.kind] ?? 0) + 1
  }
}

/** @param replica who answered, when it is known */
export function addSample(tally: Tally, sample: Sample, replica: string | undefined, names: string[]): void {
  const { outcome, dueMs, sentMs, endMs } = sample
  count(tally.all, sample)
  const target = tally.targets[sample.target]
  if (target) count(target, sample)
  if (replica !== undefined) count(replicaCounts(tally, replica), sample)
  count(secondCounts(tally, Math.min(MAX_SECONDS - 1, Math.floor(dueMs / 1000))), sample)
  if (outcome.kind === 'not-sent') {
    if (!outcome.isCapped) tally.shortages++
  } else {
    record(tally.ends, endMs - dueMs)
    record(tally.sendLag, sentMs - dueMs)
  }
  if (outcome.kind !== 'answer' && tally.firstFailures.length < MAX_FIRST_FAILURES)
    tally.firstFailures.push(firstFailure(sample, outcome.kind, outcome.detail, names))
}

export const firstFailure = (
  { dueMs, target }: Sample,
  kind: FailureKind | 'not-sent',
  detail: string,
  names: readonly string[]
): FirstFailure => ({ atMs: Math.round(dueMs), target: names[target] ?? '?', kind, detail })

function replicaCounts({ replicas }: Tally, name: string): Counts {
  const known = replicas.get(name)
  if (known) return known
  const key = replicas.size < MAX_REPLICAS ? name : OTHER_REPLICAS
  const counts = replicas.get(key) ?? createCounts()
  replicas.set(key, counts)
  return counts
}

function secondCounts({ seconds }: Tally, second: number): Counts {
  while (seconds.length <= second) seconds.push(createCounts())
  return seconds[second] as Counts
}

/** Adds what another sender counted. */
export function mergeTally(tally: Tally, from: Tally): void {
  mergeCounts(tally.all, from.all)
  for (const [index, counts] of from.targets.entries()) {
    const target = tally.targets[index]
    if (target) mergeCounts(target, counts)
  }
  for (const [name, counts] of from.replicas) mergeCounts(replicaCounts(tally, name), counts)
  for (const [second, counts] of from.seconds.entries()) mergeCounts(secondCounts(tally, second), counts)
  mergeInto(tally.ends, from.ends)
  mergeInto(tally.sendLag, from.sendLag)
  tally.shortages += from.shortages
  tally.firstFailures = [...tally.firstFailures, ...from.firstFailures]
    .sort((a, b) => a.atMs - b.atMs)
    .slice(0, MAX_FIRST_FAILURES)
}

function mergeCounts(counts: Counts, from: Counts): void {
  counts.answered += from.answered
  counts.failed += from.failed
  counts.notSent += from.notSent
  for (const kind of Object.keys(from.kinds) as FailureKind[])
    counts.kinds[kind] = (counts.kinds[kind] ?? 0) + (from.kinds[kind] ?? 0)
  mergeInto(counts.answers, from.answers)
}
