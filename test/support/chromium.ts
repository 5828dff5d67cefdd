// Debian's own browser without a window, driven over a pipe: nothing listens anywhere, and nothing is downloaded.
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const PROGRAM = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(file => existsSync(file))

/** Why no page can be opened here; `undefined` when one can. */
export const whyNoBrowser = PROGRAM ? undefined : 'no browser: apt-get install chromium'

/** A page, and everything that the browser complained of since it was opened. */
export type OpenPage = { page: Page; complaints: string[] }
export type OpenBrowser = {
  /** Opens an address; `work` gets the page, which is closed afterwards. Nothing is fetched from a network. */
  visit<T>(url: string, options: BrowserContextOptions, work: (open: OpenPage) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export async function openBrowser(): Promise<OpenBrowser> {
  const folder = await mkdtemp(path.join(tmpdir(), 'swarmline-browser-'))
  const browser: Browser = await chromium.launch({
    executablePath: PROGRAM ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
    // It leaves a socket's folder wherever its temporary files go.
    env: { ...process.env, TMPDIR: folder } as Record<string, string>,
    timeout: 120_000
  })
  return {
    async visit(url, options, work) {
      const context = await browser.newContext({ ...options, offline: !url.startsWith('file:') })
      try {
        const page = await context.newPage()
        page.setDefaultTimeout(120_000)
        const complaints: string[] = []
        page.on('console', message => complaints.push(`${message.type()}: ${message.text()}`))
        page.on('pageerror', error => complaints.push(`error: ${error.message}`))
        page.on('request', request => {
          if (!/^(?:file|data):/.test(request.url())) complaints.push(`request: ${request.url()}`)
        })
        await page.goto(url)
        return await work({ page, complaints })
      } finally {
        await context.close()
      }
    },
    async close() {
      await browser.close()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    }
  }
}
