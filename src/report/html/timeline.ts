import { lanesOf, withoutStack } from '../lanes.rules.ts'
import { lossesOf } from '../losses.rules.ts'
import type { ReportedDeploy } from '../run-report.ts'
import { colouredNodes } from '../slots.rules.ts'
import { count, whole } from '../text.rules.ts'
import { changesOf, liveChanges, type ReportedChange, sinceStartMs } from '../timeline.rules.ts'
import { html, type Markup } from './markup.rules.ts'
import { type Section, scrolling, section } from './section.ts'
import { timelinePicture } from './timeline-picture.ts'

/** A page that opens at once: timeline.json has the rest. */
const MOST_ROWS = 500

/** What became of the tasks when: as a picture, and change by change. */
export function timelineSection(deploy: ReportedDeploy, nodes: readonly string[]): Section | undefined {
  const changes = liveChanges(changesOf(deploy))
  if (changes.length === 0) return undefined
  const all = lanesOf(deploy)
  const rows = changes.slice(0, MOST_ROWS)
  const more = changes.length - rows.length
  return section(
    'timeline',
    'Rollout',
    `${count(all.lanes.length, 'task')}, ${count(changes.length, 'change')} of state`,
    html`<div class="card">
${all.lanes.length > 0 && timelinePicture(all, lossesOf(deploy, all.totalMs), colouredNodes(nodes, all.lanes))}
<details class="changes"><summary>Every change${more > 0 && html`: the first ${whole(rows.length)}; timeline.json has them all`}</summary>${scrolling(
      'Changes of state',
      html`<table><thead><tr><th scope="col" class="number">After</th><th scope="col">What</th><th scope="col">Node</th><th scope="col">From</th><th scope="col">To</th><th scope="col">In its own words</th></tr></thead><tbody>${rows.map(change => row(deploy, change))}
</tbody></table>`
    )}</details>
</div>`
  )
}

function row(deploy: ReportedDeploy, change: ReportedChange): Markup {
  const { kind, service, slot, node, from, to, message, error, part } = change
  const name = withoutStack(service, deploy.stack)
  const what = kind === 'task' ? `${name}.${slot}` : kind === 'service' ? `service ${name}` : 'node'
  const isBad = to === 'failed' || to === 'rejected'
  return html`
<tr class="${part === 'deploy' ? 'ahead' : 'back'}"><td class="number">${(sinceStartMs(deploy, change) / 1000).toFixed(1)} s</td><td>${what}</td><td>${node}</td><td>${from ?? ''}</td><td>${isBad ? html`<b class="failed">${to}</b>` : to}</td><td>${error || message}</td></tr>`
}
