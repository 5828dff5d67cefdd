// How long the report of a rollout of 5,000 tasks takes: to be rendered in each form, and to be drawn by a browser,
// beside an empty page. The two pages take turns, so that a busy machine is slow for both.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { renderHtml } from '../src/report/html.ts'
import { renderJson } from '../src/report/json.ts'
import { renderSummary } from '../src/report/summary.ts'
import { openBrowser, whyNoBrowser } from '../test/support/chromium.ts'
import { largeReport } from '../test/support/large-report.ts'
import { median } from './support/median.ts'

const RUNS = 7
const SLOTS = 2_500
const VIEW = { viewport: { width: 1440, height: 900 } }
/** What the page is to stay below, on a machine of two cores. */
const LIMIT_MS = 2_000

const round = (ms: number): number => Math.round(ms * 10) / 10
/** From the start of the navigation to the first picture after the page has loaded. */
const drawnMs = (page: Page): Promise<number> =>
  page.evaluate<number>(
    `new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))`
  )

const forms = { html: renderHtml, summary: renderSummary, json: renderJson }
const renderMs = Object.fromEntries(
  Object.entries(forms).map(([name, render]) => [
    name,
    round(
      median(
        Array.from({ length: RUNS }, () => {
          const report = largeReport(SLOTS)
          const began = performance.now()
          render(report)
          return performance.now() - began
        })
      )
    )
  ])
)

const result: Record<string, unknown> = {
  bench: 'report',
  tasks: 2 * SLOTS,
  runs: RUNS,
  renderMs,
  htmlBytes: Buffer.byteLength(renderHtml(largeReport(SLOTS))),
  summaryBytes: Buffer.byteLength(renderSummary(largeReport(SLOTS)))
}
if (whyNoBrowser) result.skipped = whyNoBrowser
else {
  const folder = mkdtempSync(path.join(tmpdir(), 'swarmline-bench-report-'))
  const files = { empty: '<!doctype html><title>empty</title>', report: renderHtml(largeReport(SLOTS)) }
  const times = { empty: [] as number[], report: [] as number[] }
  const browser = await openBrowser()
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, `${name}.html`), text)
    for (let run = 0; run <= RUNS; run++)
      for (const name of ['empty', 'report'] as const) {
        const url = pathToFileURL(path.join(folder, `${name}.html`)).href
        const ms = await browser.visit(url, VIEW, ({ page }) => drawnMs(page))
        // The first round only warms the browser.
        if (run > 0) times[name].push(ms)
      }
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
  const drawn = median(times.report)
  Object.assign(result, {
    emptyPageMs: round(median(times.empty)),
    drawnMs: round(drawn),
    isBelowLimit: drawn < LIMIT_MS
  })
}
if (!process.argv.includes('--json'))
  for (const [name, ms] of Object.entries(renderMs)) console.log(`${name.padEnd(10)} ${ms} ms`)
console.log(JSON.stringify(result))
