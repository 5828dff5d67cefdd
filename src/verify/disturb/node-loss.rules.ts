import type { NotDisturbed } from './not-disturbed.rules.ts'

/** The ways in which a node is lost. */
export const NODE_LOSSES = ['kill-node', 'disconnect-node', 'kill-leader'] as const
export type NodeLoss = (typeof NODE_LOSSES)[number]

/** A node, as far as it matters for whether it may be lost. */
export type SeenNode = {
  id: string
  name: string
  isReady: boolean
  /** It is active: new tasks may come to it. */
  takesTasks: boolean
  manager: { isReachable: boolean; isLeader: boolean } | undefined
  /** It can be switched off from here, and on again. */
  hasPower: boolean
  /** Its engine is at hand. */
  hasEngine: boolean
  /** How many tasks of the service run on it. */
  tasks: number
}

/** `through`: the manager that tells of the swarm while the node is away. */
export type Loss = { kind: 'may-go'; node: SeenNode; through: SeenNode } | NotDisturbed

export const stays = (why: string, hint: string): NotDisturbed => ({
  kind: 'not-disturbed',
  isAbsent: false,
  why,
  hint
})

/**
 * The node that is lost: the first that may be, workers first and the leader last. Without one, why the first of them must stay.
 *
 * @param none what is said when there is no candidate
 */
export function chooseLoss(candidates: readonly SeenNode[], all: readonly SeenNode[], none: string): Loss {
  const losses = candidates.toSorted((a, b) => weightOf(a) - weightOf(b)).map(node => lossOf(node, all))
  return losses.find(({ kind }) => kind === 'may-go') ?? losses[0] ?? stays(none, 'see `docker node ls`')
}

const weightOf = ({ manager }: SeenNode): number => Number(!!manager) + Number(!!manager?.isLeader)

/** A swarm whose managers have no majority decides nothing, and nobody could tell how its services are. */
function lossOf(node: SeenNode, all: readonly SeenNode[]): Loss {
  if (!node.hasPower)
    return stays(
      `${node.name} cannot be switched off from here: Swarmline did not make it`,
      'ask this of a cluster that `swarmline up` made'
    )
  const managers = all.filter(each => each.manager)
  const left = managers.filter(each => each.manager?.isReachable && each.id !== node.id)
  const majority = Math.floor(managers.length / 2) + 1
  if (left.length < majority)
    return stays(
      `without ${node.name} the swarm would have ${left.length} of ${managers.length} managers, and ${majority} must be there for it to decide anything`,
      managers.length < 3 ? 'take three managers' : 'bring the managers back that are away'
    )
  const through = left.find(each => each.hasEngine)
  if (!through)
    return stays(
      `nobody but ${node.name} tells of the swarm from here`,
      'ask this of a cluster that `swarmline up` made'
    )
  return { kind: 'may-go', node, through }
}

/** Why tasks that are lost with the node could not come to another one; `undefined` when they could. */
export function whyNoRefuge(
  node: SeenNode,
  all: readonly SeenNode[],
  isGlobal: boolean
): NotDisturbed | undefined {
  if (node.tasks === 0) return undefined
  if (isGlobal)
    return stays('a global service has no task that could move', 'ask this of a replicated service')
  const others = all.filter(each => each.id !== node.id && each.isReady && each.takesTasks)
  if (others.length > 0) return undefined
  return stays('no other node is there that takes tasks', 'take another node')
}
