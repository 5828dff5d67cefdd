import { isOutOfSequence } from '../../docker/client.ts'
import type { ApiNode } from '../../docker/types.ts'
import type { World } from '../world.ts'

const MOST_TRIES = 5

/**
 * Sets whether a node takes tasks; its role and labels stay.
 *
 * @throws `engine-lost`, `cancelled`
 */
export async function setAvailability(
  nodeId: string,
  availability: ApiNode['Spec']['Availability'],
  { manager }: Pick<World, 'manager'>,
  signal: AbortSignal
): Promise<void> {
  const path = `/nodes/${encodeURIComponent(nodeId)}`
  for (let tries = 1; ; tries++) {
    const node = await manager.json<ApiNode>('GET', path, { signal })
    try {
      await manager.json('POST', `${path}/update`, {
        query: { version: node.Version.Index },
        body: { ...node.Spec, Availability: availability },
        signal
      })
      return
    } catch (error) {
      if (!isOutOfSequence(error) || tries === MOST_TRIES) throw error
    }
  }
}
