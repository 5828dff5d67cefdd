import type { ApiService, ApiTask } from '../../docker/types.ts'
import { waitFor } from '../../effects/wait-for.ts'
import type { UndoEffects, World } from '../world.ts'
import { setAvailability } from './change-node.ts'
import { lookAtService } from './look.ts'
import type { NotDisturbed } from './not-disturbed.rules.ts'
import { runningOf } from './whole.rules.ts'

/** What is done to a service, on which node, and which of its tasks that takes. */
export type Deed = { kind: 'deed'; node: string; tasks: readonly string[]; act(): Promise<void> }

const BACK_MS = 60_000

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
  const running = look.tasks.filter(
    task => task.DesiredState === 'running' && task.Status.State === 'running'
  )
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

type Neighbour = { name: string; running: number }

/** The stack's other services, with how many tasks of each run: a drain takes theirs, too. */
async function neighboursOf(own: ApiService, world: World): Promise<Neighbour[]> {
  const services = (await world.reads.services()).filter(({ ID }) => ID !== own.ID)
  return Promise.all(
    services.map(async ({ Spec }) => {
      const name = Spec.Name.slice(world.stack.length + 1)
      const look = await lookAtService(name, world, world.signal)
      return { name, running: look ? runningOf(look).running : 0 }
    })
  )
}

async function allBack(neighbours: readonly Neighbour[], world: World, fx: UndoEffects): Promise<void> {
  await waitFor(
    'the stack’s other services run again',
    async () => {
      const looks = await Promise.all(neighbours.map(({ name }) => lookAtService(name, world, fx.signal)))
      const isBack = looks.every(
        (look, i) => !look || runningOf(look).running >= (neighbours[i]?.running ?? 0)
      )
      return isBack || undefined
    },
    { clock: fx.clock, deadlineMs: BACK_MS, signal: fx.signal }
  )
}
