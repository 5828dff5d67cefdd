// Whatever anybody wrote into a report, no rendering lets it be anything but text.
import { describe, expect, test } from '@jest/globals'
import { validateStrict } from 'ctrf'
import fc from 'fast-check'
import { annotationsOf } from '../../../src/report/annotations.ts'
import { renderCtrf } from '../../../src/report/ctrf.ts'
import { historyOf } from '../../../src/report/history.rules.ts'
import { renderHtml } from '../../../src/report/html.ts'
import { renderJson } from '../../../src/report/json.ts'
import { renderJunit } from '../../../src/report/junit.ts'
import { parseReport } from '../../../src/report/read.ts'
import type { RunReport } from '../../../src/report/run-report.ts'
import { renderSummary } from '../../../src/report/summary.ts'
import { historyText } from '../../../src/report/terminal/history.ts'
import { renderTerminal } from '../../../src/report/terminal.ts'
import { testRunOf } from '../../../src/report/test-cases.rules.ts'
import { failingReport, passingReport } from '../../support/sample-report.ts'
import { poisoned } from './hostile-report.ts'

const PIECES = [
  '<script>alert(1)</script>',
  '</script><img src=x onerror=alert(1)>',
  '</style><style>*{display:none}',
  '"><svg onload=alert(1)>',
  "' onfocus='alert(1)",
  '<!--',
  ']]>',
  '&lt;b&gt;',
  '[a](javascript:alert(1))',
  '![a](http://evil.example/x.png)',
  '<details open><summary>',
  '```\n# heading',
  '``` mermaid\nclick a href "javascript:alert(1)"',
  '`code`',
  '| cell | cell |',
  '\n\n---\n\n',
  '@everyone',
  'octo/repo#1',
  '#1',
  'http://evil.example',
  'www.evil.example',
  '::set-output name=x::y',
  '::error file=x,line=1::forged',
  '\n::add-mask::x\n',
  '##[command]rm',
  '${{ secrets.TOKEN }}',
  '$(id)',
  '\u001b[31m\u001b]0;title\u0007',
  '\u009b31m',
  '\u202egnp.exe',
  '\u2066hidden\u2069',
  '\u200b\ufeff\u00ad',
  '\u{e0041}\u{e0042}',
  '\ud800',
  '\udc00x',
  '\ufffe\uffff',
  '\u0000\u0008\u007f',
  '\r\n',
  '\u2028\u2029',
  '__proto__',
  '%0A::error::x',
  'x'.repeat(5_000)
]
const text = fc.oneof(
  fc.constantFrom(...PIECES),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(fc.constantFrom(...PIECES), { minLength: 2, maxLength: 4 }).map(parts => parts.join(''))
)
const CONTROLS = /[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b\u00ad\ufeff\u2028\u2029\p{Cs}\u{e0000}-\u{e007f}]/u
const withoutLines = (page: string): string => page.replace(/[\n\t]/g, '')
const look = { width: Number.POSITIVE_INFINITY, hasColor: false, hasUnicode: true }

/** Both samples, so that every section is there; the same text in every place of both. */
const samples = (): RunReport[] => [
  failingReport(),
  { ...failingReport(), standIns: passingReport().standIns }
]
const always = (check: (report: RunReport, hostile: string) => void): void =>
  fc.assert(
    fc.property(text, hostile => {
      for (const report of samples()) check(poisoned(report, hostile) as RunReport, hostile)
    }),
    { numRuns: 60, examples: PIECES.map((piece): [string] => [piece]) }
  )

test('report.json: JSON that is read again', async () => {
  for (const piece of PIECES) {
    const report = poisoned(failingReport(), piece) as RunReport
    const json = renderJson(report)
    expect(() => JSON.parse(json)).not.toThrow()
    // The places that have a form of their own refuse it; all others take it as text.
    const read = parseReport(json, 'report.json')
    await read.catch((error: Error) =>
      expect(error.message).toMatch(/^report\.json is not a report: (?:source\.|tool\.name)/)
    )
  }
})

describe('the page', () => {
  const bare = (page: string): string => page.replace(/<(script|style)>[\s\S]*?<\/\1>/g, '')
  const shape = (page: string): string[] =>
    [
      ...new Set(
        [...bare(page).matchAll(/<\/?([a-z][a-z0-9]*)((?: [a-zA-Z-]+(?:="[^"<>]*")?)*) ?\/?>/g)].map(
          tag => tag[1] ?? ''
        )
      )
    ].toSorted()
  test('has the elements of a sound one, and every < begins one of them', () => {
    const sound = new Set(shape(renderHtml(failingReport())).concat(shape(renderHtml(passingReport()))))
    always(report => {
      const page = renderHtml(report)
      expect(page.match(/<script>/g)).toHaveLength(1)
      expect(page.match(/<style>/g)).toHaveLength(1)
      for (const element of shape(page)) expect(sound).toContain(element)
      const rest = bare(page).replace(
        /<\/?[a-z][a-z0-9]*(?: [a-zA-Z-]+(?:="[^"<>]*")?)* ?\/?>|<!doctype html>/g,
        ''
      )
      expect(rest).not.toContain('<')
      for (const [, name] of bare(page).matchAll(/ ([a-z-]+)="/g))
        expect(name).not.toMatch(/^on|^style$|^src/)
      for (const [, url = ''] of bare(page).matchAll(/ href="([^"]*)"/g))
        expect(url).toMatch(/^(?:#|\.\/|https?:\/\/)/)
      expect(withoutLines(bare(page))).not.toMatch(CONTROLS)
    })
  })
})

describe('the job summary', () => {
  test('has only our own elements, links, fences and rows', () => {
    always(report => {
      const page = renderSummary(report)
      for (const [, tag] of page.matchAll(/<\/?([^\s>]*)/g))
        expect(tag).toMatch(/^(?:br|code|details|em|pre|sub|summary)$/)
      for (const [, url] of page.matchAll(/\]\(([^)]*)\)/g))
        expect(url).toMatch(/^https?:\/\/[\w.~:/?#@&=+,;%-]*$/)
      expect(page.match(/```/g) ?? []).toHaveLength(2)
      expect(page).not.toMatch(/^(?:::|#{1,6} [^❌✅❔➖W])|@[\w]|\$\{\{|##\[|!\[/m)
      for (const block of page.split('\n\n').filter(part => part.startsWith('|')))
        expect(new Set(block.split('\n').map(row => row.split('|').length)).size).toBe(1)
      expect(withoutLines(page)).not.toMatch(CONTROLS)
    })
  })
  test('nobody is called by name, and no issue is linked to', () => {
    // GitHub looks for neither in code.
    const prose = (report: RunReport): string =>
      renderSummary(report).replace(/<(code|pre)>[\s\S]*?<\/\1>/g, '')
    always(report => expect(prose(report)).not.toMatch(/&#(?:64|35);[\p{L}\p{N}]|@|(?<!&)#\p{N}/iu))
  })
  test('a diagram has nothing in it but names and times', () => {
    always(report => {
      const chart = /```mermaid\n([\s\S]*?)\n```/.exec(renderSummary(report))?.[1] ?? ''
      expect(chart.split('\n').length).toBeGreaterThan(3)
      for (const line of chart.split('\n'))
        expect(line).toMatch(
          /^(?:gantt| {2}dateFormat HH:mm:ss\.SSS| {2}axisFormat %[MH]:%[SM]| {2}section [\p{L}\p{N} ._/·-]*| {2}(?:new|old)(?: failed)? on [\p{L}\p{N} ._/·-]+ :(?:crit|active|done), t\d+x\d+, [\d:.]+, [\d:.]+)$/u
        )
    })
  })
  test('no more than it may have, whatever comes', () => {
    const long = failingReport()
    for (const failure of long.deploy?.failures ?? [])
      failure.logLines = ['x'.repeat(20_000_000), '`'.repeat(20_000_000)]
    for (const verdict of long.verify?.verdicts ?? []) verdict.observed = '<'.repeat(20_000_000)
    for (const report of [
      long,
      ...['😀', '<', '@a '].map(sign => poisoned(failingReport(), sign.repeat(5_000)))
    ])
      expect(Buffer.byteLength(renderSummary(report as RunReport))).toBeLessThan(1_048_576)
  })
})

describe('the terminal', () => {
  test('no line, colour or cursor but our own', () => {
    always(report => {
      for (const page of [
        renderTerminal(report, look),
        historyText(historyOf([{ place: 'x', report }], 5), look)
      ]) {
        expect(withoutLines(page)).not.toMatch(CONTROLS)
        expect(page).not.toMatch(/^\s*::|##\[/m)
      }
    })
  })
})

describe('test results and annotations', () => {
  test('JUnit: every < begins an element of ours, and every character is one that XML has', () => {
    always(report => {
      const xml = renderJunit(testRunOf(report))
      const rest = xml.replace(
        /<\/?(?:testsuites|testsuite|testcase|failure|error|skipped|properties|property)(?: [a-z]+="[^"<>]*")*\/?>|^<\?xml [^>]*\?>/g,
        ''
      )
      expect(rest).not.toMatch(/[<>]|&(?!(?:amp|lt|gt|quot|#39);)/)
      expect(withoutLines(xml)).not.toMatch(/[\p{Cc}\p{Cs}\ufffe\uffff]/u)
    })
  })
  test('CTRF: its own validator takes it', () => {
    for (const piece of PIECES)
      expect(() =>
        validateStrict(JSON.parse(renderCtrf(testRunOf(poisoned(failingReport(), piece) as RunReport))))
      ).not.toThrow()
  })
  test('annotations: one line each, and no path that leads elsewhere', () => {
    always(report => {
      for (const verdict of report.verify?.verdicts ?? []) verdict.suite = { file: verdict.title, line: 1 }
      for (const each of annotationsOf(testRunOf(report))) {
        for (const said of [each.title, each.message]) expect(said).not.toMatch(CONTROLS)
        expect(each.path ?? 'none').not.toMatch(/^\/|\.\.\/|\p{Cc}/u)
        expect(each.title.length + each.message.length).toBeLessThan(3_000)
      }
    })
  })
})
