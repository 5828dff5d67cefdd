import type { DeployOutcome } from '../rollout/rollout.ts'

/**
 * The exit status of each way a deploy may end, for scripts. 2 is not among them: it is a wrong command line. What
 * ends without an outcome (no engine, a stack file that does not hold) is 1 as well.
 */
export const EXIT_CODES: Readonly<Record<DeployOutcome, number>> = {
  converged: 0,
  failed: 1,
  'rolled-back': 3,
  paused: 4,
  'timed-out': 5,
  cancelled: 130
}

/** `0 converged, 1 failed, …`: the table in one line, for a help text. */
export const exitCodesInWords = (): string =>
  Object.entries(EXIT_CODES)
    .map(([outcome, code]) => `${code} ${outcome}`)
    .join(', ')
