import type { DeployOutcome } from '../rollout/outcome.ts'
import type { ReportedDeploy } from './run-report.ts'

type Ended = Pick<ReportedDeploy, 'outcome' | 'undone'>

/**
 * How a deploy ended, to be read after the stack's name. What somebody would still have to do about it is said only
 * of a stack that was left so.
 */
export function endInWords({ outcome, undone }: Ended): string {
  const isLeft = undone === undefined || undone.kind === 'kept'
  return `${DID[outcome]}${isLeft ? STAYS[outcome] : ''}`
}

const DID: Record<DeployOutcome, string> = {
  converged: 'runs as its file says',
  'rolled-back': 'was rolled back',
  paused: 'paused in mid-update',
  failed: 'failed',
  'timed-out': 'did not converge in time',
  cancelled: 'was cancelled'
}

const STAYS: Record<DeployOutcome, string> = {
  converged: '',
  'rolled-back': ': the old version runs',
  paused: ', and stays so: deploy a corrected file, or roll back with docker service rollback',
  failed: '',
  'timed-out': '',
  cancelled: ''
}

/** What became of the whole stack after a deploy that did not converge: a sentence. */
export function afterwards({ undone }: Pick<Ended, 'undone'>): string | undefined {
  switch (undone?.kind) {
    case undefined:
      return undefined
    case 'kept':
      return 'It is left as it is, as asked.'
    case 'removed':
      return 'It is removed again: nothing of it is left.'
    case 'restored':
      return undone.isComplete
        ? 'The whole stack runs as it did before.'
        : 'The stack is not quite what it was before.'
  }
}
