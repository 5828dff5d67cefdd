import type { Cluster } from '../cluster/cluster.ts'
import { nearest } from '../effects/nearest.rules.ts'
import { SwarmlineError } from '../errors.ts'

/**
 * The node of that name, or the first manager.
 *
 * @throws `not-found` that names the nodes there are
 */
export function nodeOf(
  cluster: Pick<Cluster, 'name' | 'nodes'>,
  wanted: string | undefined
): Cluster['nodes'][number] {
  const nodes: readonly Cluster['nodes'][number][] = cluster.nodes
  const node =
    wanted === undefined
      ? nodes.find(each => each.role === 'manager')
      : nodes.find(each => each.name === wanted)
  if (node) return node
  const names = cluster.nodes.map(each => each.name)
  const meant = nearest(wanted ?? '', names)
  throw new SwarmlineError('not-found', `the swarm ${cluster.name} has no node ${wanted ?? 'manager'}`, {
    hint: `${meant ? `did you mean ${meant}? ` : ''}its nodes are ${names.join(', ')}`
  })
}
