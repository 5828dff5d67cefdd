import { EngineAnswerError } from '../../docker/client.ts'
import type { ApiInfo, ApiNode } from '../../docker/types.ts'
import { waitFor } from '../../effects/wait-for.ts'
import { SwarmlineError } from '../../errors.ts'
import { createReads } from '../looking/reads.ts'
import type { World, WorldNode } from '../world.ts'

type Elsewhere = Pick<World, 'stack' | 'manager'>

/** While managers elect a leader they answer with a fault, late, or not at all. Anything else is an error. */
export function isAway(error: unknown): boolean {
  if (error instanceof EngineAnswerError) return error.status >= 500
  return error instanceof SwarmlineError && ['engine-lost', 'timed-out'].includes(error.code)
}

/** @returns `undefined` while nobody can tell */
export function unlessAway<T>(looking: Promise<T>): Promise<T | undefined> {
  return looking.catch((error: unknown) => {
    if (isAway(error)) return undefined
    throw error
  })
}

/** What a manager says of the nodes now: unlike `world.reads`, nothing is kept from an earlier look. */
export function lookAtNodes({ stack, manager }: Elsewhere, signal: AbortSignal): Promise<ApiNode[]> {
  return createReads(manager, stack, signal).nodes()
}

/**
 * Waits until the swarm has a node again as one that is ready, and a manager as one that can be asked.
 *
 * @param elsewhere the world as another manager tells of it
 * @throws `timed-out`, `cancelled`
 */
export async function waitUntilBack(
  { id, name, engine }: WorldNode,
  elsewhere: Elsewhere,
  fx: Pick<World, 'clock' | 'signal'> & { deadlineMs: number }
): Promise<void> {
  await waitFor(
    `the swarm has ${name} again`,
    async () => {
      const nodes = (await unlessAway(lookAtNodes(elsewhere, fx.signal))) ?? []
      const node = nodes.find(each => each.ID === id)
      if (node?.Status.State !== 'ready') return undefined
      if (node.ManagerStatus && node.ManagerStatus.Reachability !== 'reachable') return undefined
      return (await isMember(engine, elsewhere, !!node.ManagerStatus, fx.signal)) || undefined
    },
    fx
  )
}

/** The swarm may not have noticed yet that the node was away: the node itself knows whether it is back. */
async function isMember(
  engine: WorldNode['engine'],
  { stack }: Elsewhere,
  isManager: boolean,
  signal: AbortSignal
): Promise<boolean> {
  if (!engine) return true
  const info = await unlessAway(engine.json<Pick<ApiInfo, 'Swarm'>>('GET', '/info', { signal }))
  if (info?.Swarm.LocalNodeState !== 'active') return false
  return !isManager || (await unlessAway(lookAtNodes({ stack, manager: engine }, signal))) !== undefined
}
