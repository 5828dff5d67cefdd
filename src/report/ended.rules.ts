import type { DeployOutcome } from '../rollout/rollout.ts'
import type { ReportedDeploy } from './run-report.ts'

type Ended = Pick<ReportedDeploy, 'outcome' | 'undone'> & { changes?: ReportedDeploy['changes'] }
type Failed = Exclude<DeployOutcome, 'converged'>

/**
 * How a deploy ended, to be read after the stack's name. What somebody would still have to do about it is said only
 * of a stack that was left so.
 */
export function endInWords({ outcome, undone, changes }: Ended): string {
  const drifted = (changes?.objects ?? []).filter(({ change }) => change === 'drifted')
  if (outcome === 'converged' && drifted.length > 0)
    return `runs, but not as its file says: ${drifted.map(({ kind, name }) => `${kind} ${name}`).join(', ')} differs from it, and docker will not change that`
  return `${DID[outcome]}${isLeft(undone) ? STAYS[outcome] : ''}`
}

const isLeft = (undone: Ended['undone']): boolean => undone === undefined || undone.kind === 'kept'

const DID: Record<DeployOutcome, string> = {
  converged: 'runs as its file says',
  'rolled-back': 'was rolled back',
  paused: 'paused during its update',
  failed: 'failed',
  'timed-out': 'did not converge in time',
  cancelled: 'was cancelled'
}

const STAYS: Record<DeployOutcome, string> = {
  converged: '',
  'rolled-back': ': the old version runs',
  paused: ', and stays that way: deploy a corrected file, or roll back with docker service rollback',
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
      return 'It was left as it is, as requested.'
    case 'removed':
      return 'It was removed again: nothing of it is left.'
    case 'restored':
      return undone.isComplete
        ? 'The whole stack runs as it did before.'
        : 'The stack is not exactly as it was before.'
  }
}

/** What somebody does about a deploy that did not converge, in the imperative; `undefined`: there is nothing to do. */
export function wayOut({ outcome, undone }: Ended): string | undefined {
  return outcome === 'converged' ? undefined : (isLeft(undone) ? LEFT : UNDONE)[outcome]
}

const MORE_TIME = 'give it more time (timeout), or check what its tasks wait for'
const MEND = 'fix what failed and deploy again'

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
