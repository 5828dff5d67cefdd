import { type Measurement, measureService } from '../measurement.ts'
import type { NodeDoor } from '../plan.ts'
import type { World } from '../world.ts'

export type RoundRequest = { service: string; port: number; requests: number }

/** One round of requests through every node, the same for all checks that ask for the same. @throws as `measureService` */
export function measureRound(asked: RoundRequest, world: World): Promise<Measurement> {
  const key = `round ${asked.service} ${asked.port} ${asked.requests}`
  return world.share(key, async shared => {
    const doors = await doorsOf(asked.port, shared)
    const { stack, hasMesh } = shared
    const plan = { stack, service: asked.service, requestsPerNode: asked.requests, hasMesh }
    const manager = { engine: shared.manager }
    const measured = await measureService(plan, doors, manager, shared)
    shared.showAnswers(measured.nodes.map(node => node.answers))
    return measured
  })
}

/** Every node with its engine (a manager's, where its own is out of reach) and its published port. */
export function doorsOf(port: number, world: World): Promise<NodeDoor[]> {
  return Promise.all(
    world.nodes.map(async node => ({
      node,
      engine: node.engine ?? world.manager,
      endpoint: await world.endpointOf(node, port)
    }))
  )
}
