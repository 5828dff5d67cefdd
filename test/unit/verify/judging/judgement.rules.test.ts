import { expect, test } from '@jest/globals'
import { worst } from '../../../../src/verify/judging/judgement.rules.ts'
import type { VerdictStatus } from '../../../../src/verify/verdict.ts'

const cases: [VerdictStatus[], VerdictStatus][] = [
  [['pass', 'pass'], 'pass'],
  [['pass', 'skipped'], 'pass'],
  [['pass', 'inconclusive', 'skipped'], 'inconclusive'],
  [['inconclusive', 'fail', 'pass'], 'fail'],
  [['skipped'], 'skipped'],
  [[], 'inconclusive']
]
test.each(cases)('the worst of %j is %s', (statuses, expected) => {
  expect(worst(statuses)).toBe(expected)
})
