import { describe, expect, test } from '@jest/globals'
import { failuresBefore, hintFor } from '../../../../src/grading/hints/hints.rules.ts'

const HINTS = ['mild', 'clear', 'plain']

test.each([
  [1, 'mild'],
  [2, 'clear'],
  [3, 'plain'],
  [99, 'plain'],
  [0, 'mild']
])('after %d failures it is %s', (attempts, hint) => {
  expect(hintFor(HINTS, attempts)).toBe(hint)
})

test.each([
  ['none', undefined],
  ['first', 'mild'],
  ['all', 'mild clear plain']
] as const)('a trainer may show %s', (show, hint) => {
  expect(hintFor(HINTS, 3, { show, after: 1 })).toBe(hint)
})

test('a trainer may ask for more failures for each hint', () => {
  expect([1, 2, 3, 4].map(attempts => hintFor(HINTS, attempts, { show: 'earned', after: 2 }))).toEqual([
    'mild',
    'mild',
    'clear',
    'clear'
  ])
})

describe('failures before', () => {
  const failed = (fingerprint: string, ...ids: string[]) => ({ fingerprint, failed: ids, passed: [] })
  const passed = (fingerprint: string, ...ids: string[]) => ({ fingerprint, failed: [], passed: ids })

  test('are counted by what was graded: asking again earns nothing', () => {
    const history = [failed('1', 'a'), failed('1', 'a'), failed('2', 'a', 'b')]
    expect(failuresBefore(history, '3')).toEqual(
      new Map([
        ['a', 2],
        ['b', 1]
      ])
    )
    expect(failuresBefore(history, '2')).toEqual(
      new Map([
        ['a', 1],
        ['b', 0]
      ])
    )
  })

  test('begin anew when the check has passed', () => {
    expect(failuresBefore([failed('1', 'a'), passed('2', 'a'), failed('3', 'a')], '4')).toEqual(
      new Map([['a', 1]])
    )
    expect(failuresBefore([failed('1', 'a'), passed('2', 'a')], '3')).toEqual(new Map())
  })
})
