import type { ApiNode } from '../../docker/types.ts'
import { waitFor } from '../../effects/wait-for.ts'
import { SwarmlineError } from '../../errors.ts'
import { inParallel } from '../in-parallel.ts'
import { type Member, SWARM_DEADLINE_MS, type SwarmEffects, swarmStateOf } from './member.ts'

/**
 * Waits until the swarm has every member as a node that is ready, and managers as reachable ones.
 * @returns the swarm's own id of each member, in their order.
 * @throws `cluster-failed` when a member is in another swarm; `timed-out` naming who is missing.
 */
export async function waitForReady(
  members: readonly Member[],
  manager: Member,
  fx: SwarmEffects
): Promise<string[]> {
  const ids = await inParallel(
    members,
    fx.signal,
    async (member, signal) => (await swarmStateOf(member, signal)).NodeID
  )
  const look = async (see: (seen: string) => void) => {
    const nodes = await manager.client.json<ApiNode[]>('GET', '/nodes', { signal: fx.signal })
    const byId = new Map(nodes.map(node => [node.ID, node]))
    const missing = members
      .filter((member, i) => !isReady(byId.get(ids[i] ?? ''), member))
      .map(member => member.name)
    see(`missing: ${missing.join(', ')}`)
    const stranger = members.find((_, i) => !byId.has(ids[i] ?? ''))
    if (stranger && missing.length === 1)
      throw new SwarmlineError('cluster-failed', `${stranger.name} is not in the swarm of ${manager.name}`, {
        hint: 'take the cluster down, then create it again'
      })
    return missing.length === 0 || undefined
  }
  await waitFor('every node is ready', look, {
    clock: fx.clock,
    signal: fx.signal,
    deadlineMs: SWARM_DEADLINE_MS
  })
  return ids
}

function isReady(node: ApiNode | undefined, member: Member): boolean {
  if (node?.Status.State !== 'ready') return false
  return member.role === 'worker' || node.ManagerStatus?.Reachability === 'reachable'
}
