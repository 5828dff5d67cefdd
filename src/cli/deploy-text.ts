import { inTerminal } from '../plain/text.ts'
import { afterwards } from '../report/report.rules.ts'
import type { DeployPlan, DeployReport } from '../usecases/deploy/report.ts'
import type { RollbackResult } from '../usecases/rollback.ts'
import type { StackStatus } from '../usecases/status.ts'
import type { Undone } from '../usecases/undo.ts'
import { driftText } from './history-text.ts'
import type { Look } from './look.rules.ts'
import { deployText } from './result-text.ts'
import { table } from './table.ts'

/** What a deploy would do, and what was found in the stack files. */
export function planText({ summary, findings, translations, notes, stages }: DeployPlan): string {
  const found = findings.map(
    ({ severity, file, line, service, text, rule, hint }) =>
      `${severity}: ${file}:${line}: ${service ? `service ${service}: ` : ''}${text}${hint ? ` — ${hint}` : ''} (${rule})`
  )
  const rewritten = translations.map(
    ({ file, line, from, to }) => `${file}:${line}: ${from} → ${to || 'left out'}`
  )
  const order =
    stages.length > 1
      ? [`order: ${stages.map(({ name, services }) => `${name} (${services.join(', ')})`).join(' → ')}`]
      : []
  return [...summary, ...order, ...section('rewritten for the swarm', rewritten), ...section('notes', notes)]
    .concat(section('found in the stack files', found))
    .map(inTerminal)
    .join('\n')
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length > 0 ? ['', `${title}:`, ...lines.map(line => `  ${line}`)] : []

/** How a deploy went, what was measured meanwhile, and what became of the stack. */
export function deployReportText(report: DeployReport, look: Look): string {
  const { leftBehind = [], undone, probe, pruned, seq } = report
  return [
    deployText(report, look),
    ...(seq !== undefined && report.outcome === 'converged' ? [`Deploy ${seq} of the stack.`] : []),
    ...(pruned.length > 0 ? [`Removed, since the files no longer name it: ${pruned.join(', ')}.`] : []),
    ...(probe ? [probeLine(probe)] : []),
    ...leftLines(leftBehind),
    ...(undone ? undoneLines(undone) : [])
  ].join('\n')
}

const leftLines = (lines: readonly string[]): string[] =>
  lines.length > 0 ? ['Current state:', ...lines.map(line => `  ${inTerminal(line)}`)] : []

const probeLine = ({ answered, failed, latencyMs }: NonNullable<DeployReport['probe']>): string =>
  `Probed throughout: ${failed} of ${answered + failed} requests failed; p99 ${Math.round(latencyMs.p99)} ms.`

function undoneLines(undone: Undone): string[] {
  const said = afterwards({ undone }) ?? ''
  if (undone.kind !== 'restored' || undone.isComplete) return [said]
  const failed = undone.services.flatMap(one =>
    one.action === 'failed' ? [`  ${one.service}: ${inTerminal(one.why)}`] : []
  )
  const left = undone.left.length > 0 ? [`  still in use, so kept: ${undone.left.join(', ')}`] : []
  return [said, ...failed, ...left, ...notConverged(undone)]
}

const notConverged = ({ result }: Extract<Undone, { kind: 'restored' }>): string[] =>
  (result?.services ?? [])
    .filter(service => service.outcome !== 'converged')
    .map(({ name, outcome, running, wanted }) => `  ${name}: ${outcome}, ${running}/${wanted}`)

export function rollbackText({ to, seq, services, result }: RollbackResult, look: Look): string {
  const touched = services.filter(one => one.action !== 'unchanged')
  const done = touched.map(one => `  ${one.service}: ${one.action}`)
  const verb = result.outcome === 'cancelled' ? 'Cut short on the way back' : 'Back'
  return [
    `${verb} to deploy ${to}, recorded as deploy ${seq}.`,
    ...done,
    deployText(result, look),
    ...leftLines(result.leftBehind ?? [])
  ].join('\n')
}

export function statusText({ stack, services, deploys, lock, drift }: StackStatus, look: Look): string {
  const rows = services.map(({ name, mode, running, wanted, image, update, updateMessage }) => [
    name,
    mode,
    `${running}/${wanted}`,
    [update, updateMessage].filter(Boolean).join(': '),
    image.replace(/@sha256:.*/, '')
  ])
  const past = deploys.map(({ seq, at, owner, outcome, rollbackTo }) => [
    String(seq),
    at.slice(0, 19).replace('T', ' '),
    { text: outcome, style: outcome === 'converged' ? 'green' : 'yellow' } as const,
    rollbackTo === undefined ? '' : `back to ${rollbackTo}`,
    owner
  ])
  return [
    services.length > 0
      ? table(['service', 'mode', 'tasks', 'update', 'image'], rows, look)
      : `${stack} has no services.`,
    '',
    ...(lock
      ? [inTerminal(`Being deployed by ${lock.who} (${lock.where}, ${lock.run}) since ${lock.since}.`)]
      : []),
    deploys.length > 0
      ? table(['deploy', 'began', 'outcome', '', 'by'], past, look)
      : 'No deploy is on record.',
    ...(drift ? ['', driftText(drift)] : [])
  ].join('\n')
}
