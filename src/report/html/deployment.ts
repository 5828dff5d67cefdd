import type { ServiceResult, TaskFailure } from '../../rollout/rollout.ts'
import { afterwards, wayOut } from '../ended.rules.ts'
import type { ReportedDeploy } from '../run-report.ts'
import { duration } from '../text.rules.ts'
import { html, type Markup } from './markup.rules.ts'
import { type Section, scrolling, section } from './section.ts'

const MOST_ROWS = 500

/** The stack's services as the deploy left them, why tasks failed, and how all stands that did not get back. */
export function deploymentSection(deploy: ReportedDeploy): Section {
  const said = afterwards(deploy)
  return section(
    'stack',
    `Stack ${deploy.stack}`,
    [`${deploy.outcome} after ${duration(deploy.durationMs)}`, ...(said ? [said] : [])].join('. '),
    html`${deploy.services.length > 0 && servicesCard(deploy.services)}`,
    html`${deploy.failures.slice(0, MOST_ROWS).map(failureCard)}`,
    standingCard(deploy)
  )
}

const servicesCard = (services: readonly ServiceResult[]): Markup =>
  html`<div class="card">${scrolling(
    'Services',
    html`<table class="services"><thead><tr><th scope="col">Service</th><th scope="col" class="number">Running</th><th scope="col">Outcome</th><th scope="col">Image</th></tr></thead><tbody>${services.slice(0, MOST_ROWS).map(serviceRow)}
</tbody></table>`
  )}</div>`

function serviceRow({ name, running, wanted, outcome, image }: ServiceResult): Markup {
  const [reference = '', digest] = image.split('@')
  const isWell = outcome === 'converged'
  return html`
<tr><th scope="row">${name}</th><td class="number">${running}/${wanted}</td><td><span class="word ${isWell ? 'pass' : 'fail'}">${outcome}</span></td><td class="image"><code>${reference}</code>${digest && html`<code class="digest">${digest}</code>`}</td></tr>`
}

function failureCard({ service, task, node, category, error, logLines }: TaskFailure): Markup {
  return html`<div class="card trouble"><h3>${service} on ${node}</h3><p>${error}</p>
<p class="meta"><code>${task}</code> ${category}</p>
${logLines.length > 0 && html`<pre tabindex="0" aria-label="Last lines of the log">${logLines.join('\n')}</pre>`}</div>`
}

/** Of a stack that is neither new nor old: each service in words, and what to do. */
function standingCard(deploy: ReportedDeploy): Markup {
  const { leftBehind = [] } = deploy
  const out = wayOut(deploy)
  if (leftBehind.length === 0) return html``
  return html`<div class="card trouble standing"><h3>This is how it stands</h3>
<ul>${leftBehind.slice(0, MOST_ROWS).map(line => html`<li>${line}</li>`)}</ul>
${out && html`<dl><dt>Way out</dt><dd>${out}</dd></dl>`}</div>`
}
