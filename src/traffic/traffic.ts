/**
 * Traffic: requests at a fixed rate that nothing slows down (`generate`), and one visitor at a time who keeps coming
 * (`startProber`), with what they met.
 * Others import from here and, what is pure, from `traffic.rules.ts` alone.
 */

export { generate } from './generate.ts'
export type { LoadResult } from './load-result.rules.ts'
export type { ProbeResult } from './probe.rules.ts'
export { type Prober, startProber } from './prober.ts'
export type { FailureKind, LatencyBucket, TrafficTarget } from './samples.ts'
