import type { ServiceResult, TaskFailure } from '../../rollout/outcome.ts'
import { afterwards } from '../ended.rules.ts'
import type { ReportedDeploy } from '../run-report.ts'
import { duration } from '../text.rules.ts'
import { html, type Markup } from './markup.rules.ts'
import { scrolling, section } from './section.ts'

/** The stack's services as the deploy left them, and why tasks failed. */
export function deploymentSection(deploy: ReportedDeploy): Markup {
  const said = afterwards(deploy)
  return section(
    'stack',
    `Stack ${deploy.stack}`,
    [`${deploy.outcome} after ${duration(deploy.durationMs)}`, ...(said ? [said] : [])].join('. '),
    html`<div class="card">${scrolling(
      'Services',
      html`<table class="services"><thead><tr><th scope="col">Service</th><th scope="col" class="number">Running</th><th scope="col">Outcome</th><th scope="col">Image</th></tr></thead><tbody>${deploy.services.map(serviceRow)}
</tbody></table>`
    )}</div>`,
    html`${deploy.failures.map(failureCard)}`
  )
}

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
