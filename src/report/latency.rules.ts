import type { LatencyBucket } from '../traffic/traffic.ts'

/** Buckets of several measurements added up, the fastest first. They have the same bounds: see `bucketsOf`. */
export function mergedBuckets(all: readonly (readonly LatencyBucket[])[]): LatencyBucket[] {
  const byBound = new Map<number, LatencyBucket>()
  for (const bucket of all.flat()) {
    const known = byBound.get(bucket.toMs)
    byBound.set(bucket.toMs, known ? { ...known, count: known.count + bucket.count } : bucket)
  }
  return [...byBound.values()].filter(isSound).toSorted((a, b) => a.fromMs - b.fromMs)
}

const isSound = ({ fromMs, toMs, count }: LatencyBucket): boolean =>
  fromMs >= 0 && toMs > fromMs && count > 0 && Number.isFinite(toMs)

/** The upper bound of the bucket in which the given share of the answers ends; `undefined` without any. */
export function boundOf(buckets: readonly LatencyBucket[], percent: number): number | undefined {
  const total = buckets.reduce((sum, bucket) => sum + bucket.count, 0)
  let seen = 0
  for (const bucket of buckets) {
    seen += bucket.count
    if (seen >= (percent / 100) * total - 1e-9) return bucket.toMs
  }
  return undefined
}
