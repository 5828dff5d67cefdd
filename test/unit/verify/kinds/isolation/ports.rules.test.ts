import { describe, expect, test } from '@jest/globals'
import { matrixOf } from '../../../../../src/verify/kinds/isolation/matrix.rules.ts'
import { isolationTable } from '../../../../../src/verify/kinds/isolation/table.rules.ts'
import { evidenceOf, isTo, judge, shop } from './builders.ts'
import { type Fate, sightingsOf } from './mesh-builders.ts'

describe('a published port that a rule names', () => {
  /** Of all services, only these get through it. */
  const only =
    (...names: string[]): NonNullable<Fate['answer']> =>
    (from, ask) =>
      isTo(ask, '192.') && !names.includes(from.service.name) ? { kind: 'silent' } : undefined

  const halfWay: NonNullable<Fate['answer']> = (_from, ask) =>
    isTo(ask, '192.0.2.2') ? { kind: 'silent' } : undefined

  test.each<[string, Fate, { must?: string[]; mustNot?: string[] }, string, RegExp]>([
    [
      'must not be open, and is',
      {},
      { mustNot: ['db -> web:8080'] },
      'fail',
      /^db -> web:8080 is open, through a/
    ],
    [
      'must not be open to anybody, and is',
      {},
      { mustNot: ['* -> web:8080'] },
      'fail',
      /^api -> .*; db -> web:8080 is/
    ],
    [
      'must not be open, and is through one node',
      { answer: halfWay },
      { mustNot: ['db -> web:8080'] },
      'fail',
      /is open/
    ],
    [
      'must be open, and is through one node only',
      { answer: halfWay },
      { must: ['db -> web:8080'] },
      'fail',
      /is blocked/
    ],
    [
      'is open to another only',
      { answer: only('api') },
      { mustNot: ['db -> web:8080'] },
      'pass',
      /as they must be/
    ],
    [
      'is open to nobody',
      { answer: only() },
      { mustNot: ['db -> web:8080'] },
      'inconclusive',
      /nobody got through/
    ],
    [
      'could not be tried',
      { hasMesh: false },
      { mustNot: ['db -> web:8080'] },
      'inconclusive',
      /1 published port not/
    ],
    ['must not be open, and is not published', {}, { mustNot: ['* -> db:5432'] }, 'pass', /as they must be/],
    ['must be open, and is', {}, { must: ['db -> web:8080'] }, 'pass', /as they must be/],
    [
      'must be open, and is not',
      { answer: only('api') },
      { must: ['db -> web:8080'] },
      'fail',
      /web:8080 is blocked/
    ],
    [
      'must be open, and is not published',
      {},
      { must: ['web -> db:5432'] },
      'fail',
      /^web -> db:5432 is not published/
    ]
  ])('%s', (_how, fate, rules, status, words) => {
    const { status: is, observed } = judge(fate, rules)
    expect([is, observed]).toEqual([status, expect.stringMatching(words)])
  })
  test('is marked in the table, and says nothing about the networks', () => {
    const evidence = evidenceOf(shop(), sightingsOf(shop()), { mustNot: ['db -> web:8080'] })
    expect(isolationTable(matrixOf(evidence)).slice(1, -1)).toEqual([
      'web        -    +    .',
      'api        +    -    +   web:8080+',
      'db         .    +    -   web:8080+!'
    ])
  })
  test('of a service that is not there is an error', () => {
    expect(() => judge({}, { mustNot: ['* -> redis:6379'] })).toThrow('the stack has no service "redis"')
  })
})
