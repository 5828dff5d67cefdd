import { describe, expect, test } from '@jest/globals'
import { historyOf, medianMs } from '../../../src/report/history.rules.ts'
import type { RunReport } from '../../../src/report/run-report.ts'
import { historyText } from '../../../src/report/terminal/history.ts'
import type { VerdictStatus } from '../../../src/verify/verdict.ts'
import { passingReport } from '../../support/sample-report.ts'

const look = { width: Number.POSITIVE_INFINITY, hasColor: false, hasUnicode: true }

/** A run in which the check `counter` ended so; each one day after the one before. */
const runs = (...all: [status: VerdictStatus | 'gone', commit?: string][]) =>
  all.map(([status, commit], day) => {
    const report: RunReport = passingReport()
    const sha = (commit ?? String(day)).repeat(40).slice(0, 40)
    report.startedAt = `2026-11-${String(10 + day)}T08:00:00.000Z`
    report.source = { ...report.source, commit: { sha } }
    if (report.verify)
      report.verify.verdicts = report.verify.verdicts
        .filter(verdict => status !== 'gone' || verdict.id !== 'counter')
        .map(verdict =>
          verdict.id === 'counter' && status !== 'gone'
            ? { ...verdict, status, durationMs: 1_000 * (day + 1) }
            : verdict
        )
    return { place: `runs/${day}/report.json`, report }
  })
const counterOf = (...all: Parameters<typeof runs>) =>
  historyOf(runs(...all), 20).cases.find(each => each.id === 'verify workshop/counter')

test('runs stand in the order of time, and only the last of them', () => {
  const { runs: shown } = historyOf(runs(['pass'], ['fail'], ['pass']).reverse(), 2)
  expect(shown.map(run => run.place)).toEqual(['runs/1/report.json', 'runs/2/report.json'])
  expect(shown[0]).toMatchObject({
    stack: 'workshop',
    deploy: { outcome: 'converged', durationMs: 19_240 },
    checks: { pass: 9, fail: 1, inconclusive: 0, skipped: 0 }
  })
})

describe('flaky is', () => {
  test.each<[string, boolean, Parameters<typeof runs>]>([
    ['a check that turns more than once', true, [['pass'], ['fail'], ['pass']]],
    ['not one that began to fail', false, [['pass'], ['fail'], ['fail']]],
    ['not one that was mended', false, [['fail'], ['fail'], ['pass']]],
    [
      'one that did both of one commit',
      true,
      [
        ['fail', 'a'],
        ['pass', 'a']
      ]
    ],
    ['not what nobody could measure in between', false, [['pass'], ['inconclusive'], ['pass']]],
    ['seen through runs that had no such check', true, [['pass'], ['gone'], ['fail'], ['pass']]]
  ])('%s', (_title, isFlaky, all) => expect(counterOf(...all)?.isFlaky).toBe(isFlaky))
})

test('a check that a run did not have has no verdict there', () =>
  expect(counterOf(['pass'], ['gone'], ['fail'])).toMatchObject({
    statuses: ['pass', undefined, 'fail'],
    passed: 1,
    failed: 1
  }))

test.each([
  [[], undefined],
  [[undefined, 5], 5],
  [[4, 1, 3], 3],
  [[4, 1, 3, 2], 2.5]
])('the median of %j is %s', (durations, median) => expect(medianMs(durations)).toBe(median))

test('on a terminal: a line for each run, and for each check its verdicts side by side, the restless first', () => {
  const text = historyText(historyOf(runs(['pass'], ['fail'], ['pass']), 20), look)
  expect(text).toMatch(/^ +began +result +took +deploy +passed +failed +open +commit +stack\n/)
  expect(text).toMatch(
    /2 +2026-11-11 08:00 +pass +2 min 24 s +converged 19\.2 s +9 +1 +0 +1111111 +workshop\n/
  )
  expect(text).toMatch(
    /check +runs +median\n─+\nThe visits counter counts requests, and only them +✔✖✔ +2\.0 s +flaky\n/
  )
  expect(text).toMatch(/Flaky: The visits counter counts requests, and only them\.$/)
  expect(historyText(historyOf(runs(['pass']), 20), look)).toMatch(/Nothing is flaky in 1 run\.$/)
  expect(historyText({ runs: [], cases: [] }, look)).toBe('No report was found.')
})
