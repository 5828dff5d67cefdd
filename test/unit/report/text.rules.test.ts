import { expect, test } from '@jest/globals'
import {
  bytes,
  count,
  duration,
  moment,
  oneLine,
  percent,
  plain,
  whole
} from '../../../src/report/text.rules.ts'

test.each([
  [-1, '0 ms'],
  [0.4, '0 ms'],
  [820, '820 ms'],
  [1000, '1.0 s'],
  [59_949, '59.9 s'],
  [59_950, '1 min 0 s'],
  [192_000, '3 min 12 s'],
  [3_599_400, '59 min 59 s'],
  [3_600_000, '1 h 00 min'],
  [3_780_000, '1 h 03 min']
])('duration %d → %s', (ms, text) => expect(duration(ms)).toBe(text))

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [88_412_160, '88.4 MB'],
  [999_960, '1.0 MB'],
  [2e15, '2000.0 TB']
])('bytes %d → %s', (n, text) => expect(bytes(n)).toBe(text))

test.each([
  [1, 3, '33.3 %'],
  [3, 3, '100 %'],
  [0, 3, '0 %'],
  [0, 0, '0 %']
])('percent %d of %d → %s', (part, of, text) => expect(percent(part, of)).toBe(text))

test('numbers and nouns', () => {
  expect([whole(12_345), count(1, 'node'), count(0, 'node'), count(1200, 'node')]).toEqual([
    '12,345',
    '1 node',
    '0 nodes',
    '1,200 nodes'
  ])
})

test('a time reads as one, anything else stays', () => {
  expect(moment('2026-11-23T02:14:08.120Z')).toBe('2026-11-23 02:14 UTC')
  expect(moment('2026-11-23T02:14Z')).toBe('2026-11-23 02:14 UTC')
  expect(moment('yesterday\n')).toBe('yesterday')
})

test('what would forge lines or turn them round is shown as a sign', () => {
  expect(plain('a\u001b[31m\u202eb\r\nc\td\u0000')).toBe('a\ufffdb\nc\td\ufffd')
  expect(oneLine(' a\n::error::b\u2028c ')).toBe('a ::error::b\ufffdc')
})
