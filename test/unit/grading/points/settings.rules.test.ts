import { expect, test } from '@jest/globals'
import { applySettings } from '../../../../src/grading/points/settings.rules.ts'
import { assignment, check } from '../builders.ts'

const COURSE = [
  assignment('01-swarm', [check('a')]),
  assignment('05-mesh', [check('b', { requires: ['a'] }), check('c', { requires: ['b'] })]),
  assignment('06-scaling', [check('d', { requires: ['c'] })])
]
const apply = (settings: Partial<Parameters<typeof applySettings>[1]>) =>
  applySettings(COURSE, { leaveOut: [], points: {}, hints: {}, ...settings })
const left = (settings: Partial<Parameters<typeof applySettings>[1]>) => {
  const found = apply(settings)
  if ('unknown' in found) return found.unknown
  return found.assignments.flatMap(({ checks }) =>
    checks.map(({ id, requires }) => `${id} < ${requires.join(' ')}`)
  )
}

test('without any, everything stays', () => {
  expect(left({})).toEqual(['a < ', 'b < a', 'c < b', 'd < c'])
})

test.each([
  ['a check', ['b'], ['a < ', 'c < a', 'd < c']],
  ['an assignment by its name', ['05-mesh'], ['a < ', 'd < a']],
  ['an assignment by its number', ['05'], ['a < ', 'd < a']],
  ['what others require', ['01'], ['b < ', 'c < b', 'd < c']]
])('%s is left out, and what it required is required in its place', (_what, leaveOut, expected) => {
  expect(left({ leaveOut })).toEqual(expected)
})

test('points and hints of one check are replaced', () => {
  expect(apply({ points: { c: 9 }, hints: { c: ['x'] } })).toMatchObject({
    assignments: [{}, { checks: [{ points: 2 }, { points: 9, hints: ['x'] }] }, {}]
  })
})

test('names of nothing are said, with what was meant', () => {
  expect(left({ leaveOut: ['05-mash'], points: { dd: 1 }, hints: { zzzzzz: [] } })).toEqual([
    '05-mash (did you mean 05-mesh?)',
    'dd (did you mean d?)',
    'zzzzzz'
  ])
})
