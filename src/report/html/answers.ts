import type { NodeAnswers } from '../../verify/verify.ts'
import { type AnswersMatrix, answersMatrix } from '../answers.rules.ts'
import { mergedBuckets } from '../latency.rules.ts'
import { count, percent, whole } from '../text.rules.ts'
import { latencyPicture } from './latency-picture.ts'
import { html, type Markup } from './markup.rules.ts'
import { hue, meshPicture } from './mesh-picture.ts'
import { type Section, scrolling, section } from './section.ts'

/** A wider or longer table is read by nobody: report.json has all of it. */
const MOST_REPLICAS = 60
const MOST_NODES = 300

/** Which replica answered which node how often: as a picture and as a table. */
export function answersSection(nodes: readonly NodeAnswers[], hasMesh: boolean): Section {
  const matrix = answersMatrix(nodes.slice(0, MOST_NODES))
  const way = hasMesh ? 'through the routing mesh' : 'without a routing mesh'
  return section(
    'answers',
    'Answers',
    `${whole(matrix.answered)} of ${count(matrix.requests, 'request')} answered ${way}, each on a fresh connection`,
    html`<div class="card">
${meshPicture(matrix)}
${scrolling('Answers by node and replica', answersTable(matrix))}
${latencyPicture(mergedBuckets(nodes.map(node => node.latencyBuckets ?? [])), 'Time of good answers')}
</div>`
  )
}

function answersTable(matrix: AnswersMatrix): Markup {
  const { rows, answered, failed } = matrix
  const [replicas, totals] = [matrix.replicas.slice(0, MOST_REPLICAS), matrix.totals.slice(0, MOST_REPLICAS)]
  return html`<table class="answers">
<thead>
<tr><th scope="col">Node</th><th scope="col" class="number">Failed</th>${replicas.map((name, i) => html`<th scope="col" class="number"><i class="dot ${hue(i)}"></i><code>${name}</code></th>`)}<th scope="col" class="number">p50 <small>ms</small></th><th scope="col" class="number">p95 <small>ms</small></th><th scope="col" class="number">max <small>ms</small></th></tr>
</thead>
<tbody>${rows.map(
    ({ answers, counts, answered: own }) => html`
<tr><th scope="row">${answers.node}<small>${answers.endpoint}</small></th><td class="number">${failedCell(answers)}</td>${counts.slice(0, MOST_REPLICAS).map((n, i) => html`<td class="number">${share(n, own, i)}</td>`)}${latencies(answers, own)}</tr>`
  )}
</tbody>
<tfoot>
<tr><th scope="row">All nodes</th><td class="number">${whole(failed)}</td>${totals.map((n, i) => html`<td class="number">${share(n, answered, i)}</td>`)}<td></td><td></td><td></td></tr>
</tfoot>
</table>`
}

/** A count with its share, and a bar for the eye. */
function share(n: number, of: number, column: number): Markup {
  const width = of > 0 ? (n / of) * 100 : 0
  return html`${whole(n)} <small>${percent(n, of)}</small><svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="4"/><rect class="${hue(column)}" width="${width.toFixed(1)}" height="4"/></svg>`
}

function failedCell(answers: NodeAnswers): Markup {
  if (answers.failed === 0) return html`0`
  const kinds = Object.entries(answers.failedByKind)
  return html`<b class="failed">${whole(answers.failed)}</b> <small>of ${whole(answers.requests)}</small>${kinds.map(([kind, n]) => html`<small class="kinds">${whole(n)} ${kind}</small>`)}`
}

function latencies(answers: NodeAnswers, answered: number): Markup[] {
  const { p50, p95, max } = answers.latencyMs
  return [p50, p95, max].map(ms => html`<td class="number">${answered > 0 ? ms.toFixed(1) : '–'}</td>`)
}
