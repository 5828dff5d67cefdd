import { SwarmlineError } from '../../errors.ts'
import { wayOut } from '../../report/report.rules.ts'
import type { DeployOutcome } from '../../rollout/rollout.ts'
import type { DeployReport } from './report.ts'

type Ended = Pick<DeployReport, 'stack' | 'outcome' | 'failures' | 'services' | 'undone' | 'leftBehind'>
type Failed = Exclude<DeployOutcome, 'converged'>

/** Only a converged stack is a success: everything else is the task's own error, and the way out. */
export function deployFault(report: Ended): SwarmlineError | undefined {
  const hint = wayOut(report)
  return hint === undefined
    ? undefined
    : new SwarmlineError('deploy-failed', failureInWords(report), { hint })
}

/** Why the stack did not converge, and what became of it, in one line; empty when it did. */
export function failureInWords(report: Ended): string {
  const { stack, outcome, failures, services, leftBehind } = report
  if (outcome === 'converged') return ''
  const first = failures[0]
  const behind = services.filter(service => service.outcome !== 'converged').map(service => service.name)
  const place = first?.node ? ` on ${first.node}` : ''
  const who = first ? `${first.service}${place}: ${first.error}` : behind.join(', ')
  const became = leftBehind?.join('; ') ?? becameOf(report)
  return [`the stack ${stack} ${SAID[outcome]}${who ? `: ${who}` : ''}`, became].filter(Boolean).join('; ')
}

const SAID: Record<Failed, string> = {
  'rolled-back': 'was rolled back',
  paused: 'paused in its update',
  failed: 'failed',
  'timed-out': 'did not converge in time',
  cancelled: 'was interrupted'
}

function becameOf({ undone }: Ended): string | undefined {
  if (undone?.kind === 'removed') return 'nothing of it is left'
  if (undone?.kind !== 'restored') return undefined
  return undone.isComplete
    ? 'the whole stack runs as it did before'
    : 'it is not exactly as it was before (see swarmline status)'
}
