import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { columnsOf, cut } from '../../../src/cli/columns.rules.ts'
import { wrapped } from '../../../src/cli/wrap.rules.ts'

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
