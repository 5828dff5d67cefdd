import type { RunReport } from '../run-report.ts'
import { count } from '../text.rules.ts'
import { html, type Markup } from './markup.rules.ts'
import { section } from './section.ts'

/** The nodes, and the engine under them. */
export function swarmSection({ nodes, engine }: Pick<RunReport, 'nodes' | 'engine'>): Markup {
  return section(
    'swarm',
    'Swarm',
    `${count(nodes.length, 'node')} on ${engine.title}`,
    html`<ul class="nodes">${nodes.map(
      ({ name, role, address, labels }) => html`
<li><b>${name}</b><span class="role ${role}">${role}</span><code>${address}</code>${Object.entries(labels).map(([key, value]) => html`<span class="label">${key}=${value}</span>`)}</li>`
    )}</ul>`
  )
}
