import { expect, test } from '@jest/globals'
import { matchesPattern, matchingLines } from '../../../../src/verify/judging/pattern.rules.ts'

/** Some million steps until it is known that it is not found. */
const SLOW = ['^(a+)+$', `${'a'.repeat(22)}b`] as const

test('found, not found, no expression', () => {
  expect(matchesPattern('^b.c$', 'a\nbxc\nd')).toBe('holds')
  expect(matchesPattern('^c$', 'abc')).toBe('fails')
  expect(matchesPattern('(', 'abc')).toBe('unknown')
})

test('what one try has no time for a longer one decides', () => {
  expect(matchesPattern(...SLOW, [1])).toBe('unknown')
  expect(matchesPattern(...SLOW, [1, 60_000])).toBe('fails')
})

test('what takes for ever is unknown', () => {
  expect(matchesPattern('^(a+)+$', `${'a'.repeat(60)}b`)).toBe('unknown')
})

test('in which of many lines it is found; all of them share the time of one', () => {
  expect(matchingLines('^b', ['abc', 'bc', 'x', 'b'])).toEqual([1, 3])
  expect(matchingLines('^$', [])).toEqual([])
  expect(matchingLines('(', ['('])).toBe('unknown')
  const slow = Array.from({ length: 10_000 }, () => `${'a'.repeat(60)}b`)
  // One after the other these would take hours.
  expect(matchingLines('^(a+)+$', slow)).toBe('unknown')
  expect(matchingLines('b$', [`${'a'.repeat(300_000)}b`, 'b'])).toEqual([])
})
