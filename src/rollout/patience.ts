import { EngineAnswerError } from '../docker/client.ts'
import { tellsAway } from '../effects/away.ts'
import type { Effects } from '../effects/effects.ts'
import { SwarmlineError } from '../errors.ts'

/** How long an engine may be away (a leader is elected, a tunnel is reopened) before the watch gives up. */
const PATIENCE_MS = 60_000
const AGAIN_MS = 1_000
const AGAIN_AT_MOST_MS = 5_000

/**
 * Asks again for a minute (`awayMs`) when the engine does not answer, or answers that the swarm has no leader.
 *
 * @throws `engine-lost` after that time; at once what no waiting would change, and `cancelled`.
 */
export async function patiently<T>(
  ask: () => Promise<T>,
  fx: Pick<Effects, 'clock' | 'log' | 'signal' | 'awayMs'>
): Promise<T> {
  const patienceMs = fx.awayMs ?? PATIENCE_MS
  const tell = tellsAway(fx, patienceMs)
  let lostAtMs: number | undefined
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if (fx.signal.aborted) throw new SwarmlineError('cancelled', 'cancelled', { cause: error })
      if (!isPassing(error)) throw explained(error)
      lostAtMs ??= fx.clock.now()
      if (fx.clock.now() - lostAtMs >= patienceMs)
        throw new SwarmlineError('engine-lost', `the engine has not answered for ${patienceMs / 1000} s`, {
          hint: 'the deploy continues in the swarm: look again with docker stack ps, or deploy again',
          cause: error
        })
      tell(error, fx.clock.now() - lostAtMs)
    }
    const awayForMs = fx.clock.now() - lostAtMs
    const pauseMs = Math.min(Math.max(AGAIN_MS, awayForMs / 10), AGAIN_AT_MOST_MS)
    await fx.clock.sleep(Math.max(1, Math.min(pauseMs, patienceMs - awayForMs)), fx.signal)
  }
}

const NOT_A_MANAGER = /not a swarm manager|not part of a swarm/i

function isPassing(error: unknown): boolean {
  if (error instanceof EngineAnswerError) return error.status >= 500 && !NOT_A_MANAGER.test(error.message)
  return error instanceof SwarmlineError && (error.code === 'engine-lost' || error.code === 'timed-out')
}

function explained(error: unknown): unknown {
  if (error instanceof EngineAnswerError && NOT_A_MANAGER.test(error.message))
    return new SwarmlineError('deploy-failed', 'the engine is not a manager of a swarm', {
      hint: 'give the address of a manager node',
      cause: error
    })
  return error
}
