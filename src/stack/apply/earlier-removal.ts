import { type EngineClient, isGone } from '../../docker/client.ts'
import { waitFor } from '../../effects/wait-for.ts'
import { SwarmlineError } from '../../errors.ts'
import type { StackEffects } from './remove.ts'

const REMOVAL_MS = 60_000

/**
 * A removed network is gone from the swarm at once, and from this engine when its last task has ended, which takes
 * up to the grace period. Until then docker takes it for one that is there, and makes no other.
 *
 * @returns `false` when it stays for longer than the deploy can wait
 */
export function isForgotten(
  network: string,
  { client, stack, timeoutMs = REMOVAL_MS }: { client: EngineClient; stack: string; timeoutMs?: number },
  fx: StackEffects
): Promise<boolean> {
  const look = async (): Promise<true | undefined> => {
    try {
      await client.json('GET', `/networks/${encodeURIComponent(network)}`, { signal: fx.signal })
      return undefined
    } catch (error) {
      if (isGone(error)) return true
      throw error
    }
  }
  const title = `Wait for an earlier removal of ${stack} to end`
  return fx.log.step(title, () =>
    waitFor(title, look, {
      // It comes to its end by itself, and one small question is all it is asked: no reason to be late.
      ...{ clock: fx.clock, deadlineMs: timeoutMs, everyMs: 500, growth: 0, signal: fx.signal }
    }).catch(error => {
      if (error instanceof SwarmlineError && error.code === 'timed-out') return false
      throw error
    })
  )
}
