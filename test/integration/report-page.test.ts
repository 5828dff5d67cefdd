import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { readReport } from '../../src/report/read.ts'
import { writeReport } from '../../src/report/write.ts'
import { type OpenBrowser, openBrowser, whyNoBrowser } from '../support/chromium.ts'
import { largeReport } from '../support/large-report.ts'
import { describeIf } from '../support/requires.ts'
import { abortedReport, failingReport, passingReport } from '../support/sample-report.ts'
import { hostileReport } from '../unit/report/hostile-report.ts'

const NAMES = ['recorded', 'pass', 'fail', 'aborted', 'hostile', 'large'] as const
const VIEWS = [320, 390, 768, 1440].flatMap(width =>
  (['light', 'dark'] as const).map(colorScheme => ({ width, colorScheme }))
)
/** Sources, since they run in the page. */
const FOCUSED = `document.activeElement?.closest('section')?.getAttribute('aria-labelledby') ?? document.activeElement?.localName ?? ''`
const AXE = createRequire(import.meta.url).resolve('axe-core')

describeIf(whyNoBrowser === undefined, whyNoBrowser ?? '', 'the page in a browser', () => {
  let browser: OpenBrowser
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'swarmline-page-'))
    browser = await openBrowser()
    const reports = {
      recorded: await readReport('test/support/recorded-report.json'),
      pass: passingReport(),
      fail: failingReport(),
      aborted: abortedReport(),
      hostile: hostileReport(),
      large: largeReport(2_500)
    }
    for (const name of NAMES) await writeReport(reports[name], path.join(folder, name))
  })
  afterAll(async () => {
    await browser?.close()
    await rm(folder, { recursive: true, force: true })
  })
  const pageOf = (name: string): string => pathToFileURL(path.join(folder, name, 'index.html')).href
  const at = (width: number) => ({ viewport: { width, height: 900 } })

  describe.each(NAMES)('%s', name => {
    test.each(VIEWS)('fits a $width wide screen, in $colorScheme', ({ width, colorScheme }) =>
      browser.visit(pageOf(name), { ...at(width), colorScheme }, async ({ page, complaints }) => {
        const { elements, overflow } = await page.evaluate<{ elements: string[]; overflow: number }>(`({
          elements: [...new Set([...document.querySelectorAll('*')].map(e => e.localName))],
          overflow: document.documentElement.scrollWidth - innerWidth
        })`)
        expect(overflow).toBeLessThanOrEqual(0)
        expect(elements).not.toEqual(
          expect.arrayContaining([expect.stringMatching(/^(?:img|iframe|object|link|form)$/)])
        )
        expect(await page.locator('script').count()).toBe(1)
        expect(complaints).toEqual([])
      })
    )
    test.each(['light', 'dark'] as const)('axe finds nothing wrong with it in %s', colorScheme =>
      browser.visit(pageOf(name), { ...at(1440), colorScheme, bypassCSP: true }, async ({ page }) => {
        // What is folded is there to be read, too.
        await page.evaluate(`for (const fold of document.querySelectorAll('details')) fold.open = true`)
        expect(await axeFindings(page)).toEqual([])
      })
    )
  })

  test('axe itself finds what is wrong', () =>
    browser.visit(
      'data:text/html,<p style="color:%23999;background:white">faint',
      at(390),
      async ({ page }) => {
        expect(await axeFindings(page)).toEqual(
          expect.arrayContaining([expect.stringContaining('color-contrast')])
        )
      }
    ))

  test('what is run by whom, with ways to the commit, the run and the environment', () =>
    browser.visit(pageOf('fail'), at(1440), async ({ page }) => {
      const header = page.locator('header')
      await expectText(header.getByRole('definition').first(), 'workshop')
      for (const [words, url] of [
        ['3f9a1c7', 'https://github.com/octo/workshop/commit/3f9a1c7be0d24586a1b7c9d0e2f3a4b5c6d7e8f9'],
        ['Deploy #128, deploy', 'https://github.com/octo/workshop/actions/runs/7301/attempts/1'],
        ['staging', 'https://staging.example.org/']
      ] as const)
        expect(await header.getByRole('link', { name: words, exact: true }).getAttribute('href')).toBe(url)
      expect(await page.title()).toBe('Failed: workshop on the cluster demo · swarmline')
    }))

  describe('checks', () => {
    const shown = (page: Page) => page.locator('.verdicts > li:visible').count()
    test('by how they ended, and by words; by keyboard alone', () =>
      browser.visit(pageOf('fail'), at(1440), async ({ page }) => {
        expect(await shown(page)).toBe(5)
        await page.getByText('Failed 2').click()
        expect(await shown(page)).toBe(2)
        await expectText(page.getByRole('status'), '2 of 5 shown')
        await page.keyboard.press('ArrowRight')
        expect(await shown(page)).toBe(1)
        await page.keyboard.press('/')
        await page.keyboard.type('nobody says this')
        expect(await shown(page)).toBe(0)
        await page.keyboard.press('Escape')
        expect(await shown(page)).toBe(5)
        await page.keyboard.type('REDIS password')
        expect(await shown(page)).toBe(1)
        await expectText(page.locator('.verdicts h3:visible'), 'Redis wants its password')
      }))
    test('a link leads to a check, also to one that the filter hides', () =>
      browser.visit(`${pageOf('fail')}#check-routing-mesh`, at(390), async ({ page }) => {
        const check = page.locator('#check-routing-mesh')
        expect(await check.locator('details').getAttribute('open')).not.toBeNull()
        expect((await check.boundingBox())?.y).toBeLessThan(400)
        await page.getByText('Passed 2').click()
        expect(await check.isVisible()).toBe(false)
        await page.evaluate(`location.hash = ''; location.hash = 'check-routing-mesh'`)
        await check.waitFor({ state: 'visible' })
      }))
    test('without a script all of it is there, and no filter', () =>
      browser.visit(pageOf('fail'), { ...at(1440), javaScriptEnabled: false }, async ({ page }) => {
        expect(await shown(page)).toBe(5)
        expect(await page.locator('#filter').isVisible()).toBe(false)
        await expectText(page.locator('h1'), 'Failed: workshop on the cluster demo')
      }))
  })

  test('everything can be reached by keyboard, and every link of the page leads somewhere', () =>
    browser.visit(pageOf('fail'), at(1440), async ({ page }) => {
      const lost = await page.evaluate<string[]>(`[...document.querySelectorAll('a[href^="#"]')]
          .map(link => link.getAttribute('href').slice(1))
          .filter(id => !document.getElementById(id))`)
      expect(lost).toEqual([])
      const reached = new Set<string>()
      for (let i = 0; i < 120; i++) {
        await page.keyboard.press('Tab')
        reached.add(await page.evaluate<string>(FOCUSED))
      }
      expect([...reached]).toEqual(
        expect.arrayContaining([
          'a',
          'checks',
          'timeline',
          'answers',
          'traffic',
          'isolation',
          'engine-logs',
          'files'
        ])
      )
    }))

  test('in print it is on white, folds are open, and the filter is gone', () =>
    browser.visit(pageOf('fail'), { ...at(800), colorScheme: 'dark' }, async ({ page }) => {
      await page.emulateMedia({ media: 'print' })
      expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(
        'rgb(255, 255, 255)'
      )
      expect(await page.locator('#filter').isVisible()).toBe(false)
      const pdf = await page.pdf({ format: 'A4' })
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
      // Each page of it is an object of its own.
      expect(pdf.toString('latin1').match(/\/Type ?\/Page\b/g)?.length).toBeLessThan(16)
    }))

  test('a rollout of 5,000 tasks is drawn whole, in few elements', () =>
    browser.visit(pageOf('large'), at(1440), async ({ page }) => {
      expect(await page.locator('.lanes svg').first().getAttribute('aria-label')).toMatch(
        /^5,000 tasks over time, 26 failed/
      )
      expect(await page.locator('.lanes svg').first().locator('*').count()).toBeLessThan(500)
      expect(await page.locator('.changes tbody tr').count()).toBe(500)
    }))

  test('hostile text runs nothing and adds nothing', () =>
    browser.visit(pageOf('hostile'), at(1440), async ({ page, complaints }) => {
      expect(complaints).toEqual([])
      const addresses = await page.evaluate<string[]>(
        `[...document.querySelectorAll('a')].map(link => link.getAttribute('href'))`
      )
      for (const address of addresses) expect(address).toMatch(/^(?:#|\.\/|https?:\/\/)/)
      expect(
        await page.evaluate(
          `[...document.querySelectorAll('*')].filter(e => [...e.attributes].some(a => /^on/i.test(a.name))).length`
        )
      ).toBe(0)
    }))
})

async function expectText(locator: ReturnType<Page['locator']>, text: string): Promise<void> {
  expect((await locator.textContent())?.trim()).toBe(text)
}

/** `rule: element` for everything that axe holds to be wrong; it also looks at what it recommends. */
async function axeFindings(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: AXE })
  const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
    'axe.run()'
  )
  return violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html.slice(0, 160)}`))
}
