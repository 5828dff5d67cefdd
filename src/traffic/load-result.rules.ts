import { bucketsOf, percentileOf, summarise } from './histogram.rules.ts'
import type { ByKind, FirstFailure, LatencyBucket, LatencySummary } from './samples.ts'
import type { Counts, Tally } from './tally.rules.ts'
import { type GeneratorSelf, reasonsForVoid, type SelfLimits } from './void.rules.ts'

/** `planned = answered + failed + notSent`. Latencies are of the good answers. */
export type Share = {
  planned: number
  answered: number
  failed: number
  /** Not sent because too many were under way, or because this machine had no socket or port left. */
  notSent: number
  failedByKind: ByKind
  latencyMs: LatencySummary
}

/** One second of due times, counted from the start. `sent = answered + failed`. */
export type SeriesPoint = { second: number; sent: number; failed: number; notSent: number; p99Ms: number }

/** What a run of the generator measured. A void run's figures must not be believed. */
export type LoadResult = Share & {
  /** Good and bad alike: of everything that was sent, from the due time to its end. */
  allLatencyMs: LatencySummary
  /** Of the good answers. */
  latencyBuckets: LatencyBucket[]
  /** From the start to the last request's end. */
  durationMs: number
  targets: ({ name: string } & Share)[]
  /** By name. Empty without `identify`; failures only where the answer still named its replica. */
  replicas: ({ name: string } & Share)[]
  series: SeriesPoint[]
  /** The first 20, in the order of their ends. */
  firstFailures: FirstFailure[]
  generator: GeneratorSelf
} & ({ isVoid: false } | { isVoid: true; why: string })

export function loadResult(
  names: readonly string[],
  tally: Tally,
  run: { durationMs: number; generator: GeneratorSelf; limits: SelfLimits }
): LoadResult {
  const why = reasonsForVoid(run.generator, tally, run.limits)
  return {
    ...shareOf(tally.all),
    allLatencyMs: summarise(tally.ends),
    latencyBuckets: bucketsOf(tally.all.answers),
    durationMs: Math.round(run.durationMs),
    targets: tally.targets.map((counts, index) => ({ name: names[index] ?? '?', ...shareOf(counts) })),
    replicas: [...tally.replicas]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, counts]) => ({ name, ...shareOf(counts) })),
    series: tally.seconds.map((counts, second) => ({
      second,
      sent: counts.answered + counts.failed,
      failed: counts.failed,
      notSent: counts.notSent,
      p99Ms: Math.round(percentileOf(counts.answers, 99) * 100) / 100
    })),
    firstFailures: tally.firstFailures,
    generator: run.generator,
    ...(why.length > 0 ? { isVoid: true, why: why.join('; ') } : { isVoid: false })
  }
}

export function shareOf({ answered, failed, notSent, kinds, answers }: Counts): Share {
  return {
    planned: answered + failed + notSent,
    answered,
    failed,
    notSent,
    failedByKind: { ...kinds },
    latencyMs: summarise(answers)
  }
}
