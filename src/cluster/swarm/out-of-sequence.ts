import { isOutOfSequence } from '../../docker/client.ts'
import { waitFor } from '../../effects/wait-for.ts'
import type { SwarmEffects } from './member.ts'

/**
 * Runs `update`, which reads a version and writes with it, again while the swarm itself was quicker.
 */
export async function retryOutOfSequence(fx: SwarmEffects, update: () => Promise<void>): Promise<void> {
  await waitFor(
    'the swarm takes the change',
    async () => {
      try {
        await update()
        return true
      } catch (error) {
        if (isOutOfSequence(error)) return undefined
        throw error
      }
    },
    { clock: fx.clock, signal: fx.signal, deadlineMs: 30_000 }
  )
}
