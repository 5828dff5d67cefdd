import { describe, expect, test } from '@jest/globals'
import { inMarkdown } from '../../../src/plain/text.ts'
import { renderSummary } from '../../../src/report/summary.ts'
import { largeReport } from '../../support/large-report.ts'
import { abortedReport, failingReport, passingReport } from '../../support/sample-report.ts'
import { hostileReport } from './hostile-report.ts'

test('a pass, a failure, an end before the swarm', () => {
  expect(renderSummary(passingReport())).toMatch(
    /^## ✅ Run of workshop: passed in 2 min 24 s\n\nAll 3 nodes answered/
  )
  expect(renderSummary(passingReport())).toContain('| **All** | **100 (33.3 %)** |')
  expect(renderSummary(passingReport())).toContain('5 stand-ins')
  expect(renderSummary(failingReport())).toContain('❔ Inconclusive')
  expect(renderSummary(failingReport())).toContain('| worker2 | 0 (0 %) | 0 (0 %) | 20 of 20 | – | – |')
  expect(renderSummary(failingReport())).toContain('No stand-ins')
  expect(renderSummary(abortedReport())).toContain('No engine answers')
})

test('what became of a stack that did not converge', () => {
  const report = failingReport()
  if (!report.deploy) throw new Error('no deploy')
  const undone = { kind: 'restored' as const, isComplete: true }
  const summary = renderSummary({ ...report, deploy: { ...report.deploy, outcome: 'paused', undone } })
  expect(summary).toContain(
    '<summary>Stack workshop: paused</summary>\n\nThe whole stack runs as it did before.\n\n|'
  )
})

test('a deploy that was cut short: how each service stands; a failure without a node names none', () => {
  const report = passingReport()
  if (!report.deploy) throw new Error('the sample has no deploy')
  const failure = {
    service: 'app',
    task: '',
    node: '',
    category: 'placement' as const,
    error: 'no suitable node'
  }
  report.deploy.failures = [{ ...failure, logLines: [] }]
  report.deploy.leftBehind = ['app: has its spec from before the deploy']
  expect(renderSummary(report)).toMatch(/\n+- app: no suitable node\n/)
  expect(renderSummary(report)).toMatch(/\n+- app: has its spec from before the deploy/)
})

test('every table has the same number of cells in each row, whatever the texts are', () => {
  for (const summary of [renderSummary(passingReport()), renderSummary(hostileReport())])
    for (const block of summary.split('\n\n').filter(part => part.startsWith('|'))) {
      const cells = block.split('\n').map(row => row.split('|').length)
      expect(new Set(cells).size).toBe(1)
    }
})

test('hostile text becomes no HTML, link, mention, command or line of its own', () => {
  const summary = renderSummary(hostileReport())
  const tags = new Set([...summary.matchAll(/<\/?([a-z]+)/g)].map(found => found[1]))
  expect([...tags].toSorted()).toEqual(['br', 'code', 'details', 'em', 'pre', 'sub', 'summary'])
  expect(summary).not.toMatch(/\]\(|@everyone|http:\/\/|^::|^# h/m)
  for (const sign of ['\u001b', '\u202e']) expect(summary).not.toContain(sign)
})

test.each([
  ['a|b', 'a&#124;b'],
  ['1. x', '&#49;. x'],
  ['- x', '&#45; x'],
  ['a\nb', 'a b'],
  ['http://x.example', 'http:&#47;&#47;x.example'],
  ['plain words, 20.0 %', 'plain words, 20.0 %']
])('%j → %j', (text, escaped) => expect(inMarkdown(text)).toBe(escaped))

describe('the rollout as a diagram', () => {
  test('a section for each slot, a bar for each task', () => {
    const chart = /```mermaid\n([\s\S]*?)\n```/.exec(renderSummary(failingReport()))?.[1]?.split('\n') ?? []
    expect(chart.slice(0, 6)).toEqual([
      'gantt',
      '  dateFormat HH:mm:ss.SSS',
      '  axisFormat %M:%S',
      '  section backend.1',
      '  old on manager1 :done, t0x0, 00:00:00.000, 00:00:06.200',
      '  new on manager1 :active, t1x1, 00:00:00.120, 00:02:00.000'
    ])
    expect(chart).toContain('  new failed on worker2 :crit, t5x1, 00:00:44.000, 00:00:49.500')
  })
  test('of 5,000 tasks those that failed, and how many more there are; far below 1 MiB', () => {
    const page = renderSummary(largeReport(2_500))
    expect(Buffer.byteLength(page)).toBeLessThan(1_048_576)
    expect(page.match(/ :crit, /g)).toHaveLength(26)
    expect(page.match(/^ {2}(?:new|old) /gm)).toHaveLength(60)
    expect(page).toContain('… and 4,940 tasks more.')
  })
})

test('parts that there is no room for are left out whole, and named', () => {
  const page = renderSummary(failingReport(), 3_000)
  expect(Buffer.byteLength(page)).toBeLessThanOrEqual(3_000)
  expect(page).toMatch(/^## ❌ Run of workshop: failed/)
  expect(page).toMatch(/_Left out here for lack of space: .*Rollout.*\. The page of the report has it\._\n$/)
  for (const block of page.split('\n\n').filter(part => part.startsWith('|')))
    expect(new Set(block.split('\n').map(row => row.split('|').length)).size).toBe(1)
})
