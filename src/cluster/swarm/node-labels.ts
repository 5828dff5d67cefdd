import type { ApiNode } from '../../docker/types.ts'
import type { Member, SwarmEffects } from './member.ts'
import { retryOutOfSequence } from './out-of-sequence.ts'

/** Sets labels on a node of the swarm; others that it carries stay. Writes nothing when they are there. */
export async function labelNode(
  manager: Member,
  nodeId: string,
  labels: Record<string, string>,
  fx: SwarmEffects
): Promise<void> {
  await retryOutOfSequence(fx, async () => {
    const node = await manager.client.json<ApiNode>('GET', `/nodes/${nodeId}`, { signal: fx.signal })
    const present = node.Spec.Labels ?? {}
    if (Object.entries(labels).every(([key, value]) => present[key] === value)) return
    await manager.client.json('POST', `/nodes/${nodeId}/update`, {
      query: { version: node.Version.Index },
      body: { ...node.Spec, Labels: { ...present, ...labels } },
      signal: fx.signal
    })
  })
}
