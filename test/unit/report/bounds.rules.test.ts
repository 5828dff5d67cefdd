import { expect, test } from '@jest/globals'
import { cutText, LIMITS, withinLimits } from '../../../src/report/bounds.rules.ts'
import { failingReport } from '../../support/sample-report.ts'

test('a report within its limits stays as it is', () =>
  expect(withinLimits(failingReport())).toEqual(failingReport()))

test('20 MB of logs: the last lines, each cut', () => {
  const report = failingReport()
  const [failure] = report.deploy?.failures ?? []
  if (!failure) throw new Error('the sample has no failure')
  failure.logLines = [...Array.from({ length: 1_000 }, (_, i) => `line ${i}`), 'x'.repeat(20_000_000)]
  const [cut] = withinLimits(report).deploy?.failures ?? []
  expect(cut?.logLines).toHaveLength(LIMITS.byName.logLines ?? 0)
  expect(cut?.logLines[0]).toBe('line 801')
  expect(cut?.logLines.at(-1)).toBe(`${'x'.repeat(LIMITS.line)}… (20,000,000 characters)`)
})

test('every list, text, name and depth has a limit', () => {
  const report = failingReport()
  const deep = (n: number): object => (n === 0 ? {} : { inner: deep(n - 1) })
  const wild = {
    ...report,
    phases: Array.from({ length: 9_000 }, () => ({
      title: 'y'.repeat(9_000),
      durationMs: 1,
      status: 'done'
    })),
    nodes: [{ labels: Object.fromEntries(Array.from({ length: 9_000 }, (_, i) => [`k${i}`, 'v'])) }],
    extra: deep(5_000),
    ['n'.repeat(5_000)]: 1
  } as unknown as typeof report
  const cut = withinLimits(wild)
  expect(cut.phases).toHaveLength(LIMITS.entries)
  expect(cut.phases[0]?.title).toHaveLength(LIMITS.text + '… (9,000 characters)'.length)
  expect(Object.keys(cut.nodes[0]?.labels ?? {})).toHaveLength(LIMITS.keys)
  expect(Math.max(...Object.keys(cut).map(key => key.length))).toBeLessThan(250)
  expect(JSON.stringify(cut).length).toBeLessThan(60_000_000)
})

test('what is cut once is cut no further', () => {
  const once = withinLimits(failingReport())
  expect(withinLimits(once)).toBe(once)
})

test('no half of a character is left', () => expect(cutText('ab😀c', 3)).toBe('ab… (5 characters)'))
