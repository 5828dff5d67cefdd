import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { columnsOf, cut, neutralized } from '../../../src/cli/foreign-text.rules.ts'
import { wrapped } from '../../../src/cli/wrap.rules.ts'

test.each([
  ['\u001b[31mred\u001b[0m', 'red'],
  ['\u001b]0;title\u0007text', 'text'],
  ['a\nb\tc', 'a b c'],
  ['over\rwritten', 'over\\x0dwritten'],
  ['bell\u0007', 'bell\\x07'],
  ['c1 \u009b2J', 'c1 '],
  ['user\u202egpj.exe', 'user\\u202egpj.exe'],
  ['plain ✔ text', 'plain ✔ text']
])('%j is shown as %j', (text, shown) => {
  expect(neutralized(text)).toBe(shown)
})

test('nothing that is shown can be obeyed', () => {
  const units = fc.string({ unit: 'binary', maxLength: 40 })
  void fc.assert(fc.property(units, text => !/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(neutralized(text))))
})

test.each([
  ['abc', 3],
  ['日本', 4],
  ['é', 1],
  ['👩‍💻', 2],
  ['✔', 1]
])('%j takes %i columns', (text, columns) => {
  expect(columnsOf(text)).toBe(columns)
})

test('text is cut at the width, with a mark', () => {
  expect(cut('abcdef', 6)).toBe('abcdef')
  expect(cut('abcdef', 5)).toBe('abcd…')
  expect(cut('日本語', 4)).toBe('日…')
  expect(cut('abc', 0)).toBe('')
  expect(cut('abc', Number.POSITIVE_INFINITY)).toBe('abc')
})

test('what is cut is never wider than asked', () => {
  void fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.nat(60),
      (text, width) => columnsOf(cut(text, width)) <= width
    )
  )
})

test('wrapping keeps every letter, and every line within the width', () => {
  const words = fc.array(fc.string({ unit: 'grapheme-ascii' })).map(list => list.join(' '))
  const property = fc.property(words, fc.integer({ min: 2, max: 30 }), (text, width) => {
    const lines = wrapped(text, width)
    return (
      lines.every(line => columnsOf(line) <= width) &&
      lines.join('').replaceAll(' ', '') === text.replaceAll(' ', '')
    )
  })
  void fc.assert(property)
})
