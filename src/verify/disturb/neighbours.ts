import type { ApiService } from '../../docker/types.ts'
import { waitFor } from '../../effects/wait-for.ts'
import { serviceInStack } from '../names.rules.ts'
import type { UndoEffects, World } from '../world.ts'
import { unlessAway } from './away.ts'
import { lookAtService } from './look.ts'
import { isRunning, runningOf } from './whole.rules.ts'

const BACK_MS = 60_000

export type Neighbour = {
  name: string
  running: number
  /** Tasks that end when the node's power is cut, whatever the swarm still says of them. */
  ending: readonly string[]
}

/**
 * The stack's other services, with how many tasks of each run: whoever takes a node takes theirs, too.
 *
 * @param cutNode the id of a node whose power is cut
 */
export async function neighboursOf(own: ApiService, world: World, cutNode?: string): Promise<Neighbour[]> {
  const services = (await world.reads.services()).filter(({ ID }) => ID !== own.ID)
  return Promise.all(
    services.map(async ({ Spec }) => {
      const name = serviceInStack(Spec.Name, world.stack)
      const look = await lookAtService(name, world, world.signal)
      const ending = (look?.tasks ?? []).filter(task => isRunning(task) && task.NodeID === cutNode)
      return { name, running: look ? runningOf(look).running : 0, ending: ending.map(task => task.ID) }
    })
  )
}

/** @throws `timed-out`, `engine-lost`, `cancelled` */
export async function allBack(
  neighbours: readonly Neighbour[],
  world: Pick<World, 'stack' | 'manager'>,
  fx: UndoEffects
): Promise<void> {
  await waitFor(
    'the stack’s other services run again',
    async () => {
      const looks = await unlessAway(
        Promise.all(neighbours.map(({ name }) => lookAtService(name, world, fx.signal)))
      )
      const isBack = looks?.every((look, i) => {
        const { running = 0, ending = [] } = neighbours[i] ?? {}
        if (!look) return true
        const hasEnded = !look.tasks.some(task => isRunning(task) && ending.includes(task.ID))
        return hasEnded && runningOf(look).running >= running
      })
      return isBack || undefined
    },
    { clock: fx.clock, deadlineMs: BACK_MS, signal: fx.signal }
  )
}
