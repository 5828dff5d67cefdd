import { tellsAway } from '../effects/away.ts'
import type { Effects } from '../effects/effects.ts'
import { SwarmlineError } from '../errors.ts'
import { EngineAnswerError, isOutOfSequence } from './client.ts'

export type PersistEffects = Pick<Effects, 'clock' | 'signal' | 'awayMs'> & Partial<Pick<Effects, 'log'>>

const SEQUENCE_TRIES = 30
const SEQUENCE_AGAIN_MS = 100
/** How long an engine may be away: a leader is elected, a tunnel is opened again. */
export const AWAY_MS = 60_000
const AWAY_AGAIN_MS = 1_000
const AWAY_AGAIN_AT_MOST_MS = 5_000

/** Would the same request, a little later, be answered otherwise? */
export function isPassing(error: unknown): boolean {
  if (error instanceof EngineAnswerError)
    return error.status >= 500 && !/not a swarm manager|not part of a swarm/i.test(error.message)
  return error instanceof SwarmlineError && (error.code === 'engine-lost' || error.code === 'timed-out')
}

/** Whoever has waited long asks less often. */
const againAfter = (awayForMs: number): number =>
  Math.min(Math.max(AWAY_AGAIN_MS, awayForMs / 10), AWAY_AGAIN_AT_MOST_MS)

/**
 * Runs `work` again while somebody else's write was quicker (`isOutOfSequence`), and for a
 * minute (`awayMs`) while the engine is away. `work` reads before it writes, and may find that an earlier try has succeeded.
 */
export async function persist<T>(work: () => Promise<T>, fx: PersistEffects): Promise<T> {
  const { clock, signal, awayMs = AWAY_MS } = fx
  const tell = tellsAway(fx, awayMs)
  let tries = 0
  let awaySinceMs: number | undefined
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (signal.aborted) throw new SwarmlineError('cancelled', 'cancelled', { cause: error })
      if (isOutOfSequence(error)) {
        if (++tries >= SEQUENCE_TRIES) throw error
        await clock.sleep(SEQUENCE_AGAIN_MS, signal)
        continue
      }
      if (!isPassing(error)) throw error
      awaySinceMs ??= clock.now()
      if (clock.now() - awaySinceMs >= awayMs) throw error
      tell(error, clock.now() - awaySinceMs)
    }
    const awayForMs = clock.now() - awaySinceMs
    await clock.sleep(Math.max(1, Math.min(againAfter(awayForMs), awayMs - awayForMs)), signal)
  }
}
