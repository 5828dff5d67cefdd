import { connectEngine } from '../docker/client.ts'
import type { Effects } from '../effects/effects.ts'
import type { Engine } from '../engine/engine.ts'
import { heartbeatOf } from '../plain/heartbeat.ts'
import type { SwarmNode } from './cluster-record.ts'
import type { NodeMaker, NodesSpec, RaisedNode } from './provider.ts'
import { formSwarm } from './swarm/form.ts'
import type { Member, SwarmEffects } from './swarm/member.ts'
import { labelNode } from './swarm/node-labels.ts'
import { waitForReady } from './swarm/ready.ts'

export type RaiseSpec = NodesSpec & NodeLabels
export type NodeLabels = {
  /** Node name → labels in the swarm, which constraints see. */
  nodeLabels: Record<string, Record<string, string>>
}

/**
 * Makes the nodes of a cluster and one swarm of them. What is there already is kept, so a second run changes nothing.
 * @throws what `maker.raise` throws; `timed-out` naming who is missing.
 */
export const raiseSwarm = <Spec, Ground extends Pick<Engine, 'isEmulated'>, Raised extends RaisedNode>(
  maker: NodeMaker<Spec, Ground, Raised>,
  spec: Spec & NodeLabels,
  ground: Ground,
  fx: Effects
): Promise<(Raised & Pick<SwarmNode, 'labels' | 'id'>)[]> =>
  maker.raise(spec, ground, fx, (nodes, live) =>
    fx.log.step('Forming the swarm', () => formOf(nodes, spec.nodeLabels, heartbeatOf(ground), live))
  )

async function formOf<Raised extends RaisedNode>(
  nodes: readonly Raised[],
  labels: NodeLabels['nodeLabels'],
  heartbeatSeconds: number,
  fx: SwarmEffects
): Promise<(Raised & Pick<SwarmNode, 'labels' | 'id'>)[]> {
  const members: Member[] = nodes.map(node => ({ ...node, client: connectEngine(node.socketPath) }))
  try {
    const manager = await formSwarm(members, fx, heartbeatSeconds)
    const ids = await waitForReady(members, manager, fx)
    // One after the other: they change one list, and the swarm refuses changes to an old version of it.
    for (const [i, member] of members.entries())
      await labelNode(manager, ids[i] ?? '', labels[member.name] ?? {}, fx)
    return nodes.map((node, i) => ({ ...node, labels: labels[node.name] ?? {}, id: ids[i] ?? '' }))
  } finally {
    for (const member of members) member.client.close()
  }
}
