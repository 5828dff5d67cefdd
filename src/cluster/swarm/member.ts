import type { EngineClient } from '../../docker/client.ts'
import type { ApiInfo } from '../../docker/types.ts'
import type { Effects } from '../../effects/effects.ts'
import type { PlannedNode } from '../addresses.rules.ts'

/** A node on its way into the swarm: its plan, and a connection to its engine. */
export type Member = PlannedNode & { client: EngineClient }

export type SwarmEffects = Pick<Effects, 'clock' | 'signal'>

/** An emulated VM needs most of a minute for what takes 3 s on a real processor, and beside much other work minutes. */
export const SWARM_DEADLINE_MS = 600_000

/** What a node's engine says of its place in a swarm. */
export async function swarmStateOf(member: Member, signal: AbortSignal): Promise<ApiInfo['Swarm']> {
  return (await member.client.json<ApiInfo>('GET', '/info', { signal })).Swarm
}
