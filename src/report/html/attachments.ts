import type { RunReport } from '../run-report.ts'
import { bytes, count, oneLine } from '../text.rules.ts'
import { besideLink } from './links.ts'
import { html, type Markup } from './markup.rules.ts'
import { type Section, section } from './section.ts'

const MOST_FILES = 500

/** The files beside the page: evidence of checks, and the report in the forms that programs read. */
export function attachmentsSection({ attachments = [], deploy }: RunReport): Section {
  const forms: [file: string, words: string][] = [
    ['report.json', 'everything on this page, for programs'],
    ['junit.xml', 'the checks in JUnit’s format'],
    ['ctrf.json', 'the checks in the Common Test Report Format'],
    ...(deploy?.timeline ? [['timeline.json', 'every change of state'] as [string, string]] : [])
  ]
  const files = attachments.slice(0, MOST_FILES)
  const more = attachments.length - files.length
  return section(
    'files',
    'Files',
    'beside this page',
    html`<div class="card plain"><ul class="plain-list files">${forms.map(([file, words]) => item(file, words))}${files.map(({ file, title, sizeBytes }) => item(file, `${oneLine(title)}, ${bytes(sizeBytes)}`))}${more > 0 && html`<li>and ${count(more, 'file')} more</li>`}</ul></div>`
  )
}

const item = (file: string, words: string): Markup =>
  html`<li>${besideLink(html`<code>${oneLine(file)}</code>`, file)} <span class="meta">${words}</span></li>`
