import picocolors from 'picocolors'
import { cutText, withinLimits } from './bounds.rules.ts'
import { afterwards, endInWords, wayOut } from './ended.rules.ts'
import { caveats, headline, STATUS_WORDS } from './headline.rules.ts'
import type { ReportedDeploy, ReportSource, RunReport } from './run-report.ts'
import { answersTable } from './terminal/answers.ts'
import { createTable, drawn, type TerminalLook } from './terminal/table.ts'
import { verdictsTable } from './terminal/verdicts.ts'
import { count, duration, moment, oneLine, whole, withoutCommands } from './text.rules.ts'

/** A screen has few lines: report.json has them all. */
const MOST_VERDICTS = 200
const MOST_SERVICES = 200
const MOST_FAILURES = 10
const MOST_LOG_LINES = 20

/** A report for a terminal: whose it is, how the run ended, and why. Ends without a line end. */
export function renderTerminal(given: RunReport, look: TerminalLook): string {
  const report = withinLimits(given)
  const { deploy, verify } = report
  const { bold, green, red, yellow, dim } = picocolors.createColors(look.hasColor)
  const paint = { pass: green, fail: red, inconclusive: yellow }[report.status]
  const parts = [
    [
      `${paint(bold(STATUS_WORDS[report.status]))} ${dim(`in ${duration(report.durationMs)}, ${moment(report.startedAt)}`)}`,
      ...sourceLines(report.source).map(line => dim(line)),
      headline(report),
      ...caveats(report).map(sentence => yellow(sentence))
    ].join('\n'),
    ...(deploy ? [deployText(deploy, look)] : []),
    ...(verify && verify.nodes.length > 0 ? [answersTable(verify.nodes, look)] : []),
    ...(verify && verify.verdicts.length > 0
      ? [verdictsTable(verify.verdicts.slice(0, MOST_VERDICTS), look), more(verify.verdicts.length, 'check')]
      : [])
  ]
  return withoutCommands(parts.filter(part => part !== '').join('\n\n'))
}

function sourceLines({ stack, swarm, environment, commit, run, pullRequest }: ReportSource): string[] {
  const whose = [stack, swarm && `on ${swarm}`, environment && `for ${environment.name}`].filter(Boolean)
  const from = [
    commit && `commit ${commit.sha.slice(0, 12)}${commit.ref ? ` (${commit.ref})` : ''}`,
    pullRequest && `pull request #${pullRequest.number}`,
    run && `${run.title}: ${run.url}`
  ].filter(Boolean)
  return [whose.join(' '), from.join(', ')].filter(Boolean).map(line => cutText(oneLine(line), 300))
}

function deployText(deploy: ReportedDeploy, look: TerminalLook): string {
  const { green, red, bold } = picocolors.createColors(look.hasColor)
  const table = createTable(look, { head: ['service', 'tasks', 'outcome', 'image'] })
  for (const { name, running, wanted, outcome, image } of deploy.services.slice(0, MOST_SERVICES))
    table.push([
      bold(line(name)),
      `${running}/${wanted}`,
      outcome === 'converged' ? green(outcome) : red(outcome),
      line(image).replace(/@sha256:.*/, '')
    ])
  const said = afterwards(deploy)
  const out = wayOut(deploy)
  const { probe } = deploy
  return [
    ...(deploy.services.length > 0 ? [drawn(table)] : []),
    `The stack ${line(deploy.stack)} ${endInWords(deploy)} (${duration(deploy.durationMs)}).${said ? ` ${said}` : ''}`,
    ...(probe
      ? [
          `Probed throughout: ${whole(probe.failed)} of ${count(probe.planned, 'request')} failed; p99 ${Math.round(probe.latencyMs.p99)} ms.`
        ]
      : []),
    ...deploy.failures
      .slice(0, MOST_FAILURES)
      .flatMap(({ service, node, error, logLines }) => [
        `  ${line(service)}${node ? ` on ${line(node)}` : ''}: ${line(error)}`,
        ...logLines.slice(-MOST_LOG_LINES).map(text => `    ${look.hasUnicode ? '│' : '|'} ${line(text)}`)
      ]),
    ...(out ? [`${look.hasUnicode ? '→' : '->'} ${out}`] : [])
  ].join('\n')
}

const line = (text: string): string => cutText(oneLine(text), 300)

const more = (all: number, noun: string): string =>
  all > MOST_VERDICTS ? `… and ${count(all - MOST_VERDICTS, noun)} more` : ''
