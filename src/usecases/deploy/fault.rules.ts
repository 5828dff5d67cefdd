import { SwarmlineError } from '../../errors.ts'
import type { DeployOutcome } from '../../rollout/outcome.ts'
import type { DeployReport } from './report.ts'

type Ended = Pick<DeployReport, 'stack' | 'outcome' | 'failures' | 'services' | 'undone' | 'leftBehind'>
type Failed = Exclude<DeployOutcome, 'converged'>

/** Only a converged stack is a success: everything else is the task's own error, and the way out. */
export function deployFault(report: Ended): SwarmlineError | undefined {
  const { outcome, undone } = report
  if (outcome === 'converged') return undefined
  const isLeft = undone === undefined || undone.kind === 'kept'
  return new SwarmlineError('deploy-failed', failureInWords(report), {
    hint: (isLeft ? LEFT : UNDONE)[outcome]
  })
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
  cancelled: 'was cut short'
}

function becameOf({ undone }: Ended): string | undefined {
  if (undone?.kind === 'removed') return 'nothing of it is left'
  if (undone?.kind !== 'restored') return undefined
  return undone.isComplete
    ? 'the whole stack runs as it did before'
    : 'it is not quite what it was before (see swarmline status)'
}

const MORE_TIME = 'give it more time (timeout), or see what its tasks wait for'
const MEND = 'mend what failed and deploy again'

/** The way out for a stack that is as the deploy left it. */
const LEFT: Record<Failed, string> = {
  'rolled-back': `the previous version runs; ${MEND}`,
  paused: 'deploy a version that works, or: docker service rollback SERVICE',
  failed: 'see the log of the service: docker service logs SERVICE',
  'timed-out': MORE_TIME,
  cancelled: 'run the job again: a deploy that was cut short is completed by the next one'
}

/** A stack that was undone pauses no more, has no log of the deploy any more, and needs no rollback. */
const UNDONE: Record<Failed, string> = {
  'rolled-back': MEND,
  paused: MEND,
  failed: MEND,
  'timed-out': MORE_TIME,
  cancelled: 'run the job again'
}
