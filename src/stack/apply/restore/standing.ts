import type { EngineClient } from '../../../docker/client.ts'
import { persist } from '../../../docker/persist.ts'
import type { ApiNode, ApiService, ApiTask } from '../../../docker/types.ts'
import { forCleanup } from '../../../effects/cleanup.ts'
import type { Effects } from '../../../effects/effects.ts'
import { STACK_LABEL } from '../../../plain/labels.ts'
import type { StackSnapshot } from './snapshot.ts'
import { standing } from './standing.rules.ts'

const LOOK_MS = 10_000

/**
 * Reads how a stack stands that did not get back to a snapshot; a line for each service, in words. It works after a
 * cancellation and never throws: that nobody can tell is an answer, too.
 */
export async function readStanding(
  client: EngineClient,
  snapshot: StackSnapshot,
  whose: string,
  fx: Pick<Effects, 'exec' | 'clock' | 'signal'>
): Promise<string[]> {
  const { clock, signal } = forCleanup(fx, LOOK_MS)
  const list = async <T>(path: string, more: Record<string, string[]> = {}): Promise<T[]> => {
    const filters = JSON.stringify({ label: [`${STACK_LABEL}=${snapshot.stack}`], ...more })
    return (await client.json<T[] | null>('GET', path, { query: { filters }, signal })) ?? []
  }
  try {
    return await persist(
      async () => {
        const services = await list<ApiService>('/services')
        const tasks = await list<ApiTask>('/tasks', { '_up-to-date': ['true'] })
        // What the swarm says of tasks on a node that is down is what it knew last.
        const nodes = await client.json<ApiNode[]>('GET', '/nodes', { signal })
        const ready = new Set(nodes.filter(node => node.Status.State === 'ready').map(node => node.ID))
        const currentTasks = tasks.filter(task => ready.has(task.NodeID ?? ''))
        return standing(snapshot, { services, currentTasks }, whose)
      },
      { clock, signal }
    )
  } catch {
    return [
      `${snapshot.stack}: the engine does not answer, so nobody can tell what is left; look at it later`
    ]
  }
}
