import { SwarmlineError } from '../../errors.ts'
import type { DeployOutcome } from '../../rollout/outcome.ts'
import type { DeployReport } from './report.ts'

type Ended = Pick<DeployReport, 'stack' | 'outcome' | 'failures' | 'services' | 'undone'>
type Failed = Exclude<DeployOutcome, 'converged'>

/** Only a converged stack is a success: everything else is the task's own error, and the way out. */
export function deployFault(report: Ended): SwarmlineError | undefined {
  const { outcome } = report
  if (outcome === 'converged') return undefined
  return new SwarmlineError('deploy-failed', failureInWords(report), { hint: wayOut(outcome, report.undone) })
}

/** Why the stack did not converge, in one line; empty when it did. */
export function failureInWords({ stack, outcome, failures, services }: Ended): string {
  if (outcome === 'converged') return ''
  const first = failures[0]
  const behind = services.filter(service => service.outcome !== 'converged').map(service => service.name)
  const place = first?.node ? ` on ${first.node}` : ''
  const who = first ? `${first.service}${place}: ${first.error}` : behind.join(', ')
  return `the stack ${stack} ${SAID[outcome]}${who ? `: ${who}` : ''}`
}

const SAID: Record<Failed, string> = {
  'rolled-back': 'was rolled back',
  paused: 'paused in its update',
  failed: 'failed',
  'timed-out': 'did not converge in time',
  cancelled: 'was cut short'
}

/** A stack that was undone pauses no more, has no log any more, and needs no rollback: then its state is said. */
function wayOut(outcome: Failed, undone: Ended['undone']): string {
  if (undone === undefined || undone.kind === 'kept') return LEFT[outcome]
  const state =
    undone.kind === 'removed'
      ? 'nothing of it is left'
      : undone.isComplete
        ? 'the whole stack runs as it did before'
        : 'the stack is not quite what it was before (see swarmline status)'
  return `${state}; ${UNDONE[outcome]}`
}

const MORE_TIME = 'give it more time (timeout), or see what its tasks wait for'
const AGAIN = 'run it again: a deploy that was cut short is completed by the next one'

const LEFT: Record<Failed, string> = {
  'rolled-back': 'the previous version runs; mend what failed and deploy again',
  paused: 'deploy a version that works, or: docker service rollback SERVICE',
  failed: 'see the log of the service: docker service logs SERVICE',
  'timed-out': MORE_TIME,
  cancelled: AGAIN
}

const MEND = 'mend what failed and deploy again'
const UNDONE: Record<Failed, string> = {
  'rolled-back': MEND,
  paused: MEND,
  failed: MEND,
  'timed-out': MORE_TIME,
  cancelled: 'run it again'
}
