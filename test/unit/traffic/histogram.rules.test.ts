import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  createHistogram,
  mergeInto,
  percentileOf,
  record,
  summarise
} from '../../../src/traffic/histogram.rules.ts'

const of = (values: readonly number[]) => {
  const histogram = createHistogram()
  for (const ms of values) record(histogram, ms)
  return histogram
}

/** From microseconds to minutes, each as likely. */
const anyMs = fc.integer({ min: 0, max: 280 }).map(n => Math.round(1.07 ** n) / 1000)

test('a percentile is never below the value at its rank, and at most 1/128 above', async () => {
  await fc.assert(
    fc.property(
      fc.array(anyMs, { minLength: 1, maxLength: 300 }),
      fc.constantFrom(1, 50, 90, 95, 99, 99.9, 100),
      (values, p) => {
        const exact = values.toSorted((a, b) => a - b)[Math.ceil((p / 100) * values.length - 1e-9) - 1] ?? 0
        const seen = percentileOf(of(values), p)
        expect(seen).toBeGreaterThanOrEqual(exact)
        expect(seen).toBeLessThanOrEqual(exact * (1 + 1 / 128) + 1e-9)
      }
    )
  )
})

test('two merged are one that saw everything', async () => {
  await fc.assert(
    fc.property(fc.array(anyMs), fc.array(anyMs), (some, others) => {
      const merged = of(some)
      mergeInto(merged, of(others))
      const { cells, ...figures } = of([...some, ...others])
      expect({ ...figures, counted: cells.filter(count => count > 0) }).toEqual({
        count: merged.count,
        sumUs: merged.sumUs,
        maxUs: merged.maxUs,
        counted: merged.cells.filter(count => count > 0)
      })
    })
  )
})

test('the usual percentiles, by nearest rank', () => {
  expect(summarise(of(Array.from({ length: 1000 }, (_, n) => (n + 1) / 1000)))).toEqual({
    count: 1000,
    mean: 0.5,
    p50: 0.5,
    p90: 0.9,
    p95: 0.95,
    p99: 0.99,
    p999: 1,
    max: 1
  })
})

test('nothing recorded, nothing negative, and memory that ends', () => {
  expect(summarise(of([]))).toMatchObject({ count: 0, mean: 0, p50: 0, max: 0 })
  expect(summarise(of([-5]))).toMatchObject({ count: 1, max: 0 })
  const long = of([1e12, 1])
  expect(long.cells.length).toBeLessThanOrEqual(3328)
  expect(percentileOf(long, 100)).toBe(1e12)
})
