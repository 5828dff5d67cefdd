import type { Member, SwarmEffects } from './member.ts'
import { retryOutOfSequence } from './out-of-sequence.ts'

type ApiSwarm = {
  Version: { Index: number }
  Spec: Record<string, unknown>
  JoinTokens: { Worker: string; Manager: string }
}

/** Whoever has one can join: it is in no log, file or argument, only in this process's memory. */
export async function readTokens(manager: Member, signal: AbortSignal): Promise<ApiSwarm['JoinTokens']> {
  return (await manager.client.json<ApiSwarm>('GET', '/swarm', { signal })).JoinTokens
}

/** Makes the tokens that were used worthless. */
export async function rotateTokens(manager: Member, fx: SwarmEffects): Promise<void> {
  await retryOutOfSequence(fx, async () => {
    const swarm = await manager.client.json<ApiSwarm>('GET', '/swarm', { signal: fx.signal })
    await manager.client.json('POST', '/swarm/update', {
      query: { version: swarm.Version.Index, rotateWorkerToken: true, rotateManagerToken: true },
      body: swarm.Spec,
      signal: fx.signal
    })
  })
}
