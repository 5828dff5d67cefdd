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

/** When to look again if no event comes first: milliseconds since the epoch, `nowMs` or later. */
export function nextLookMs(judgements: readonly Judgement[], limits: Limits, nowMs: number): number {
  const open = judgements.filter(judgement => judgement.outcome === undefined)
  const dueMs = open.flatMap(judgement => judgement.againAtMs ?? [])
  const isHolding = open.length > 0 && dueMs.length === open.length
  const endsMs = [limits.deadlineMs, limits.rollbackUntilMs, limits.lingerUntilMs].filter(ms => ms > nowMs)
  return Math.max(
    nowMs,
    Math.min(nowMs + (isHolding ? LOOK_HOLDING_EVERY_MS : LOOK_EVERY_MS), ...dueMs, ...endsMs)
  )
}
