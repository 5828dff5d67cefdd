import { unsettled } from '../judging/unsettled.rules.ts'
import type { World } from '../world.ts'
import { type Measurement, measureService } from './measurement.ts'
import { REQUESTS_AT_ONCE } from './mesh.ts'
import type { NodeDoor } from './plan.ts'

export type RoundRequest = { service: string; port: number; requests: number }

/** `unsettledBefore`: requests of other checks that may have been carried out while the round was measured. */
export type MeasuredRound = Measurement & { unsettledBefore: number }

/** One round of requests through every node, the same for all checks that ask for the same. @throws as `measureService` */
export function measureRound(asked: RoundRequest, world: World): Promise<MeasuredRound> {
  const key = `round ${asked.service} ${asked.port} ${asked.requests}`
  return world.share(key, async shared => {
    const doors = await doorsOf(asked.port, shared)
    const { stack, hasMesh } = shared
    const plan = { stack, service: asked.service, requestsPerNode: asked.requests, hasMesh }
    const manager = { engine: shared.manager }
    return shared.turns.alone(async () => {
      const unsettledBefore = shared.unsettled.count()
      const measured = await measureService(plan, doors, manager, shared).catch((error: unknown) => {
        // Given up with requests under way.
        shared.unsettled.add(doors.length * REQUESTS_AT_ONCE)
        throw error
      })
      shared.unsettled.add(unsettled(measured.nodes.map(node => node.answers.failedByKind)))
      shared.showAnswers(
        key,
        measured.nodes.map(node => node.answers)
      )
      return { ...measured, unsettledBefore }
    })
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
