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
<dl class="figures">${figures(report).map(([name, value, kind]) => html`<div><dt>${name}</dt><dd class="${kind}">${value}</dd></div>`)}</dl>
${caveats(report).map(sentence => html`<p class="caveat">${sentence}</p>`)}
${sections.length > 1 && html`<nav aria-label="Contents"><ul class="contents">${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>`}
</header>
`
}

type Figure = [name: string, value: string, kind: string]

function figures({ verify, deploy, nodes, engine, durationMs }: RunReport): Figure[] {
  const { rows, replicas, requests, failed } = answersMatrix(verify?.nodes ?? [])
  const of = (status: string) => verify?.verdicts.filter(verdict => verdict.status === status).length ?? 0
  const probe = deploy?.probe
  const bad = (n: number, kind = 'failed'): string => (n > 0 ? kind : '')
  const open = of('inconclusive')
  // Of a swarm that is not ours only those are known that were asked.
  const known = Math.max(nodes.length, rows.length)
  const shown: (Figure | false | undefined)[] = [
    known > 0 && ['Nodes', whole(known), ''],
    deploy && ['Services converged', converged(deploy.services), bad(unconverged(deploy.services))],
    verify &&
      verify.verdicts.length > 0 && [
        'Checks passed',
        `${whole(of('pass'))} of ${whole(verify.verdicts.length)}`,
        ''
      ],
    verify && verify.verdicts.length > 0 && ['Checks failed', whole(of('fail')), bad(of('fail'))],
    open > 0 && ['Not measured', whole(open), 'open'],
    rows.length > 0 && ['Replicas', whole(replicas.length), ''],
    rows.length > 0 && ['Requests failed', `${whole(failed)} of ${whole(requests)}`, bad(failed)],
    probe && [
      'Failed during rollout',
      `${whole(probe.failed)} of ${whole(probe.planned)}`,
      bad(probe.failed)
    ],
    (nodes.length > 0 || verify !== undefined) && [
      'Routing mesh',
      engine.hasMesh ? 'tested' : 'not tested',
      engine.hasMesh ? '' : 'open'
    ],
    ['Time', duration(durationMs), '']
  ]
  return shown.filter(each => typeof each === 'object')
}

type Services = NonNullable<RunReport['deploy']>['services']
const unconverged = (services: Services): number =>
  services.filter(each => each.outcome !== 'converged').length
const converged = (services: Services): string =>
  `${whole(services.length - unconverged(services))} of ${whole(services.length)}`
