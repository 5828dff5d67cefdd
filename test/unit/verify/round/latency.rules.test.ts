import { describe, expect, test } from '@jest/globals'
import { percentile, summariseLatency } from '../../../../src/verify/round/latency.rules.ts'

describe('percentile, by nearest rank', () => {
  test.each([
    [[], 50, 0],
    [[7], 50, 7],
    [[15, 20, 35, 40, 50], 30, 20],
    [[15, 20, 35, 40, 50], 40, 20],
    [[15, 20, 35, 40, 50], 50, 35],
    [[15, 20, 35, 40, 50], 100, 50],
    [[1, 2], 0, 1]
  ])('%j at %d is %d', (values, p, expected) => {
    expect(percentile(values, p)).toBe(expected)
  })
})

test('the summary sorts, and rounds to a tenth', () => {
  expect(summariseLatency([9.06, 1.23, 30])).toEqual({ p50: 9.1, p95: 30, max: 30 })
})
