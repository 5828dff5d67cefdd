import { expect, test } from '@jest/globals'
import { matchesPattern } from '../../../src/verify/pattern.rules.ts'

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
