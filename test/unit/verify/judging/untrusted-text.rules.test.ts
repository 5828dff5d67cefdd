import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { neutralise } from '../../../../src/verify/judging/untrusted-text.rules.ts'

test.each([
  ['a\r\n::error::forged', 'a ::error::forged'],
  ['\u001b[31mred\u001b[0m', 'red'],
  ['right\u202eleft', 'right\ufffdleft'],
  ['  plain  ', 'plain'],
  ['x'.repeat(500), `${'x'.repeat(159)}…`]
])('%j → %j', (text, expected) => {
  expect(neutralise(text)).toBe(expected)
})

test('whatever comes, it is one bounded line without control characters', async () => {
  await fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), text => {
      const line = neutralise(text, 50)
      expect([...line].length).toBeLessThanOrEqual(50)
      expect(line).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    })
  )
})
