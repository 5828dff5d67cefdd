import { inTerminal } from '../plain/text.ts'
import { endInWords } from '../report/report.rules.ts'
import { answersTable, type BuiltImage, type ReportedDeploy, verdictsTable } from '../report/report.ts'
import type { DeployResult, TaskFailure } from '../rollout/rollout.ts'
import type { VerifyResult } from '../verify/verify.ts'
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
export async function verifyText(result: VerifyResult, look: Look): Promise<string> {
  const answers = result.nodes.length > 0 ? [await answersTable(result.nodes, look)] : []
  return [...answers, await verdictsTable(result.verdicts, look)].join('\n\n')
}
