import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { writeReport } from '../../src/report/write.ts'
import { type Browser, openBrowser, whyNoBrowser } from '../support/chromium.ts'
import { describeIf } from '../support/requires.ts'
import { abortedReport, failingReport, passingReport } from '../support/sample-report.ts'
import { hostileReport } from '../unit/report/hostile-report.ts'

const REPORTS = {
  pass: passingReport(),
  fail: failingReport(),
  aborted: abortedReport(),
  hostile: hostileReport()
}
const VIEWS = [320, 390, 768, 1280].flatMap(width =>
  (['light', 'dark'] as const).map(scheme => ({ width, scheme }))
)

describeIf(whyNoBrowser === undefined, whyNoBrowser ?? '', 'the page in a browser', () => {
  let browser: Browser
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'swarmline-page-'))
    browser = await openBrowser()
    for (const [name, report] of Object.entries(REPORTS)) await writeReport(report, path.join(folder, name))
  })
  afterAll(async () => {
    await browser?.close()
    await rm(folder, { recursive: true, force: true })
  })
  const pageOf = (name: string) => pathToFileURL(path.join(folder, name, 'index.html')).href

  describe.each(Object.keys(REPORTS))('%s', name => {
    test.each(VIEWS)('fits a $width wide screen, readable in $scheme', async view => {
      const { value, complaints } = await browser.look<Findings>(
        pageOf(name),
        view,
        `(${inspect})(${view.width})`
      )
      expect(complaints).toEqual([])
      expect(value.elements).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/^(?:script|img|iframe)$/)])
      )
      expect(value.overflow).toBe(0)
      expect(value.hasStyle).toBe(true)
      expect(value.faint).toEqual([])
    })
  })

  test('the inspection itself finds faint text and what sticks out', async () => {
    const page =
      '<meta name="viewport" content="width=device-width"><body style="background:#fff"><p style="color:#999;width:500px">faint</p>'
    const view = { width: 390, scheme: 'light' } as const
    const { value } = await browser.look<Findings>(
      `data:text/html,${encodeURIComponent(page)}`,
      view,
      `(${inspect})(${view.width})`
    )
    expect(value.faint).toEqual([expect.stringContaining('faint')])
    expect(value.overflow).toBeGreaterThan(0)
  })
})

type Findings = { elements: string[]; overflow: number; hasStyle: boolean; faint: string[] }

/**
 * Runs in the page, so it is source. Contrast as in WCAG 2.2, 1.4.3: at least 4.5 to 1 between a text and the first
 * opaque background behind it.
 */
const inspect = `width => {
  const rgba = color => (color.match(/[\\d.]+/g) || []).map(Number)
  const luminance = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map(c => c / 255).map(c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    return 0.2126 * x + 0.7152 * y + 0.0722 * z
  }
  const behind = element => {
    for (let e = element; e; e = e.parentElement) {
      const color = rgba(getComputedStyle(e).backgroundColor)
      if (color.length === 3 || color[3] === 1) return color
    }
    return [255, 255, 255]
  }
  const faint = []
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walk.nextNode()) {
    const element = walk.currentNode.parentElement
    if (!walk.currentNode.textContent.trim() || !element.getClientRects().length) continue
    const style = getComputedStyle(element)
    const [a, b] = [rgba(element.closest('svg') ? style.fill : style.color), behind(element)].map(luminance)
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
    if (ratio < 4.5) faint.push(ratio.toFixed(2) + ' ' + element.className + ': ' + walk.currentNode.textContent.slice(0, 40))
  }
  return {
    elements: [...new Set([...document.querySelectorAll('*')].map(e => e.localName))],
    overflow: Math.max(0, document.documentElement.scrollWidth - width),
    hasStyle: getComputedStyle(document.body).maxWidth !== 'none',
    faint
  }
}`
