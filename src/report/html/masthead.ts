import { answersMatrix } from '../answers.rules.ts'
import { caveats, headline, STATUS_WORDS } from '../headline.rules.ts'
import type { RunReport } from '../run-report.ts'
import { titleOf } from '../test-cases.rules.ts'
import { duration, moment, oneLine, whole } from '../text.rules.ts'
import { LOGO, statusIcon } from './icons.ts'
import { html, type Markup } from './markup.rules.ts'
import type { Section } from './section.ts'
import { whose } from './whose.ts'

/** The top of the page: whose it is, what became of the run, and what must be known to judge it. */
export function masthead(report: RunReport, sections: readonly Section[]): Markup {
  return html`<header>
<p class="brand">${LOGO}<b>${report.tool.name}</b><span>${moment(report.startedAt)}</span></p>
${whose(report)}
<div class="result ${report.status}">
${statusIcon(report.status)}
<div><h1>${STATUS_WORDS[report.status]}<span class="unseen">: ${oneLine(titleOf(report.source))}</span></h1><p>${headline(report)}</p></div>
</div>
<dl class="figures">${figures(report).map(({ name, value, of, kind = '' }) => html`<div><dt>${name}</dt><dd class="${kind}">${value}${of !== undefined && html` <small>of ${of}</small>`}</dd></div>`)}</dl>
${caveats(report).map(sentence => html`<p class="caveat">${sentence}</p>`)}
${sections.length > 1 && html`<nav aria-label="Contents"><ul class="contents">${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>`}
</header>
`
}

/** `of`: what the value is a part of. */
type Figure = { name: string; value: string; of?: string; kind?: string }

function figures({ verify, deploy, nodes, engine, durationMs }: RunReport): Figure[] {
  const { rows, replicas, requests, failed } = answersMatrix(verify?.nodes ?? [])
  const verdicts = verify?.verdicts ?? []
  const of = (status: string) => verdicts.filter(verdict => verdict.status === status).length
  const probe = deploy?.probe
  const services = deploy?.services ?? []
  const converged = services.filter(each => each.outcome === 'converged').length
  // Of a swarm that is not ours only those are known that were asked.
  const known = Math.max(nodes.length, rows.length)
  const shown: (Figure | false)[] = [
    known > 0 && { name: 'Nodes', value: whole(known) },
    services.length > 0 &&
      part('Services converged', converged, services.length, converged < services.length),
    verdicts.length > 0 && part('Checks passed', of('pass'), verdicts.length, false),
    verdicts.length > 0 && {
      name: 'Checks failed',
      value: whole(of('fail')),
      kind: of('fail') > 0 ? 'failed' : ''
    },
    of('inconclusive') > 0 && { name: 'Not measured', value: whole(of('inconclusive')), kind: 'open' },
    rows.length > 0 && { name: 'Replicas', value: whole(replicas.length) },
    rows.length > 0 && part('Requests failed', failed, requests, failed > 0),
    probe !== undefined && part('Failed in rollout', probe.failed, probe.planned, probe.failed > 0),
    (nodes.length > 0 || verify !== undefined) && {
      name: 'Routing mesh',
      value: engine.hasMesh ? 'tested' : 'not tested',
      kind: engine.hasMesh ? '' : 'open'
    },
    { name: 'Time', value: duration(durationMs) }
  ]
  return shown.filter(each => typeof each === 'object')
}

const part = (name: string, value: number, of: number, isBad: boolean): Figure => ({
  name,
  value: whole(value),
  of: whole(of),
  kind: isBad ? 'failed' : ''
})
