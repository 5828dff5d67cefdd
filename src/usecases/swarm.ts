import type { Cluster, SwarmNode } from '../cluster/cluster.ts'
import { type NodePower, nodePower } from '../cluster/dind/power.ts'
import { readCluster } from '../cluster/state.ts'
import { whoseOf } from '../cluster/whose.rules.ts'
import { connectEngine, type EngineClient } from '../docker/client.ts'
import type { ApiInfo, ApiNode } from '../docker/types.ts'
import type { Effects } from '../effects/effects.ts'
import { openConnectionFolder, sweepLeftovers } from '../engine/connection-folder.ts'
import type { Endpoint } from '../engine/engine.ts'
import { attachEngine } from '../engine/open.ts'
import { SwarmlineError } from '../errors.ts'
import type { Fence } from '../stack/lock/fence.ts'
import { withFailover } from './failover.ts'
import { clusterDir } from './folders.ts'
import { nodeAddress, requireAddress } from './node-address.rules.ts'
import type { Home, SwarmTarget } from './requests.ts'
import { endingWithVm } from './vm-ended.ts'

/** A node of a swarm that is open. `client` is a manager's where the node's own engine is out of reach from here. */
export type OpenNode = Pick<SwarmNode, 'id' | 'name' | 'role' | 'labels' | 'address'> & {
  client: EngineClient
  /** Of a node that Swarmline made itself. */
  power: NodePower | undefined
}

/** A swarm that answers: what deploy and verify work on, whoever made it. */
export type OpenSwarm = {
  manager: EngineClient
  nodes: OpenNode[]
  hasMesh: boolean
  /** Folder of the docker client's configuration, when the swarm has one of its own. */
  dockerConfigDir: string | undefined
  /** The user's own, for what is asked from here and not by an engine. */
  ownDockerConfigDir?: string | undefined
  cluster: Cluster | undefined
  openPort(address: string, port: number): Promise<Endpoint>
  close(): Promise<void>
}

/**
 * Opens the swarm that a request names. `isSwarmNeeded: false` also takes an engine that is in no swarm: it can
 * build.
 *
 * @throws `not-found` for an unknown cluster, `no-engine` where nothing answers or no manager does.
 */
export async function openSwarm(
  target: SwarmTarget,
  home: Home,
  fx: Effects,
  options: { isSwarmNeeded: boolean } = { isSwarmNeeded: true }
): Promise<OpenSwarm> {
  return target.kind === 'cluster'
    ? openCluster(target.name, home, fx)
    : openExisting(target, options, home, fx)
}

async function openCluster(name: string, home: Home, fx: Effects): Promise<OpenSwarm> {
  await sweepLeftovers(fx)
  const cluster = await readCluster(home.stateDir, name)
  const engine = await attachEngine(cluster.engine, clusterDir(home, name), fx)
  const host = connectEngine(engine.socketPath, engine.revive)
  const nodes = cluster.nodes.map(node => ({
    ...node,
    client: connectEngine(node.socketPath),
    power: cluster.provider === 'dind' ? nodePower(host, whoseOf(cluster), node) : undefined
  }))
  const [first, ...others] = nodes.filter(node => node.role === 'manager').map(node => node.client)
  if (!first) throw new SwarmlineError('not-found', `the cluster ${name} has no manager`)
  return {
    manager: endingWithVm(withFailover(first, others), cluster, fx),
    nodes,
    hasMesh: cluster.hasMesh,
    dockerConfigDir: cluster.registry.dockerConfigDir,
    cluster,
    openPort: (address, port) => engine.openPort(address, port),
    // The connection to the engine stays for the next command; only ours to the nodes end.
    close: async () => {
      for (const client of [host, ...nodes.map(node => node.client)]) client.close()
    }
  }
}

async function openExisting(
  target: Extract<SwarmTarget, { kind: 'existing' }>,
  { isSwarmNeeded }: { isSwarmNeeded: boolean },
  home: Home,
  fx: Effects
): Promise<OpenSwarm> {
  const { visitEngine } = await import('../engine/host.ts')
  const { dockerHost, hostKey, certDir } = target
  const way = await openConnectionFolder(fx)
  const opened: { close(): Promise<void> | void }[] = []
  const close = async () => {
    try {
      for (const each of opened.splice(0).reverse()) await each.close()
    } finally {
      await way.remove()
    }
  }
  try {
    const engine = await visitEngine({ dockerHost, hostKey, certDir, runDir: way.folder }, fx)
    opened.push(engine)
    const manager = connectEngine(engine.socketPath, engine.revive)
    opened.push(manager)
    const info = await manager.json<ApiInfo>('GET', '/info', { signal: fx.signal })
    if (!info.Swarm.ControlAvailable && isSwarmNeeded)
      throw new SwarmlineError('no-engine', `${engine.title} is not a manager of a swarm`, {
        hint: 'point DOCKER_HOST at a manager, or make a swarm: swarmline up'
      })
    const nodes = info.Swarm.ControlAvailable
      ? await manager.json<ApiNode[]>('GET', '/nodes', { signal: fx.signal })
      : []
    return {
      manager,
      nodes: nodes.map(node => openNode(node, manager)),
      hasMesh: engine.hasMesh,
      dockerConfigDir: target.dockerConfigDir,
      ownDockerConfigDir: home.dockerConfigDir,
      cluster: undefined,
      openPort: async (address, port) => {
        requireAddress(address, dockerHost)
        return { host: address, port }
      },
      close
    }
  } catch (error) {
    await close()
    throw error
  }
}

function openNode(node: ApiNode, client: EngineClient): OpenNode {
  return {
    id: node.ID,
    name: node.Description.Hostname,
    role: node.Spec.Role,
    labels: node.Spec.Labels ?? {},
    address: nodeAddress(node),
    client,
    power: undefined
  }
}

/** The same swarm, where what changes something passes only while the lock of the stack is ours. */
export function fencedSwarm(swarm: OpenSwarm, fence: Fence): OpenSwarm {
  const manager = fence(swarm.manager)
  const nodes = swarm.nodes.map(node => ({
    ...node,
    client: node.client === swarm.manager ? manager : fence(node.client)
  }))
  return { ...swarm, manager, nodes }
}

const AWAY_AT_LEAST_MS = 60_000
const AWAY_AT_MOST_MS = 6 * 60_000

/** How long a deploy that may take `timeoutMs` waits for an engine that does not answer in the middle of it. */
export const awayMs = (timeoutMs: number): number =>
  Math.min(Math.max(timeoutMs, AWAY_AT_LEAST_MS), AWAY_AT_MOST_MS)
