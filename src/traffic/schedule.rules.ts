/**
 * When requests are due. Number k of all is due k/rate after the start and goes to target k modulo their number.
 * With several senders, sender w of W has the numbers w, w + W, w + 2W …: together they make the one schedule.
 */
export type Schedule = {
  ratePerSecond: number
  /** How many requests in all; `undefined`: until stopped. */
  count: number | undefined
  targets: number
  sender: number
  senders: number
}

/** Milliseconds from the start at which this sender's i-th request is due. */
export const dueMs = (schedule: Schedule, i: number): number =>
  ((schedule.sender + i * schedule.senders) * 1000) / schedule.ratePerSecond

/** The target of this sender's i-th request. */
export const targetOf = (schedule: Schedule, i: number): number =>
  (schedule.sender + i * schedule.senders) % schedule.targets

/** How many requests are this sender's; `Infinity` without a count. */
export function shareOf({ count, sender, senders }: Schedule): number {
  return count === undefined ? Number.POSITIVE_INFINITY : Math.max(0, Math.ceil((count - sender) / senders))
}

/** How many requests a duration holds: the last is due before its end. */
export const countIn = (durationMs: number, ratePerSecond: number): number =>
  Math.ceil((durationMs * ratePerSecond) / 1000 - 1e-9)

/** How many requests of one sender to one target may be under way: one dead target must not silence the others. */
export const capPerTarget = (maxOutstanding: number, targets: number, senders: number): number =>
  Math.max(1, Math.floor(maxOutstanding / targets / senders))
