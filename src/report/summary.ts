import type { Verdict, VerdictStatus } from '../verify/verify.ts'
import { answersMatrix } from './answers.rules.ts'
import { withinLimits } from './bounds.rules.ts'
import { changesTable, countedChanges } from './changes-table.ts'
import { afterwards } from './ended.rules.ts'
import { rolloutGantt } from './gantt.rules.ts'
import { caveats, headline, noStandIns, STATUS_WORDS } from './headline.rules.ts'
import { lanesOf } from './lanes.rules.ts'
import { code, details, link, preformatted, table, text } from './markdown.rules.ts'
import { type Part, withinRoom } from './room.rules.ts'
import type { ReportedDeploy, ReportSource, RunReport } from './run-report.ts'
import { bytes, count, duration, moment, percent, whole } from './text.rules.ts'

const SIGNS: Record<VerdictStatus, string> = { pass: '✅', fail: '❌', inconclusive: '❔', skipped: '➖' }
/** A step's summary may have 1 MiB, and other lines of the same step stand beside this. */
const MOST_BYTES = 900_000
const MOST_ROWS = 200
const MOST_FAILURES = 20

/**
 * The report as Markdown for GITHUB_STEP_SUMMARY. Untrusted text becomes text: it can neither end a table's
 * cell nor become a link, an image, a mention or HTML.
 *
 * @param mostBytes of UTF-8 that the page may have; what does not fit is left out, and named
 */
export function renderSummary(given: RunReport, mostBytes = MOST_BYTES): string {
  const report = withinLimits(given)
  const { verify, deploy, source } = report
  const parts: (Part | false | undefined)[] = [
    { name: 'Result', text: heading(report) },
    { name: 'Source', text: sourceLine(source) },
    {
      name: 'Notes',
      text: caveats(report)
        .map(sentence => `> [!NOTE]\n> ${text(sentence)}`)
        .join('\n\n')
    },
    verify && verify.verdicts.length > 0 && { name: 'Checks', text: checksTable(verify.verdicts) },
    verify && verify.nodes.length > 0 && { name: 'Answers', text: answersTable(report) },
    deploy?.changes && { name: 'Changes', text: changes(deploy.changes) },
    deploy && { name: 'Stack', text: stack(deploy) },
    deploy?.timeline && { name: 'Rollout', text: rollout(deploy) },
    report.images.length > 0 && { name: 'Images', text: images(report.images) },
    { name: 'Stand-ins', text: standIns(report) },
    report.phases.length > 0 && { name: 'Time', text: phases(report.phases) },
    {
      name: 'Tool',
      text: `<sub>${text(`${report.tool.name} ${report.tool.version} · ${report.engine.title} · ${moment(report.startedAt)}`)}</sub>`
    }
  ]
  return withinRoom(
    parts.filter((part): part is Part => typeof part === 'object' && part.text !== ''),
    mostBytes
  )
}

function heading(report: RunReport): string {
  const { status, source, durationMs, verify, deploy } = report
  const what = verify && !deploy ? 'Verification' : deploy && !verify ? 'Deploy' : 'Run'
  const whose = source.stack ? ` of ${text(source.stack)}` : ''
  return `## ${SIGNS[status]} ${what}${whose}: ${STATUS_WORDS[status].toLowerCase()} in ${duration(durationMs)}\n\n${text(headline(report), 2_000)}`
}

/** Whose report it is, with ways to the commit, the run and what was deployed to. */
function sourceLine({ swarm, commit, run, pullRequest, environment }: ReportSource): string {
  return [
    ...(environment ? [`Environment ${link(environment.name, environment.url)}`] : []),
    ...(swarm ? [text(swarm)] : []),
    ...(pullRequest ? [`Pull request ${link(`#${pullRequest.number}`, pullRequest.url)}`] : []),
    ...(commit
      ? [`Commit ${link(commit.sha.slice(0, 7), commit.url)}${commit.ref ? ` (${text(commit.ref)})` : ''}`]
      : []),
    ...(run ? [`Run ${link(run.title, run.url)}`] : [])
  ].join(' · ')
}

function checksTable(verdicts: readonly Verdict[]): string {
  const isOpen = ({ status }: Verdict): boolean => status === 'fail' || status === 'inconclusive'
  const shown =
    verdicts.length <= MOST_ROWS
      ? verdicts
      : [...verdicts.filter(isOpen), ...verdicts.filter(each => !isOpen(each))].slice(0, MOST_ROWS)
  const more = verdicts.length - shown.length
  return [
    table(['', 'Check', 'Expected', 'Observed'], shown.map(verdictRow)),
    ...(more > 0 ? [`… and ${count(more, 'check')} more.`] : [])
  ].join('\n\n')
}

function verdictRow(verdict: Verdict): string[] {
  const hint = verdict.hint ? `<br><em>${text(verdict.hint)}</em>` : ''
  const sign = `${SIGNS[verdict.status]} ${STATUS_WORDS[verdict.status]}`
  return [sign, text(verdict.title), text(verdict.expected), text(verdict.observed) + hint]
}

function answersTable(report: RunReport): string {
  const { replicas, rows, totals, answered } = answersMatrix(report.verify?.nodes ?? [])
  const share = (n: number, of: number) => `${whole(n)} (${percent(n, of)})`
  const shown = replicas.slice(0, 20)
  return table(
    ['Node', ...shown.map(name => code(name, 60)), 'Failed requests', 'p50', 'p95'],
    [
      ...rows
        .slice(0, MOST_ROWS)
        .map(({ answers, counts, answered: own }) => [
          text(answers.node),
          ...shown.map((_, i) => share(counts[i] ?? 0, own)),
          `${whole(answers.failed)} of ${whole(answers.requests)}`,
          ...[answers.latencyMs.p50, answers.latencyMs.p95].map(ms => (own > 0 ? `${ms} ms` : '–'))
        ]),
      ['**All**', ...shown.map((_, i) => `**${share(totals[i] ?? 0, answered)}**`), '', '', '']
    ]
  )
}

function changes(of: NonNullable<ReportedDeploy['changes']>): string {
  const said = of.isUnchanged ? 'Nothing to change.' : countedChanges(of.services)
  return details('Planned changes', said, ...changesTable(of))
}

function stack(deploy: ReportedDeploy): string {
  const undone = afterwards(deploy)
  const { services, failures, leftBehind = [], probe } = deploy
  return details(
    `Stack ${deploy.stack}: ${deploy.outcome}`,
    ...(undone ? [text(undone)] : []),
    table(
      ['Service', 'Running', 'Outcome', 'Image'],
      services
        .slice(0, MOST_ROWS)
        .map(s => [text(s.name), `${s.running}/${s.wanted}`, s.outcome, code(s.image)])
    ),
    ...(probe
      ? [
          `Probed throughout: ${whole(probe.failed)} of ${count(probe.planned, 'request')} failed; p99 ${probe.latencyMs.p99} ms.`
        ]
      : []),
    ...failures
      .slice(0, MOST_FAILURES)
      .flatMap(({ service, node, error, logLines }) => [
        `- ${text(`${service}${node && ` on ${node}`}: ${error}`)}`,
        ...(logLines.length > 0 ? [preformatted(logLines, 300)] : [])
      ]),
    ...leftBehind.slice(0, MOST_ROWS).map(line => `- ${text(line)}`)
  )
}

/** The rollout as GitHub draws it. */
function rollout(deploy: ReportedDeploy): string {
  const gantt = rolloutGantt(lanesOf(deploy))
  if (!gantt) return ''
  const more = gantt.hidden > 0 ? [`… and ${count(gantt.hidden, 'task')} more.`] : []
  return details('Rollout, task by task', `\`\`\`mermaid\n${gantt.chart}\n\`\`\``, ...more)
}

const images = (built: RunReport['images']): string =>
  details(
    count(built.length, 'image'),
    table(
      ['Image', 'Digest', 'Size', 'Time'],
      built
        .slice(0, MOST_ROWS)
        .map(i => [code(i.reference), code(i.digest), bytes(i.sizeBytes), duration(i.durationMs)])
    )
  )

function standIns(report: RunReport): string {
  if (report.standIns.length === 0) return noStandIns(report) ?? ''
  return details(
    count(report.standIns.length, 'stand-in'),
    table(
      ['Image', 'Made from'],
      report.standIns.slice(0, MOST_ROWS).map(s => [code(s.reference), text(s.madeFrom)])
    )
  )
}

const phases = (all: RunReport['phases']): string =>
  details(
    'Where the time went',
    table(
      ['Phase', 'Time', ''],
      all
        .slice(0, MOST_ROWS)
        .map(p => [text(p.title), duration(p.durationMs), p.status === 'done' ? '' : p.status])
    )
  )
