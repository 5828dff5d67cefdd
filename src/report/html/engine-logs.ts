import type { EngineLog } from '../run-report.ts'
import { count, oneLine } from '../text.rules.ts'
import { html } from './markup.rules.ts'
import { type Section, section } from './section.ts'

const MOST_NODES = 50
const MOST_LINES = 200

/** What the nodes' engines wrote last, of a run that failed. */
export function engineLogsSection(logs: readonly EngineLog[] | undefined): Section | undefined {
  const told = (logs ?? []).filter(log => log.lines.length > 0)
  if (told.length === 0) return undefined
  return section(
    'engine-logs',
    'Engine logs',
    `the last lines of ${count(told.length, 'node')}`,
    html`<div class="card plain">${told
      .slice(0, MOST_NODES)
      .map(
        ({ node, lines }) =>
          html`<details class="more"><summary>${oneLine(node)} <small>${count(lines.length, 'line')}</small></summary><pre tabindex="0" aria-label="${`Log of the engine of ${oneLine(node)}`}">${lines.slice(-MOST_LINES).join('\n')}</pre></details>`
      )}</div>`
  )
}
