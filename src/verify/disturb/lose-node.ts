import type { UndoEffects, World, WorldNode } from '../world.ts'
import { lookAtNodes, waitUntilBack } from './away.ts'
import type { Deed } from './drain.ts'
import type { ServiceLook } from './look.ts'
import { allBack, neighboursOf } from './neighbours.ts'
import { chooseLoss, type Loss, type NodeLoss, type SeenNode, stays, whyNoRefuge } from './node-loss.rules.ts'
import type { NotDisturbed } from './not-disturbed.rules.ts'
import { isRunning } from './whole.rules.ts'

/** A node that has begun again may take this long until it is the swarm's again. */
const BACK_MS = 90_000

type Powered = WorldNode & { power: NonNullable<WorldNode['power']> }
/** A node that may be lost, and the world as another manager tells of it meanwhile. */
type Ready = { kind: 'ready'; seen: SeenNode; node: Powered; elsewhere: World }
export type Restart = { kind: 'restart'; elsewhere: World; act(): Promise<void> }

/**
 * The loss of a node, of its power or of its network, with its undoing registered: of one that runs tasks of the
 * service, a worker where there is one, or of the leader.
 *
 * @returns why none may be lost: what is lost must be able to come back, and the managers keep a majority
 * @throws `engine-lost`, `cancelled`
 */
export async function losing(what: NodeLoss, look: ServiceLook, world: World): Promise<Deed | NotDisturbed> {
  const all = await seenNodes(look, world)
  const loss =
    what === 'kill-leader'
      ? chooseLoss(
          all.filter(node => node.manager?.isLeader),
          all,
          'the swarm has no leader'
        )
      : chooseLoss(
          all.filter(node => node.tasks > 0 && node.isReady),
          all,
          'no node that is ready runs a task of it'
        )
  const ready = atHand(loss, world)
  if (ready.kind !== 'ready') return ready
  const { node, seen, elsewhere } = ready
  const noRefuge = whyNoRefuge(seen, all, !!look.service.Spec.Mode.Global)
  if (noRefuge) return noRefuge
  const isCut = what !== 'disconnect-node'
  const back = await backOf(ready, look, isCut)
  return {
    kind: 'deed',
    node: node.name,
    tasks: look.tasks.filter(task => isRunning(task) && task.NodeID === node.id).map(task => task.ID),
    elsewhere,
    act: () => takeAway(ready, isCut, back, world)
  }
}

/**
 * A power cut of the one node that runs the service, until it is back, with its undoing registered.
 *
 * @returns why it may not be
 * @throws `engine-lost`, `cancelled`; `act` also `timed-out` when the node does not come back
 */
export async function restarting(look: ServiceLook, world: World): Promise<Restart | NotDisturbed> {
  const all = await seenNodes(look, world)
  const running = all.filter(node => node.tasks > 0)
  if (running.length > 1)
    return stays(
      `it runs on ${running.length} nodes, and one is restarted at a time`,
      'ask this of a service whose tasks are on one node'
    )
  const ready = atHand(chooseLoss(running, all, 'no node runs a task of it'), world)
  if (ready.kind !== 'ready') return ready
  const { node, elsewhere } = ready
  const back = await backOf(ready, look, true)
  return {
    kind: 'restart',
    elsewhere,
    act: async () => {
      await takeAway(ready, true, back, world)
      await node.power.restore(world)
      await waitUntilBack(node, elsewhere, { ...world, deadlineMs: BACK_MS })
    }
  }
}

function atHand(loss: Loss, world: World): Ready | NotDisturbed {
  if (loss.kind !== 'may-go') return loss
  const node = world.nodes.find(({ id }) => id === loss.node.id)
  const manager = world.nodes.find(({ id }) => id === loss.through.id)?.engine
  if (!node?.power || !manager) throw new Error(`${loss.node.name} may be lost, but is not at hand`)
  const elsewhere = { ...world, manager }
  return { kind: 'ready', seen: loss.node, node: { ...node, power: node.power }, elsewhere }
}

/** Nothing is given back before all is taken: a run that ends meanwhile waits for that. */
async function takeAway(
  { node: { name, power } }: Ready,
  isCut: boolean,
  back: (fx: UndoEffects) => Promise<void>,
  world: World
): Promise<void> {
  world.signal.throwIfAborted()
  const taking = isCut ? power.cut() : power.disconnect()
  world.undo(`Bring ${name} back`, async fx => {
    await taking.catch(() => undefined)
    await back(fx)
  })
  await taking
}

/** What brings the node back, and waits for what the stack's other services lost with it. */
async function backOf(
  { node, elsewhere }: Ready,
  look: ServiceLook,
  isCut: boolean
): Promise<(fx: UndoEffects) => Promise<void>> {
  const neighbours = await neighboursOf(look.service, elsewhere, isCut ? node.id : undefined)
  return async fx => {
    await (isCut ? node.power.restore(fx) : node.power.reconnect(fx.signal))
    await waitUntilBack(node, elsewhere, { ...fx, deadlineMs: BACK_MS })
    await allBack(neighbours, elsewhere, fx)
  }
}

/** The swarm's nodes as the managers know them now. */
async function seenNodes({ tasks }: ServiceLook, world: World): Promise<SeenNode[]> {
  return (await lookAtNodes(world, world.signal)).map(({ ID, Spec, Status, ManagerStatus, Description }) => {
    const own = world.nodes.find(({ id }) => id === ID)
    return {
      id: ID,
      name: own?.name ?? Description.Hostname,
      isReady: Status.State === 'ready',
      takesTasks: Spec.Availability === 'active',
      manager: ManagerStatus && {
        isReachable: ManagerStatus.Reachability === 'reachable',
        isLeader: ManagerStatus.Leader === true
      },
      hasPower: own?.power !== undefined,
      hasEngine: own?.engine !== undefined,
      tasks: tasks.filter(task => isRunning(task) && task.NodeID === ID).length
    }
  })
}
