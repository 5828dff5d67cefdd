import type { PhaseTiming } from '../run-report.ts'
import { duration, percent } from '../text.rules.ts'
import { html, type Markup } from './markup.rules.ts'
import { type Section, section } from './section.ts'

const MOST_ROWS = 500

/** Where the time went: the phases one after the other, each bar beginning where the one before ended. */
export function phasesSection(all: readonly PhaseTiming[]): Section {
  const phases = all.slice(0, MOST_ROWS)
  const total = phases.reduce((sum, phase) => sum + phase.durationMs, 0)
  let before = 0
  const rows = phases.map(phase => {
    const start = before
    before += phase.durationMs
    return phaseRow(phase, start, Math.max(1, total))
  })
  return section(
    'time',
    'Time',
    `${duration(total)} in all`,
    html`<div class="card"><table class="phases"><thead class="unseen"><tr><th scope="col">Phase</th><th scope="col">Share</th><th scope="col">Time</th></tr></thead><tbody>${rows}
</tbody></table></div>`
  )
}

function phaseRow({ title, durationMs, status }: PhaseTiming, start: number, total: number): Markup {
  const x = (start / total) * 1000
  const width = Math.max(4, (durationMs / total) * 1000)
  return html`
<tr><th scope="row">${title}${status !== 'done' && html` <span class="word ${status === 'failed' ? 'fail' : 'skipped'}">${status}</span>`}</th><td><svg class="span ${status}" viewBox="0 0 1000 14" preserveAspectRatio="none" role="img" aria-label="${percent(durationMs, total)}"><rect class="track" width="1000" height="14"/><rect x="${Math.min(x, 996).toFixed(1)}" width="${width.toFixed(1)}" height="14"/></svg></td><td class="number">${duration(durationMs)}</td></tr>`
}
