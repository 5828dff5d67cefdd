import { expect, test } from '@jest/globals'
import { countTests, plainLine, sum } from '../../../tools/test-counts.mjs'

const result = (...tests: [status: string, group: string][]) => ({
  numPassedTests: tests.filter(([status]) => status === 'passed').length,
  numFailedTests: tests.filter(([status]) => status === 'failed').length,
  numRuntimeErrorTestSuites: 0,
  testResults: [
    {
      testResults: tests.map(([status, group]) => ({
        status,
        ancestorTitles: [group],
        fullName: `${group} works`
      }))
    }
  ]
})

test('a skip with its reason is a skip, one without is a failure', () => {
  const counts = countTests(
    result(
      ['passed', 'a'],
      ['pending', 'b [skipped: no QEMU]'],
      ['pending', 'b [skipped: no QEMU]'],
      ['todo', 'c']
    )
  )
  expect(counts).toEqual({
    passed: 1,
    failed: 1,
    skipped: 2,
    skipReasons: ['c works: skipped without a reason', 'no QEMU']
  })
})

test('a suite that does not load is a failure', () => {
  expect(countTests({ ...result(), numRuntimeErrorTestSuites: 2 })).toMatchObject({ failed: 2 })
})

test('the line names skips only when there are some', () => {
  const counts = { passed: 3, failed: 0, skipped: 0, skipReasons: [] }
  expect(plainLine(counts)).toBe('3 passed, 0 failed')
  expect(plainLine(sum([counts, { ...counts, failed: 1, skipped: 2 }]))).toBe('6 passed, 1 failed, 2 skipped')
})
