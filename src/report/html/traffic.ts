import type { ProbeResult } from '../../traffic/traffic.ts'
import type { ReportedLoad } from '../../verify/verify.ts'
import { count, duration, oneLine, percent, whole } from '../text.rules.ts'
import { latencyPicture } from './latency-picture.ts'
import { html, type Markup } from './markup.rules.ts'
import { type Section, scrolling, section } from './section.ts'

const MOST_ROWS = 200
const MOST_LOADS = 20
const MOST_FAILURES = 20

/** What visitors met: throughout the rollout, and at the rates that checks asked for. */
export function trafficSection(
  probe: ProbeResult | undefined,
  loads: readonly ReportedLoad[]
): Section | undefined {
  if (!probe && loads.length === 0) return undefined
  const planned = (probe?.planned ?? 0) + loads.reduce((sum, load) => sum + load.planned, 0)
  const failed = (probe?.failed ?? 0) + loads.reduce((sum, load) => sum + load.failed, 0)
  return section(
    'traffic',
    'Visitors',
    `${whole(failed)} of ${count(planned, 'request')} failed`,
    html`${probe && probeCard(probe)}`,
    html`${loads.slice(0, MOST_LOADS).map(loadCard)}`
  )
}

function probeCard(probe: ProbeResult): Markup {
  return html`<div class="card"><h3 class="inset">While the stack was rolled out</h3>
${latencyPicture(probe.latencyBuckets, 'Time of good answers during the rollout')}
${scrolling(
  'Requests by node',
  html`<table>${head('Node')}<tbody>${probe.nodes.slice(0, MOST_ROWS).map(node => row(node, html`<td class="number">${duration(node.longestGap.ms)}</td>`))}</tbody></table>`
)}
${probe.phases.length > 1 && scrolling('Requests by phase', html`<table>${head('Phase', 'Lasted')}<tbody>${probe.phases.slice(0, MOST_ROWS).map(phase => row(phase, html`<td class="number">${duration(phase.toMs - phase.fromMs)}</td>`))}</tbody></table>`)}
${probe.firstFailures.length > 0 && html`<details class="changes"><summary>The first failures</summary><ul class="plain-list">${probe.firstFailures.slice(0, MOST_FAILURES).map(({ atMs, target, kind, detail }) => html`<li>after ${duration(atMs)}, ${oneLine(target)}: ${kind}: ${oneLine(detail)}</li>`)}</ul></details>`}
</div>`
}

type Measured = Pick<ProbeResult, 'planned' | 'answered' | 'failed' | 'latencyMs'> & { name: string }

const head = (what: string, last = 'Longest gap'): Markup =>
  html`<thead><tr><th scope="col">${what}</th><th scope="col" class="number">Requests</th><th scope="col" class="number">Failed</th><th scope="col" class="number">p50 <small>ms</small></th><th scope="col" class="number">p95 <small>ms</small></th><th scope="col" class="number">p99 <small>ms</small></th><th scope="col" class="number">max <small>ms</small></th>${last !== '' && html`<th scope="col" class="number">${last}</th>`}</tr></thead>`

function row({ name, planned, answered, failed, latencyMs }: Measured, last: Markup): Markup {
  const { p50, p95, p99, max } = latencyMs
  const cell = (ms: number): Markup => html`<td class="number">${answered > 0 ? ms.toFixed(1) : '–'}</td>`
  const lost =
    failed > 0
      ? html`<b class="failed">${whole(failed)}</b> <small>${percent(failed, planned)}</small>`
      : html`0`
  return html`
<tr><th scope="row">${oneLine(name)}</th><td class="number">${whole(planned)}</td><td class="number">${lost}</td>${[p50, p95, p99, max].map(cell)}${last}</tr>`
}

function loadCard({ title, isVoid, latencyBuckets, targets, replicas }: ReportedLoad): Markup {
  const replicaRows = replicas.map(each => ({ ...each, planned: each.answered + each.failed }))
  return html`<div class="card"><h3 class="inset">${oneLine(title)}${isVoid && html` <span class="word inconclusive">the machine could not keep up</span>`}</h3>
${latencyPicture(latencyBuckets, 'Time of good answers')}
${scrolling('Requests by node', html`<table>${head('Node', '')}<tbody>${targets.slice(0, MOST_ROWS).map(each => row(each, html``))}</tbody></table>`)}
${replicaRows.length > 0 && scrolling('Requests by replica', html`<table>${head('Replica', '')}<tbody>${replicaRows.slice(0, MOST_ROWS).map(each => row(each, html``))}</tbody></table>`)}
</div>`
}
