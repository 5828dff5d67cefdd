import { expect, test } from '@jest/globals'
import { median } from '../../../bench/support/median.ts'

test.each([
  [[3], 3],
  [[9, 1, 5], 5],
  [[10, 2, 9, 1], 5.5],
  [[100, 20, 3], 20],
  [[], Number.NaN]
])('the median of %j is %d', (samples, middle) => expect(median(samples)).toBe(middle))

test('the samples stay in their order', () => {
  const samples = [3, 1, 2]
  median(samples)
  expect(samples).toEqual([3, 1, 2])
})
