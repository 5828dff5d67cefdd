import { explain } from '../errors.ts'
import type { Log } from './effects.ts'

const AGAIN_MS = 60_000

/**
 * Says that an engine does not answer: when that begins, and every minute that it goes on, so that nobody waits for one
 * that is gone for good without knowing what for.
 *
 * @returns to be told each time, with what was seen and for how long it has gone on
 */
export function tellsAway(
  fx: { log?: Pick<Log, 'info'> | undefined },
  patienceMs: number
): (seen: unknown, awayForMs: number) => void {
  let nextMs = 0
  let lastMs = 0
  return (seen, awayForMs) => {
    // It had come back meanwhile.
    if (awayForMs < lastMs) nextMs = 0
    lastMs = awayForMs
    if (awayForMs < nextMs) return
    const still = Math.round((patienceMs - awayForMs) / 1000)
    const since =
      awayForMs < AGAIN_MS ? 'does not answer' : `has not answered for ${Math.round(awayForMs / 1000)} s`
    fx.log?.info(
      `the engine ${since}, trying again for up to ${still} s${awayForMs > 0 ? ' more' : ''}: ${explain(seen)}`
    )
    nextMs = awayForMs + AGAIN_MS
  }
}
