// A log-linear histogram of durations, after the idea of HdrHistogram: every power of two is cut into equally
// many cells, so that memory is bounded and a value is known to a fixed share of itself.
import type { LatencyBucket, LatencySummary } from './samples.ts'

/** 128 cells for each power of two: no value is off by more than 1/128 of itself. */
const BITS = 7
const CELLS = 1 << BITS
/** 2^32 µs are 71 minutes; anything longer counts as that in the cells, and as itself in `maxUs`. */
const HIGHEST_US = 2 ** 32 - 1

/** Plain data, so that it can cross a thread. Grows to 3,328 cells at the most. */
export type Histogram = { cells: Uint32Array; count: number; sumUs: number; maxUs: number }

export const createHistogram = (): Histogram => ({
  cells: new Uint32Array(CELLS),
  count: 0,
  sumUs: 0,
  maxUs: 0
})

/** The cell of a whole number of microseconds. */
function cellOf(us: number): number {
  const shift = Math.max(0, 31 - Math.clz32(us) - BITS)
  return shift * CELLS + (us >>> shift)
}

/** The highest whole number of microseconds that falls into the cell. */
function highestIn(cell: number): number {
  const shift = Math.max(0, Math.floor(cell / CELLS) - 1)
  return (cell - shift * CELLS + 1) * 2 ** shift - 1
}

/** @param ms a duration; a negative one counts as 0. */
export function record(histogram: Histogram, ms: number): void {
  const us = Math.max(0, Math.round(ms * 1000))
  const cell = cellOf(Math.min(us, HIGHEST_US) >>> 0)
  if (cell >= histogram.cells.length) grow(histogram, cell + 1)
  histogram.cells[cell] = (histogram.cells[cell] ?? 0) + 1
  histogram.count++
  histogram.sumUs += us
  if (us > histogram.maxUs) histogram.maxUs = us
}

function grow(histogram: Histogram, length: number): void {
  const cells = new Uint32Array(Math.ceil(length / CELLS) * CELLS)
  cells.set(histogram.cells)
  histogram.cells = cells
}

/** Adds what `from` counted. */
export function mergeInto(histogram: Histogram, from: Histogram): void {
  if (from.cells.length > histogram.cells.length) grow(histogram, from.cells.length)
  for (const [cell, count] of from.cells.entries())
    if (count > 0) histogram.cells[cell] = (histogram.cells[cell] ?? 0) + count
  histogram.count += from.count
  histogram.sumUs += from.sumUs
  histogram.maxUs = Math.max(histogram.maxUs, from.maxUs)
}

/**
 * The value at the nearest rank, `ceil(p/100 × n)` counted from 1, in milliseconds: at most 1/128 too high and
 * never too low. 0 when nothing was recorded.
 */
export function percentileOf(histogram: Histogram, p: number): number {
  // The small subtraction keeps 99.9 % of 1000 at rank 999, where floating point says 999.0000000000001.
  const rank = Math.max(1, Math.ceil((p / 100) * histogram.count - 1e-9))
  if (rank >= histogram.count) return histogram.maxUs / 1000
  let seen = 0
  for (const [cell, count] of histogram.cells.entries()) {
    seen += count
    if (seen >= rank) return Math.min(highestIn(cell), histogram.maxUs) / 1000
  }
  return histogram.maxUs / 1000
}

export function summarise(histogram: Histogram): LatencySummary {
  const round = (ms: number) => Math.round(ms * 100) / 100
  const at = (p: number) => round(percentileOf(histogram, p))
  return {
    count: histogram.count,
    mean: round(histogram.count === 0 ? 0 : histogram.sumUs / histogram.count / 1000),
    p50: at(50),
    p90: at(90),
    p95: at(95),
    p99: at(99),
    p999: at(99.9),
    max: at(100)
  }
}

/** Cells in a bucket of a picture: four buckets for each power of two. */
const CELLS_IN_BUCKET = CELLS / 4

/** The histogram as a picture needs it: at most some hundred buckets, each 19 % to 25 % wide; empty ones left out. */
export function bucketsOf(histogram: Histogram): LatencyBucket[] {
  const buckets: LatencyBucket[] = []
  for (let cell = 0; cell < histogram.cells.length; cell += CELLS_IN_BUCKET) {
    const counts = histogram.cells.subarray(cell, cell + CELLS_IN_BUCKET)
    const count = counts.reduce((sum, n) => sum + n, 0)
    const fromMs = cell === 0 ? 0 : highestIn(cell - 1) / 1000
    if (count > 0) buckets.push({ fromMs, toMs: highestIn(cell + CELLS_IN_BUCKET - 1) / 1000, count })
  }
  return buckets
}
