import {
  type Cluster,
  loadProviders,
  type MachinesCluster,
  type OpenNodes,
  readCluster
} from '../cluster/cluster.ts'
import type { EngineClient } from '../docker/client.ts'
import type { Effects } from '../effects/effects.ts'
import { attachEngine, openConnectionFolder, sweepLeftovers, visitEngine } from '../engine/engine.ts'
import type { Fence } from '../stack/kept/kept.ts'
import { withFailover } from './failover.ts'
import { clusterDir } from './folders.ts'
import { openMachineEngines } from './machine-engines.ts'
import type { Home, SwarmTarget } from './requests.ts'
import { endingWithVm } from './vm-ended.ts'

export type { OpenNode } from '../cluster/cluster.ts'

/** A swarm that answers: what deploy and verify work on, whoever made it. */
export type OpenSwarm = Pick<OpenNodes, 'nodes' | 'hasMesh' | 'openPort' | 'close'> & {
  manager: EngineClient
  /** Folder of the docker client's configuration, with the logins: the swarm's own, the one given, or the user's. */
  dockerConfigDir: string | undefined
  cluster: Cluster | undefined
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
  if (cluster.provider === 'docker-machine') return openMachines(cluster, home, fx)
  const engine = await attachEngine(cluster.engine, clusterDir(home, name), fx)
  const { managers, ...open } = await (await loadProviders()).dind.open({ cluster, engine })
  const [first, ...others] = managers
  return {
    ...open,
    manager: endingWithVm(withFailover(first, others), cluster, fx),
    dockerConfigDir: cluster.registry.dockerConfigDir,
    cluster
  }
}

async function openMachines(cluster: MachinesCluster, home: Home, fx: Effects): Promise<OpenSwarm> {
  const engines = await openMachineEngines(fx)
  try {
    const provider = (await loadProviders())['docker-machine']
    const { managers, ...open } = await provider.open({ cluster, reach: engines.reach }, fx)
    const [first, ...others] = managers
    return {
      ...open,
      manager: withFailover(first, others),
      dockerConfigDir: home.dockerConfigDir,
      cluster,
      close: () => open.close().finally(engines.close)
    }
  } catch (error) {
    await engines.close()
    throw error
  }
}

async function openExisting(
  target: Extract<SwarmTarget, { kind: 'existing' }>,
  options: { isSwarmNeeded: boolean },
  home: Home,
  fx: Effects
): Promise<OpenSwarm> {
  const { dockerHost, hostKey, identityPath, certDir, dockerConfigDir } = target
  const way = await openConnectionFolder(fx)
  let leave = way.remove
  try {
    if (target.namedBy) fx.log.info(`The swarm is that of ${dockerHost} (${target.namedBy})`)
    const engine = await visitEngine({ dockerHost, hostKey, identityPath, certDir, runDir: way.folder }, fx)
    leave = () => engine.close().finally(way.remove)
    const { managers, ...open } = await (await loadProviders()).existing.open(
      { engine, dockerHost, ...options },
      fx
    )
    return {
      ...open,
      manager: managers[0],
      dockerConfigDir: dockerConfigDir ?? home.dockerConfigDir,
      cluster: undefined,
      close: () => open.close().finally(leave)
    }
  } catch (error) {
    await leave()
    throw error
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
