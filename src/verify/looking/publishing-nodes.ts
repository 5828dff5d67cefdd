import { serviceInStack } from '../names.rules.ts'
import type { World, WorldNode } from '../world.ts'

/** Which nodes have to answer on a published port. */
export type PublishingNodes = {
  /** Services that publish it, by their names in the stack. */
  publishers: string[]
  nodes: WorldNode[]
}

/**
 * All nodes, for a port that the routing mesh serves; those with a task of its service, for a port in host mode and
 * on a swarm without a mesh. A port that no service of the stack publishes is asked for everywhere.
 */
export async function publishingNodes(world: World, port: number): Promise<PublishingNodes> {
  const services = await world.reads.services()
  const found = services.flatMap(({ Spec }) => {
    const published = Spec.EndpointSpec?.Ports?.find(each => each.PublishedPort === port)
    return published
      ? [
          {
            name: serviceInStack(Spec.Name, world.stack),
            isMesh: published.PublishMode !== 'host' && world.hasMesh
          }
        ]
      : []
  })
  const publishers = found.map(({ name }) => name)
  if (found.length === 0 || found.some(({ isMesh }) => isMesh)) return { publishers, nodes: [...world.nodes] }
  const tasks = await Promise.all(found.map(({ name }) => world.reads.runningTasks(name)))
  const hosts = new Set(tasks.flat().map(task => task.NodeID))
  return { publishers, nodes: world.nodes.filter(node => hosts.has(node.id)) }
}
