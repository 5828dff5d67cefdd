import { expect, test } from '@jest/globals'
import { escapeMarkdown } from '../../../src/report/markdown.rules.ts'
import { renderSummary } from '../../../src/report/summary.ts'
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
])('%j → %j', (text, escaped) => expect(escapeMarkdown(text)).toBe(escaped))
