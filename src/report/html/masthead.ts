import { answersMatrix } from '../answers.rules.ts'
import { caveats, headline, STATUS_WORDS } from '../headline.rules.ts'
import type { RunReport } from '../run-report.ts'
import { duration, moment, whole } from '../text.rules.ts'
import { LOGO, statusIcon } from './icons.ts'
import { html, type Markup } from './markup.rules.ts'

/** The top of the page: what became of the run, in one look, and what must be known to judge it. */
export function masthead(report: RunReport): Markup {
  return html`<header>
<p class="brand">${LOGO}<b>${report.tool.name}</b><span>${moment(report.startedAt)}</span></p>
<div class="result ${report.status}">
${statusIcon(report.status)}
<div><h1>${STATUS_WORDS[report.status]}</h1><p>${headline(report)}</p></div>
</div>
<dl class="figures">${figures(report).map(([name, value, kind]) => html`<div><dt>${name}</dt><dd class="${kind}">${value}</dd></div>`)}</dl>
${caveats(report).map(sentence => html`<p class="caveat">${sentence}</p>`)}
</header>
`
}

function figures(report: RunReport): [name: string, value: string, kind: string][] {
  const time: [string, string, string] = ['Time', duration(report.durationMs), '']
  if (!report.verify) return [['Nodes', whole(report.nodes.length), ''], time]
  const { requests, failed, replicas, rows } = answersMatrix(report.verify.nodes)
  return [
    // Of a swarm that is not ours only those are known that were asked.
    ['Nodes', whole(Math.max(report.nodes.length, rows.length)), ''],
    ['Replicas', whole(replicas.length), ''],
    ['Requests', whole(requests), ''],
    ['Failed', whole(failed), failed > 0 ? 'failed' : ''],
    ['Routing mesh', report.engine.hasMesh ? 'tested' : 'not tested', report.engine.hasMesh ? '' : 'open'],
    time
  ]
}
