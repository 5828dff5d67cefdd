import type { Cluster } from '../cluster/cluster.ts'
import type { EngineClient } from '../docker/client.ts'
import type { Effects } from '../effects/effects.ts'
import { isRunning } from '../engine/engine.ts'
import { SwarmlineError } from '../errors.ts'

/**
 * The same client, but that of a VM which has ended nobody waits for an answer: whoever would be patient with an engine that
 * is slow hears at once that there is none. A VM that runs and says nothing is slow.
 */
export function endingWithVm(
  client: EngineClient,
  { name, engine }: Pick<Cluster, 'name' | 'engine'>,
  fx: Pick<Effects, 'exec'>
): EngineClient {
  if (engine?.kind !== 'vm') return client
  const explained = async (error: unknown): Promise<unknown> => {
    const isLost = error instanceof SwarmlineError && error.code === 'engine-lost'
    if (!isLost || (await isRunning(engine, fx).catch(() => true))) return error
    return new SwarmlineError('vm-failed', `the VM of the swarm ${name} has exited`, {
      hint: `remove what is left of it, and create it again: swarmline down ${name}`,
      cause: error
    })
  }
  const asked = async <T>(ask: () => Promise<T>): Promise<T> => {
    try {
      return await ask()
    } catch (error) {
      throw await explained(error)
    }
  }
  return {
    ...client,
    json: (...args) => asked(() => client.json(...args)),
    stream: (...args) => asked(() => client.stream(...args))
  }
}
