import type { Verdict, VerifyResult } from '../../verify/verdict.ts'
import { STATUS_WORDS } from '../headline.rules.ts'
import { duration, whole } from '../text.rules.ts'
import { statusIcon } from './icons.ts'
import { html, type Markup } from './markup.rules.ts'
import { section } from './section.ts'

/** What was checked: expected beside observed, and the way out where there is one. */
export function verdictsSection(verify: VerifyResult): Markup {
  const passed = verify.verdicts.filter(verdict => verdict.status === 'pass').length
  return section(
    'checks',
    'Checks',
    `${whole(passed)} of ${whole(verify.verdicts.length)} passed`,
    html`<ol class="verdicts">${verify.verdicts.map(verdictItem)}</ol>`
  )
}

function verdictItem(verdict: Verdict): Markup {
  const { status, title, kind, expected, observed, hint } = verdict
  return html`
<li class="${status}">
<div class="title">${statusIcon(status)}<h3>${title}</h3><span class="meta"><code>${kind}</code>${timeOf(verdict)}</span><span class="word ${status}">${STATUS_WORDS[status]}</span></div>
<dl>
<div><dt>Expected</dt><dd>${expected}</dd></div>
<div><dt>Observed</dt><dd>${observed}</dd></div>
${hint && html`<div class="hint"><dt>Way out</dt><dd>${withCode(hint)}</dd></div>`}
</dl>
</li>`
}

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
