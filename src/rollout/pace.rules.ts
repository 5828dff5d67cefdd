import type { Judgement } from './hold.rules.ts'
import type { DeployOutcome } from './outcome.ts'

/** When a watch must come to an end: milliseconds since the epoch. */
export type Limits = {
  deadlineMs: number
  /** A rollback that is under way at the deadline is watched until then: it is the end that the user wants to know. */
  rollbackUntilMs: number
  /** Once a service has failed, until when the others may come to a verdict of their own. */
  lingerUntilMs: number
}

const LOOK_EVERY_MS = 1_000
/** The least time between two looks, however many events there are. */
const LOOK_LEAST_MS = 400
/** While all that is left is to hold: what is replaced meanwhile is another task, so nothing can be missed. */
const LOOK_HOLDING_EVERY_MS = 2_500

/** What becomes of services without an outcome, when the watch is over at `nowMs`; `undefined` while it goes on. */
export function endOf(
  judgements: readonly Judgement[],
  limits: Limits,
  nowMs: number
): DeployOutcome | undefined {
  const isLate = nowMs >= limits.deadlineMs
  const isGivenUp = isLate || nowMs >= limits.lingerUntilMs
  const isOver = judgements.every(
    ({ outcome, state }) =>
      outcome ?? (isGivenUp && (state.phase.kind !== 'rolling-back' || nowMs >= limits.rollbackUntilMs))
  )
  if (!isOver) return undefined
  return isLate ? 'timed-out' : 'cancelled'
}

/** The next look: milliseconds from now. */
export type NextLook = {
  /** If no event comes first. */
  inMs: number
  /** Not before that, whatever comes. */
  leastMs: number
  /** It is likely to be the last one. */
  isLast: boolean
}

/**
 * When to look again. An event brings the next look forward where SwarmKit's own word on an update is what is
 * waited for; else it has nothing to tell that a look a second would miss.
 */
export function nextLook(judgements: readonly Judgement[], limits: Limits, nowMs: number): NextLook {
  const open = judgements.filter(judgement => judgement.outcome === undefined)
  const dueMs = open.flatMap(judgement => judgement.againAtMs ?? [])
  const isHolding = open.length > 0 && dueMs.length === open.length
  const endsMs = [limits.deadlineMs, limits.rollbackUntilMs, limits.lingerUntilMs].filter(ms => ms > nowMs)
  // The stack's verdict comes with the last of them: the others have theirs then, too.
  const lastMs = isHolding ? Math.max(...dueMs) : Number.POSITIVE_INFINITY
  const everyMs = isHolding ? LOOK_HOLDING_EVERY_MS : LOOK_EVERY_MS
  const inMs = Math.max(0, Math.min(nowMs + everyMs, lastMs, ...endsMs) - nowMs)
  return {
    inMs,
    leastMs: open.some(isUpToSwarmKit) ? LOOK_LEAST_MS : LOOK_EVERY_MS,
    isLast: nowMs + inMs >= lastMs
  }
}

const isUpToSwarmKit = ({ state: { phase } }: Judgement): boolean =>
  phase.kind === 'rolling-back' || (phase.kind === 'settled' && phase.isUpdating)
