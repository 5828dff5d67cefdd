import type { Verdict, VerdictStatus, VerifyResult } from '../../verify/verify.ts'
import { cutText } from '../bounds.rules.ts'
import { STATUS_WORDS } from '../headline.rules.ts'
import type { Attachment, RunReport } from '../run-report.ts'
import { duration, oneLine, whole } from '../text.rules.ts'
import { statusIcon } from './icons.ts'
import { besideLink, elementIds } from './links.ts'
import { html, type Markup } from './markup.rules.ts'
import { type Section, section } from './section.ts'

/** A page that opens at once. report.json has the rest. */
const MOST = 1_000
const MOST_FIGURES = 40

/** What was checked: expected beside observed, the evidence, and the way out where there is one. */
export function verdictsSection(
  verify: VerifyResult,
  attachments: RunReport['attachments']
): Section | undefined {
  const { verdicts } = verify
  if (verdicts.length === 0) return undefined
  const isOpen = ({ status }: Verdict): boolean => status === 'fail' || status === 'inconclusive'
  const shown =
    verdicts.length <= MOST
      ? verdicts
      : [...verdicts.filter(isOpen), ...verdicts.filter(each => !isOpen(each))].slice(0, MOST)
  const ids = elementIds(
    'check',
    shown.map(verdict => verdict.id)
  )
  const evidence = new Map((attachments ?? []).map(file => [file.file, file]))
  const more = verdicts.length - shown.length
  return section(
    'checks',
    'Checks',
    counted(verdicts),
    filterBar(verdicts),
    html`<ol class="verdicts">${shown.map((verdict, i) => verdictItem(verdict, ids[i] ?? '', evidence))}</ol>`,
    html`${more > 0 && html`<p class="none">And ${whole(more)} more, in report.json.</p>`}`
  )
}

const STATUSES: readonly VerdictStatus[] = ['fail', 'inconclusive', 'pass', 'skipped']

/** `11 of 14 passed, 2 failed, 1 could not be measured` */
function counted(verdicts: readonly Verdict[]): string {
  const of = (status: VerdictStatus): number => verdicts.filter(verdict => verdict.status === status).length
  return [
    `${whole(of('pass'))} of ${whole(verdicts.length)} passed`,
    ...(of('fail') > 0 ? [`${whole(of('fail'))} failed`] : []),
    ...(of('inconclusive') > 0 ? [`${whole(of('inconclusive'))} could not be measured`] : []),
    ...(of('skipped') > 0 ? [`${whole(of('skipped'))} skipped`] : [])
  ].join(', ')
}

/** Hidden until the script is there to answer it. */
function filterBar(verdicts: readonly Verdict[]): Markup {
  const used = STATUSES.map(status => ({
    status,
    count: verdicts.filter(verdict => verdict.status === status).length
  })).filter(({ count }) => count > 0)
  const choice = (value: string, words: string, count: number): Markup =>
    html`<label><input type="radio" name="status" value="${value}"${value === '' ? html` checked` : html``}><span>${words} <small>${whole(count)}</small></span></label>`
  return html`<div class="filter" id="filter" role="search" aria-label="Checks" hidden>
<fieldset><legend class="unseen">Which checks are shown</legend>${choice('', 'All', verdicts.length)}${used.map(({ status, count }) => choice(status, STATUS_WORDS[status], count))}</fieldset>
<label class="search"><span class="unseen">Search in checks</span><input type="search" id="search" placeholder="Search" aria-keyshortcuts="/" autocomplete="off" spellcheck="false"></label>
<p class="meta" id="shown" role="status"></p>
</div>`
}

function verdictItem(verdict: Verdict, id: string, evidence: ReadonlyMap<string, Attachment>): Markup {
  const { status, title, kind, expected, observed, hint, hints = [] } = verdict
  const isOpen = status === 'fail' || status === 'inconclusive'
  const ways = [...(hint ? [hint] : []), ...(isOpen ? hints : [])]
  return html`
<li class="${status}" id="${id}" data-status="${status}">
<div class="title">${statusIcon(status)}<h3><a href="#${id}">${title}</a></h3><span class="meta"><code>${kind}</code><span>${timeOf(verdict)}</span></span><span class="word ${status}">${STATUS_WORDS[status]}</span></div>
<dl>
<div><dt>Expected</dt><dd>${expected}</dd></div>
<div><dt>Observed</dt><dd>${observed}</dd></div>
${ways.map(way => html`<div class="hint"><dt>Way out</dt><dd>${withCode(way)}</dd></div>`)}
</dl>
${evidenceOf(verdict, evidence)}
</li>`
}

/** The figures behind the words, where the check is written, and the file with everything that was measured. */
function evidenceOf(
  { figures, suite, compose, evidenceFile, tags = [], id }: Verdict,
  evidence: ReadonlyMap<string, Attachment>
): Markup {
  const file = evidenceFile === undefined ? undefined : evidence.get(`evidence/${evidenceFile}`)
  const rows: [string, Markup][] = [
    ...Object.entries(figures)
      .slice(0, MOST_FIGURES)
      .map(([name, value]): [string, Markup] => [name, html`${cutText(oneLine(String(value)), 500)}`]),
    ...(compose ? [['Stack file', place(compose)] as [string, Markup]] : []),
    ...(suite ? [['Suite', place(suite)] as [string, Markup]] : []),
    ...(tags.length > 0 ? [['Tags', html`${tags.join(', ')}`] as [string, Markup]] : []),
    ...(file ? [['Measured', besideLink(file.file, file.file)] as [string, Markup]] : [])
  ]
  if (rows.length === 0) return html``
  return html`<details class="more"><summary>Evidence<span class="unseen"> of ${id}</span></summary><table class="evidence"><tbody>${rows.map(([name, value]) => html`<tr><th scope="row">${cutText(oneLine(name), 100)}</th><td>${value}</td></tr>`)}</tbody></table></details>`
}

const place = ({ file, line }: { file: string; line: number }): Markup => html`<code>${file}:${line}</code>`

/** A measurement that several checks had together is in the time of each: whoever adds them up must know. */
function timeOf({ durationMs, sharedWith = [] }: Verdict): string {
  return [
    duration(durationMs),
    ...(sharedWith.length > 0 ? [`shared with ${sharedWith.join(', ')}`] : [])
  ].join(', ')
}

/** Hints quote commands in backticks. */
function withCode(hint: string): Markup[] {
  return hint.split('`').map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : html`${part}`))
}
