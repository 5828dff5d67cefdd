import { bucketsOf, createHistogram, recordLatency as record } from '../../traffic/traffic.rules.ts'
import type { NodeAnswers } from '../verdict.ts'

/** The value at the nearest rank (`ceil(p/100 × n)`, counted from 1) of ascending values; 0 when there are none. */
export function percentile(ascending: readonly number[], p: number): number {
  const rank = Math.max(1, Math.ceil((p / 100) * ascending.length))
  return ascending[rank - 1] ?? 0
}

/** Percentiles of the latencies, in milliseconds to a tenth. */
export function summariseLatency(ms: readonly number[]): NodeAnswers['latencyMs'] {
  const ascending = ms.toSorted((a, b) => a - b)
  const at = (p: number) => Math.round(percentile(ascending, p) * 10) / 10
  return { p50: at(50), p95: at(95), max: at(100) }
}

/** How the latencies are spread, for a picture. */
export function latencyBuckets(ms: readonly number[]): NonNullable<NodeAnswers['latencyBuckets']> {
  const histogram = createHistogram()
  for (const each of ms) record(histogram, each)
  return bucketsOf(histogram)
}
