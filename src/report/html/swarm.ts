import type { Lane } from '../lanes.rules.ts'
import type { RunReport } from '../run-report.ts'
import { count, oneLine, whole } from '../text.rules.ts'
import { html, type Markup } from './markup.rules.ts'
import { hue } from './mesh-picture.ts'
import { type Section, section } from './section.ts'

const MOST_NODES = 300
const MOST_TASKS = 24

type MapNode = { name: string; role: string; address: string; labels: Record<string, string> }

/**
 * The nodes, and the tasks that ran on each when the deploy was over. Of a swarm that is not ours those are known on
 * which something ran.
 *
 * @param names in the order of their colours, as in the picture of the rollout
 */
export function swarmSection(
  { nodes, engine }: Pick<RunReport, 'nodes' | 'engine'>,
  lanes: readonly Lane[],
  names: readonly string[]
): Section | undefined {
  const known = new Map(nodes.map(node => [node.name, node]))
  const shown = names.map(
    (name): MapNode => known.get(name) ?? { name, role: 'node', address: '', labels: {} }
  )
  if (shown.length === 0) return undefined
  const running = Map.groupBy(
    lanes.filter(({ end, stretches }) => !end && stretches.at(-1)?.kind === 'running'),
    lane => lane.node
  )
  const more = shown.length - MOST_NODES
  return section(
    'swarm',
    'Swarm',
    `${count(shown.length, 'node')} on ${engine.title}`,
    html`<ul class="nodes">${shown.slice(0, MOST_NODES).map((node, i) => nodeItem(node, i, running.get(node.name) ?? []))}</ul>`,
    html`${more > 0 && html`<p class="none">And ${count(more, 'node')} more.</p>`}`
  )
}

function nodeItem({ name, role, address, labels }: MapNode, i: number, tasks: readonly Lane[]): Markup {
  const more = tasks.length - MOST_TASKS
  return html`
<li class="${hue(i)}"><p><i class="dot ${hue(i)}"></i><b>${oneLine(name)}</b> <span class="role ${role}">${role}</span></p>${address !== '' && html`<code>${address}</code>`}
${Object.keys(labels).length > 0 && html`<p class="chips">${Object.entries(labels).map(([key, value]) => html`<span class="label">${key}=${value}</span>`)}</p>`}
${tasks.length > 0 && html`<ul class="chips" aria-label="Tasks">${tasks.slice(0, MOST_TASKS).map(task => html`<li class="task${task.isNew ? '' : ' before'}">${oneLine(task.title)}</li>`)}${more > 0 && html`<li class="task">and ${whole(more)} more</li>`}</ul>`}</li>`
}
