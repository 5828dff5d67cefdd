import { SwarmlineError } from '../errors.ts'
import type { Clock } from './effects.ts'

/**
 * Asks `look` until it answers something other than `undefined`. An error that `look` throws ends the wait, so
 * `look` catches what is expected while the state is still coming.
 *
 * @throws `timed-out` with `what` in its message after `deadlineMs`; `cancelled` when the signal aborts.
 */
export async function waitFor<T>(
  what: string,
  look: () => Promise<T | undefined>,
  options: { clock: Clock; deadlineMs: number; everyMs?: number; signal?: AbortSignal }
): Promise<T> {
  const end = options.clock.now() + options.deadlineMs
  for (;;) {
    const seen = await look()
    if (seen !== undefined) return seen
    if (options.clock.now() >= end)
      throw new SwarmlineError('timed-out', `${what}: not within ${Math.round(options.deadlineMs / 1000)} s`)
    await options.clock.sleep(options.everyMs ?? 200, options.signal)
  }
}
