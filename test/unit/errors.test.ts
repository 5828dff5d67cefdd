import { expect, test } from '@jest/globals'
import { classify, exitCodeOf, explain, isDiskFull, SwarmlineError } from '../../src/errors.ts'

test('one line, with the way out when there is one', () => {
  expect(explain(new SwarmlineError('input', 'bad\n  thing', { hint: 'mend it' }))).toBe(
    'bad; thing — mend it'
  )
  expect(explain(new Error('odd'))).toBe('odd')
  expect(explain(undefined)).toBe('undefined')
  expect(explain(new Error(''))).toBe('unknown error')
})

test.each([
  [Object.assign(new Error('write'), { code: 'ENOSPC' }), 'disk-full'],
  [new Error('tar: x: No space left on device'), 'disk-full'],
  [Object.assign(new Error('listen'), { code: 'EADDRINUSE' }), 'port-taken'],
  [Object.assign(new Error('stop'), { name: 'AbortError' }), 'cancelled'],
  [new Error('else'), 'internal']
])('%s is %s', (error, code) => {
  expect(classify(error).code).toBe(code)
  expect(classify(classify(error)).code).toBe(code)
})

test('exit status: 2 for usage, 130 for a cancellation, 1 for the rest', () => {
  expect(exitCodeOf(new SwarmlineError('usage', ''))).toBe(2)
  expect(exitCodeOf(new SwarmlineError('cancelled', ''))).toBe(130)
  expect(exitCodeOf(new SwarmlineError('input', ''))).toBe(1)
  expect(exitCodeOf('anything')).toBe(1)
})

test.each([
  'tar: ./usr/bin/php8.4: Cannot write: No space left on device',
  "E: You don't have enough free space in /var/cache/apt/archives/.",
  'Disk quota exceeded'
])('%s is a full disk', said => {
  expect(isDiskFull(said)).toBe(true)
  expect(isDiskFull('E: Unable to locate package')).toBe(false)
})
