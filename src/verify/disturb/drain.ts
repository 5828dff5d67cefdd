import type { ApiService, ApiTask } from '../../docker/types.ts'
import type { World } from '../world.ts'
import { setAvailability } from './change-node.ts'
import { allBack, neighboursOf } from './neighbours.ts'
import type { NotDisturbed } from './not-disturbed.rules.ts'
import { isRunning } from './whole.rules.ts'

/** What is done to a service, on which node, and which of its tasks that takes. */
export type Deed = {
  kind: 'deed'
  node: string
  tasks: readonly string[]
  act(): Promise<void>
  /** Where the node itself is lost: the world as another manager tells of it. */
  elsewhere?: World
}

/**
 * The draining of a node that runs tasks of the service, a worker where there is one, with its undoing registered.
 *
 * @returns why none may be drained: there must be another node that takes tasks
 * @throws `engine-lost`, `cancelled`
 */
export async function draining(
  look: { service: ApiService; tasks: readonly ApiTask[] },
  world: World
): Promise<Deed | NotDisturbed> {
  const not = (why: string): NotDisturbed => ({ kind: 'not-disturbed', isAbsent: false, why })
  if (look.service.Spec.Mode.Global) return not('a global service has no task that could move')
  const nodes = (await world.reads.nodes()).filter(
    ({ Spec, Status }) => Spec.Availability === 'active' && Status.State === 'ready'
  )
  if (nodes.length < 2) return not('no other node is there that takes tasks: none was drained')
  const running = look.tasks.filter(isRunning)
  const [node] = nodes
    .filter(({ ID }) => running.some(task => task.NodeID === ID))
    .toSorted((a, b) => Number(a.Spec.Role === 'manager') - Number(b.Spec.Role === 'manager'))
  if (!node) return not('no node that takes tasks runs one of it')
  const name = world.nodes.find(({ id }) => id === node.ID)?.name ?? node.Description.Hostname
  const neighbours = await neighboursOf(look.service, world)
  return {
    kind: 'deed',
    node: name,
    tasks: running.filter(task => task.NodeID === node.ID).map(task => task.ID),
    act: async () => {
      world.undo(`Make ${name} active again`, async fx => {
        await setAvailability(node.ID, 'active', world, fx.signal)
        await allBack(neighbours, world, fx)
      })
      await setAvailability(node.ID, 'drain', world, world.signal)
    }
  }
}
