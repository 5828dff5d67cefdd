import { inTerminal } from '../plain/text.ts'
import { endInWords } from '../report/ended.rules.ts'
import type { BuiltImage, ReportedDeploy } from '../report/run-report.ts'
import { answersTable } from '../report/terminal/answers.ts'
import { verdictsTable } from '../report/terminal/verdicts.ts'
import type { DeployResult, TaskFailure } from '../rollout/outcome.ts'
import type { VerifyResult } from '../verify/verdict.ts'
import type { Look } from './look.rules.ts'
import { seconds } from './step-tree.rules.ts'
import { table } from './table.ts'

export function imagesText(images: readonly BuiltImage[], look: Look): string {
  const rows = images.map(image => [
    image.reference,
    image.digest.slice(0, 'sha256:'.length + 12),
    `${(image.sizeBytes / 1e6).toFixed(1)} MB`,
    seconds(image.durationMs)
  ])
  return table(['image', 'digest', 'size', 'took'], rows, look)
}

const IS_GOOD: Record<DeployResult['outcome'], boolean> = {
  converged: true,
  'rolled-back': false,
  paused: false,
  failed: false,
  'timed-out': false,
  cancelled: false
}

export function deployText(result: ReportedDeploy, look: Look): string {
  const rows = result.services.map(service => [
    service.name,
    `${service.running}/${service.wanted}`,
    { text: service.outcome, style: IS_GOOD[service.outcome] ? 'green' : 'red' } as const,
    service.image.replace(/@sha256:.*/, '')
  ])
  const verdict = `The stack ${result.stack} ${endInWords(result)} (${seconds(result.durationMs)}).`
  return [
    ...(rows.length > 0 ? [table(['service', 'tasks', 'outcome', 'image'], rows, look), ''] : []),
    verdict,
    ...result.failures.flatMap(failure)
  ].join('\n')
}

function failure({ service, task, node, error, logLines }: TaskFailure): string[] {
  const where = [task, node].filter(Boolean).join(' on ')
  return [
    inTerminal(`  ${service}${where ? ` (${where})` : ''}: ${error}`),
    ...logLines.map(line => `    │ ${inTerminal(line)}`)
  ]
}

/** How each node answered, and what was judged. */
export function verifyText(result: VerifyResult, look: Look): string {
  const answers = result.nodes.length > 0 ? [answersTable(result.nodes, look)] : []
  return [...answers, verdictsTable(result.verdicts, look)].join('\n\n')
}
