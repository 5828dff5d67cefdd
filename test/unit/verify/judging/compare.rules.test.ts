import { expect, test } from '@jest/globals'
import { compare, inWords, type Wanted } from '../../../../src/verify/judging/compare.rules.ts'
import { fieldAt } from '../../../../src/verify/judging/field.rules.ts'
import { parseExposition } from '../../../../src/verify/kinds/metrics/exposition.rules.ts'

test.each<[unknown, Wanted, string]>([
  [3, 3, 'holds'],
  [3, '3', 'fails'],
  [3, { gte: 2, lte: 3 }, 'holds'],
  [3, { gte: 4 }, 'fails'],
  ['3', { gte: 1 }, 'fails'],
  [Number.NaN, { gte: 0 }, 'fails'],
  [undefined, { ne: 1 }, 'holds'],
  [undefined, { lte: 1 }, 'fails'],
  [undefined, { exists: false }, 'holds'],
  [null, { exists: true }, 'fails'],
  [0, { exists: true }, 'holds'],
  [['a', 'b'], { contains: 'b' }, 'holds'],
  [['ab'], { contains: 'b' }, 'fails'],
  ['ab', { contains: 'b' }, 'holds'],
  ['a\nb', { matches: '^b$' }, 'holds'],
  [5, { matches: '5' }, 'fails'],
  [`${'a'.repeat(40)}!`, { matches: '^(a+)+$' }, 'unknown'],
  [{}, {}, 'fails'],
  [{ a: 1 }, { eq: '[object Object]' }, 'fails']
])('%j compared with %j %s', (value, wanted, result) => {
  expect(compare(value, wanted)).toBe(result)
})

test('comparisons in words', () => {
  expect([inWords(3), inWords({ gte: 1, lte: 2 }), inWords({ exists: false })]).toEqual([
    'is 3',
    'is at least 1 and is at most 2',
    'is not there'
  ])
})

test.each([
  ['a.b[1]', 2],
  ['a["x.y"]', 'z'],
  ['l[*].n', [1, 2]],
  ['a.none.b', undefined],
  ['a.constructor', undefined],
  ['a..b', undefined],
  ['', undefined]
])('the field %s', (path, value) => {
  expect(fieldAt({ a: { b: [1, 2], 'x.y': 'z' }, l: [{ n: 1 }, {}, { n: 2 }] }, path)).toEqual(value)
})

test('metrics in Prometheus’ text format', () => {
  const text = '# TYPE a counter\na 1\nb{x="1",y="a\\"b"} 2.5e3 1700000000\nc +Inf\n<html>\nd{x=1} 2\n'
  const { samples, badLines } = parseExposition(text)
  expect(samples).toEqual([
    { name: 'a', labels: {}, value: 1 },
    { name: 'b', labels: { x: '1', y: 'a"b' }, value: 2500 },
    { name: 'c', labels: {}, value: Infinity }
  ])
  expect(badLines).toBe(2)
})
