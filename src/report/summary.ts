import type { Verdict, VerdictStatus } from '../verify/verdict.ts'
import { answersMatrix } from './answers.rules.ts'
import { afterwards } from './ended.rules.ts'
import { caveats, headline, noStandIns, STATUS_WORDS } from './headline.rules.ts'
import { code, details, escapeMarkdown, table, text } from './markdown.rules.ts'
import type { RunReport } from './run-report.ts'
import { bytes, count, duration, moment, percent, whole } from './text.rules.ts'

const SIGNS: Record<VerdictStatus, string> = { pass: '✅', fail: '❌', inconclusive: '❔', skipped: '➖' }

/**
 * The report as Markdown for GITHUB_STEP_SUMMARY. Untrusted text becomes text: it can neither end a table's
 * cell nor become a link, an image, a mention or HTML.
 */
export function renderSummary(report: RunReport): string {
  const { verify, deploy } = report
  const undone = deploy && afterwards(deploy)
  return [
    `## ${SIGNS[report.status]} ${STATUS_WORDS[report.status]} in ${duration(report.durationMs)}`,
    escapeMarkdown(headline(report)),
    ...caveats(report).map(sentence => `> [!NOTE]\n> ${escapeMarkdown(sentence)}`),
    verify && table(['', 'Check', 'Expected', 'Observed'], verify.verdicts.map(verdictRow)),
    verify && verify.nodes.length > 0 && answersTable(report),
    deploy &&
      details(
        `Stack ${deploy.stack}: ${deploy.outcome}`,
        ...(undone ? [text(undone)] : []),
        table(
          ['Service', 'Running', 'Outcome', 'Image'],
          deploy.services.map(s => [text(s.name), `${s.running}/${s.wanted}`, s.outcome, code(s.image)])
        ),
        ...deploy.failures.map(
          ({ service, node, error }) => `- ${text(`${service}${node && ` on ${node}`}: ${error}`)}`
        ),
        ...(deploy.leftBehind ?? []).map(line => `- ${text(line)}`)
      ),
    report.images.length > 0 &&
      details(
        count(report.images.length, 'image'),
        table(
          ['Image', 'Digest', 'Size', 'Time'],
          report.images.map(i => [
            code(i.reference),
            code(i.digest),
            bytes(i.sizeBytes),
            duration(i.durationMs)
          ])
        )
      ),
    report.standIns.length > 0
      ? details(
          count(report.standIns.length, 'stand-in'),
          table(
            ['Image', 'Made from'],
            report.standIns.map(s => [code(s.reference), text(s.madeFrom)])
          )
        )
      : noStandIns(report),
    details(
      'Where the time went',
      table(
        ['Phase', 'Time', ''],
        report.phases.map(p => [text(p.title), duration(p.durationMs), p.status === 'done' ? '' : p.status])
      )
    ),
    `<sub>${text(`${report.tool.name} ${report.tool.version} · ${report.engine.title} · ${moment(report.startedAt)}`)}</sub>`
  ]
    .filter(part => typeof part === 'string')
    .join('\n\n')
    .concat('\n')
}

function verdictRow(verdict: Verdict): string[] {
  const hint = verdict.hint ? `<br><em>${text(verdict.hint)}</em>` : ''
  const sign = `${SIGNS[verdict.status]} ${STATUS_WORDS[verdict.status]}`
  return [sign, text(verdict.title), text(verdict.expected), text(verdict.observed) + hint]
}

function answersTable(report: RunReport): string {
  const { replicas, rows, totals, answered } = answersMatrix(report.verify?.nodes ?? [])
  const share = (n: number, of: number) => `${whole(n)} (${percent(n, of)})`
  return table(
    ['Node', ...replicas.map(code), 'Failed', 'p50', 'p95'],
    [
      ...rows.map(({ answers, counts, answered: own }) => [
        text(answers.node),
        ...counts.map(n => share(n, own)),
        `${whole(answers.failed)} of ${whole(answers.requests)}`,
        ...[answers.latencyMs.p50, answers.latencyMs.p95].map(ms => (own > 0 ? `${ms} ms` : '–'))
      ]),
      ['**All**', ...totals.map(n => `**${share(n, answered)}**`), '', '', '']
    ]
  )
}
