import { SwarmlineError } from '../errors.ts'
import type { Clock } from './effects.ts'

export type WaitOptions = {
  clock: Clock
  deadlineMs: number
  /** The shortest pause between two looks; default 200. */
  everyMs?: number
  /** The longest; default 5000, or `everyMs` where that is longer. */
  mostMs?: number
  /** How a pause grows with what has been waited already; default a tenth of it. 1 doubles: each pause is as long. */
  growth?: number
  signal?: AbortSignal
}

/**
 * Asks `look` until it answers something other than `undefined`. An error that `look` throws ends the wait, so
 * `look` catches what is expected while the state is still coming, and hands what it saw instead to `see`.
 *
 * Who has waited long looks less often: a thing that is slow to come is not slowed down by being asked.
 *
 * @throws `timed-out` after `deadlineMs` with `what`, and what was seen last, in its message; `cancelled` when the
 *   signal aborts.
 */
export async function waitFor<T>(
  what: string,
  look: (see: (seen: string) => void) => Promise<T | undefined>,
  options: WaitOptions
): Promise<T> {
  const { clock, deadlineMs, everyMs = 200, growth = 0.1, signal } = options
  const mostMs = Math.max(options.mostMs ?? 5_000, everyMs)
  const startedAtMs = clock.now()
  let last: string | undefined
  for (;;) {
    const seen = await look(text => {
      last = text
    })
    if (seen !== undefined) return seen
    const waitedMs = clock.now() - startedAtMs
    if (waitedMs >= deadlineMs) throw tooLate(what, deadlineMs, last)
    const pauseMs = Math.min(Math.max(everyMs, waitedMs * growth), mostMs)
    await clock.sleep(Math.max(1, Math.min(pauseMs, deadlineMs - waitedMs)), signal)
  }
}

function tooLate(what: string, deadlineMs: number, last: string | undefined): SwarmlineError {
  const seen = last ? `; last seen: ${last}` : ''
  return new SwarmlineError('timed-out', `${what}: timed out after ${Math.round(deadlineMs / 1000)} s${seen}`)
}
