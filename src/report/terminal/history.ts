import picocolors from 'picocolors'
import type { VerdictStatus } from '../../verify/verify.ts'
import { cutText } from '../bounds.rules.ts'
import { type History, type HistoryCase, medianMs } from '../history.rules.ts'
import { count, duration, moment, oneLine, withoutCommands } from '../text.rules.ts'
import { createTable, drawn, type TerminalLook } from './table.ts'

const SIGNS: Record<VerdictStatus, [unicode: string, ascii: string]> = {
  pass: ['✔', '+'],
  fail: ['✖', 'x'],
  inconclusive: ['?', '?'],
  skipped: ['–', '-']
}
const MOST_CASES = 200

/** Runs side by side: a line for each run, and for each check its verdicts from the oldest run to the newest. */
export function historyText({ runs, cases }: History, look: TerminalLook): string {
  if (runs.length === 0) return 'No report was found.'
  const restless = cases.filter(each => each.isFlaky || each.failed > 0)
  const shown = [...restless, ...cases.filter(each => !restless.includes(each))].slice(0, MOST_CASES)
  const flaky = cases.filter(each => each.isFlaky)
  const parts = [
    runsTable(runs, look),
    ...(cases.length > 0 ? [casesTable(shown, look)] : []),
    [
      flaky.length > 0
        ? `Flaky: ${flaky.map(each => line(each.name, 80)).join('; ')}.`
        : `Nothing is flaky in ${count(runs.length, 'run')}.`,
      ...(cases.length > shown.length
        ? [`${count(cases.length - shown.length, 'check')} more with --json.`]
        : [])
    ].join(' ')
  ]
  return withoutCommands(parts.join('\n\n'))
}

function runsTable(runs: History['runs'], look: TerminalLook): string {
  const { green, red, yellow, dim } = picocolors.createColors(look.hasColor)
  const paint = { pass: green, fail: red, inconclusive: yellow }
  const table = createTable(look, {
    head: ['', 'began', 'result', 'took', 'deploy', 'passed', 'failed', 'open', 'commit', 'stack'].map(word =>
      dim(word)
    ),
    colAligns: ['right', 'left', 'left', 'right', 'left', 'right', 'right', 'right', 'left', 'left']
  })
  for (const [i, run] of runs.entries())
    table.push([
      String(i + 1),
      moment(run.startedAt).replace(' UTC', ''),
      paint[run.status](run.status),
      duration(run.durationMs),
      run.deploy ? `${run.deploy.outcome} ${duration(run.deploy.durationMs)}` : '',
      String(run.checks.pass),
      String(run.checks.fail),
      String(run.checks.inconclusive),
      line(run.commit?.slice(0, 7) ?? '', 7),
      line(run.stack ?? '', 30)
    ])
  return drawn(table)
}

function casesTable(cases: readonly HistoryCase[], look: TerminalLook): string {
  const { green, red, yellow, dim, bold } = picocolors.createColors(look.hasColor)
  const paint = { pass: green, fail: red, inconclusive: yellow, skipped: dim }
  const table = createTable(look, { head: ['check', 'runs', 'median', ''].map(word => dim(word)) })
  for (const { name, statuses, durationsMs, isFlaky } of cases) {
    const median = medianMs(durationsMs)
    table.push([
      line(name, 60),
      statuses
        .map(status => (status ? paint[status](SIGNS[status][look.hasUnicode ? 0 : 1]) : dim('.')))
        .join(''),
      median === undefined ? '' : duration(median),
      isFlaky ? bold(yellow('flaky')) : ''
    ])
  }
  return drawn(table)
}

const line = (text: string, most: number): string => cutText(oneLine(text), most)
