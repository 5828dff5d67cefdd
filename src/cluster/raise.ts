import { connectEngine } from '../docker/client.ts'
import type { Effects } from '../effects/effects.ts'
import type { Engine } from '../engine/engine.ts'
import type { AddressPlan } from './addresses.rules.ts'
import type { RegistryDoor, SwarmNode } from './cluster.ts'
import { waitForEngines } from './dind/engines-up.ts'
import { startNodeContainers } from './dind/node-containers.ts'
import { whileNodesLive } from './dind/while-alive.ts'
import { ensureNetwork } from './network.ts'
import { formSwarm } from './swarm/form.ts'
import type { Member, SwarmEffects } from './swarm/member.ts'
import { labelNode } from './swarm/node-labels.ts'
import { waitForReady } from './swarm/ready.ts'

export type RaiseSpec = {
  cluster: string
  addresses: AddressPlan
  /** Ours, on everything that is made: `ownLabels`. */
  labels: Record<string, string>
  /** Node name → labels in the swarm, which constraints see. */
  nodeLabels: Record<string, Record<string, string>>
  registry: Pick<RegistryDoor, 'reference' | 'mirror'>
  /** Nothing beyond the machine can be reached: docker.io is answered by the mirror or not at all. */
  isOffline: boolean
}

/**
 * Makes the nodes of a cluster and one swarm of them. What is there already is kept, so a second run changes
 * nothing. When it fails or is cancelled, what it made stays for `removeNodes`: its logs say why.
 * @throws `cluster-failed` with the last words of a node that died; `timed-out` naming who is missing.
 */
export async function raiseNodes(spec: RaiseSpec, engine: Engine, fx: Effects): Promise<SwarmNode[]> {
  const client = connectEngine(engine.socketPath)
  try {
    await ensureNetwork(client, { ...spec, engine }, fx.signal)
    await fx.log.step('Starting the node containers', () =>
      startNodeContainers(client, spec, engine, fx.signal)
    )
    const names = spec.addresses.nodes.map(node => node.name)
    return await whileNodesLive(client, spec.cluster, names, fx.signal, async signal => {
      const live = { clock: fx.clock, signal }
      const sockets = await fx.log.step('Waiting for the engines', () =>
        waitForEngines(client, spec.cluster, spec.addresses.nodes, engine, live)
      )
      return fx.log.step('Forming the swarm', () => formOf(spec, sockets, live))
    })
  } finally {
    client.close()
  }
}

async function formOf(spec: RaiseSpec, sockets: readonly string[], fx: SwarmEffects): Promise<SwarmNode[]> {
  const members: Member[] = spec.addresses.nodes.map((node, i) => ({
    ...node,
    client: connectEngine(sockets[i] ?? '')
  }))
  try {
    const manager = await formSwarm(members, fx)
    const ids = await waitForReady(members, manager, fx)
    // One after the other: they change one list, and the swarm refuses changes to an old version of it.
    for (const [i, member] of members.entries())
      await labelNode(manager, ids[i] ?? '', spec.nodeLabels[member.name] ?? {}, fx)
    return members.map((member, i) => ({
      name: member.name,
      role: member.role,
      address: member.address,
      socketPath: sockets[i] ?? '',
      labels: spec.nodeLabels[member.name] ?? {},
      id: ids[i] ?? ''
    }))
  } finally {
    for (const member of members) member.client.close()
  }
}
