import type { TrafficTarget } from '../../traffic/traffic.ts'
import type { World, WorldNode } from '../world.ts'

/** Where traffic for a published port goes, one target for each node. @throws as `endpointOf` */
export function trafficTargets(
  nodes: readonly WorldNode[],
  asked: { port: number; path: string },
  world: World
): Promise<TrafficTarget[]> {
  return Promise.all(
    nodes.map(async node => ({
      name: node.name,
      path: asked.path,
      ...(await world.endpointOf(node, asked.port))
    }))
  )
}
