// A real swarm of several nodes, each a container on a private engine: one can be killed, started again, or given a
// small disk, and the cluster's own registry can be stopped.
import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { planAddresses } from '../../src/cluster/addresses.rules.ts'
import type { DindCluster, RegistryDoor } from '../../src/cluster/cluster-record.ts'
import { createContainer, startContainer } from '../../src/cluster/containers.ts'
import { expiryOf, nameOf, ownLabels } from '../../src/cluster/labels.rules.ts'
import { ensureNetwork } from '../../src/cluster/network.ts'
import { nodeContainer } from '../../src/cluster/providers/dind/node-container.rules.ts'
import { prepareNodeImage } from '../../src/cluster/providers/dind/node-image.ts'
import { providers } from '../../src/cluster/providers.ts'
import type { RaiseSpec } from '../../src/cluster/raise.ts'
import { raiseSwarm } from '../../src/cluster/raise.ts'
import { openRegistry } from '../../src/cluster/registry.ts'
import { containerOf } from '../../src/cluster/registry-door.ts'
import { connectEngine, type EngineClient } from '../../src/docker/client.ts'
import type { ApiNode } from '../../src/docker/types.ts'
import { waitFor } from '../../src/effects/wait-for.ts'
import { type HostEngine, openHostEngine } from '../../src/engine/host.ts'
import { type PrivateDockerd, startDockerd } from './dockerd.ts'
import { loadNodeImages, NODE_IMAGE, REGISTRY_IMAGE } from './node-images.ts'
import { realEffects } from './real-effects.ts'
import { importTinyImage } from './tiny-image.ts'

export type NodeSwarm = {
  /** The private engine whose containers the nodes are. */
  host: EngineClient
  registry: RegistryDoor
  /** As `swarmline up` would leave it. */
  cluster: DindCluster
  /** Names of the nodes, managers first. */
  names: string[]
  client(node: string): EngineClient
  /** The leader's name, as `asked` sees it; one that is being elected is waited for. */
  leader(asked: string): Promise<string>
  /** What a manager says of a node: `ready`, `down`. */
  stateOf(node: string, asked: string): Promise<string>
  /** Ends the node as a power cut would. */
  kill(node: string): Promise<void>
  /** Lets it begin again, and waits until its engine answers. */
  start(node: string): Promise<void>
  /** The process id of the node's container, for a look at its files. */
  pid(node: string): Promise<number>
  registryIs(state: 'start' | 'stop'): Promise<void>
  stop(): Promise<void>
}

export type NodeSwarmSpec = {
  managers: number
  workers: number
  /** The first three octets of its network. */
  prefix: string
  /** What every node has: its tasks need no registry. */
  images: readonly string[]
  /** Node → the size of the disk that its engine has, such as `300m`; the others share the machine's. */
  disks?: Readonly<Record<string, string>>
}

/** How long an engine may take that starts on a busy machine. */
const ENGINE_MS = 120_000

export async function startNodeSwarm(spec: NodeSwarmSpec): Promise<NodeSwarm> {
  const fx = realEffects()
  const cluster = `soak${process.pid}`
  const addresses = planAddresses(spec, spec.prefix)
  const labels = ownLabels({ cluster, owner: 'tests', run: '1', createdAt: Date.now(), ttlHours: 1 })
  const folder = mkdtempSync('/tmp/sl-nodes-')
  const clients = new Map<string, EngineClient>()
  let dockerd: PrivateDockerd | undefined
  let host: EngineClient | undefined
  let engine: HostEngine | undefined
  const stop = async (): Promise<void> => {
    for (const client of clients.values()) client.close()
    if (engine) await providers.dind.maker.remove(undefined, engine, fx).catch(() => undefined)
    host?.close()
    await dockerd?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    dockerd = await startDockerd()
    host = connectEngine(dockerd.socketPath)
    await loadNodeImages(host, fx)
    const dockerHost = `unix://${dockerd.socketPath}`
    engine = await openHostEngine({ dockerHost, runDir: folder, nodeImage: NODE_IMAGE }, fx)
    await ensureNetwork(host, { cluster, labels, addresses, engine }, fx.signal)
    const dockerConfigDir = path.join(folder, 'docker')
    const registrySpec = { cluster, labels, image: REGISTRY_IMAGE, addresses, dockerConfigDir }
    const registry = await openRegistry({ ...registrySpec, cliPluginsExtraDirs: [] }, engine, fx)
    const raise = { cluster, addresses, labels, nodeLabels: {}, registry, isOffline: true }
    await startOnSmallDisks(spec.disks ?? {}, raise, engine, host)
    const nodes = await raiseSwarm(providers.dind.maker, raise, engine, fx)
    for (const node of nodes) clients.set(node.name, connectEngine(node.socketPath))
    await Promise.all(
      [...clients.values()].map(async client => {
        for (const image of spec.images) await importTinyImage(client, image)
      })
    )
    const left: DindCluster = {
      schema: 1,
      ...{ name: cluster, run: '1', provider: 'dind', nodes, registry, standIns: [] },
      ...{ engine: engine.state, engineTitle: engine.title, hasMesh: engine.hasMesh },
      createdAt: new Date().toISOString(),
      expiresAt: expiryOf({ createdAt: Date.now(), ttlHours: 1 })
    }
    return { ...nodeSwarm(cluster, host, registry, clients), cluster: left, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** A container that runs when the nodes are raised is taken as it is: so these get their disk beforehand. */
async function startOnSmallDisks(
  disks: Readonly<Record<string, string>>,
  raise: RaiseSpec,
  engine: HostEngine,
  host: EngineClient
): Promise<void> {
  const { signal } = realEffects()
  const imageFor = await prepareNodeImage(host, engine.nodeSource, signal)
  for (const node of raise.addresses.nodes.filter(each => each.name in disks)) {
    const { gateway } = raise.addresses
    const body = nodeContainer({ ...raise, node, image: imageFor(node.name), engine, gateway })
    const { Volumes: _shared, ...own } = body
    const Tmpfs = { ...body.HostConfig.Tmpfs, '/var/lib/docker': `exec,size=${disks[node.name]}` }
    const name = nameOf.node(raise.cluster, node.name)
    await createContainer(
      host,
      node.name,
      name,
      { ...own, HostConfig: { ...body.HostConfig, Tmpfs } },
      signal
    )
    await startContainer(host, node.name, name, signal)
  }
}

function nodeSwarm(
  cluster: string,
  host: EngineClient,
  registry: RegistryDoor,
  clients: ReadonlyMap<string, EngineClient>
): Omit<NodeSwarm, 'cluster' | 'stop'> {
  const fx = realEffects()
  const client = (node: string): EngineClient => {
    const found = clients.get(node)
    if (!found) throw new Error(`there is no node ${node}`)
    return found
  }
  const act = (container: string, action: string) =>
    host.json('POST', `/containers/${container}/${action}`, { timeoutMs: ENGINE_MS })
  const nodesAsSeen = (asked: string): Promise<(ApiNode & { ManagerStatus?: { Leader?: boolean } })[]> =>
    client(asked).json('GET', '/nodes')
  const inspect = (node: string) =>
    host.json<{ State: { Pid: number } }>('GET', `/containers/${nameOf.node(cluster, node)}/json`)
  return {
    host,
    registry,
    names: [...clients.keys()],
    client,
    leader: asked =>
      waitFor(
        'the swarm has a leader',
        async () => {
          const nodes = await nodesAsSeen(asked).catch(() => [])
          return nodes.find(node => node.ManagerStatus?.Leader)?.Description.Hostname
        },
        { clock: fx.clock, deadlineMs: ENGINE_MS }
      ),
    stateOf: async (node, asked) =>
      (await nodesAsSeen(asked)).find(each => each.Description.Hostname === node)?.Status.State ?? '',
    kill: async node => {
      await act(nameOf.node(cluster, node), 'kill')
      // The answer comes when the signal is sent.
      await act(nameOf.node(cluster, node), 'wait')
    },
    start: async node => {
      await act(nameOf.node(cluster, node), 'start')
      const answers = () =>
        client(node)
          .json('GET', '/version')
          .then(Boolean, () => undefined)
      await waitFor(`${node} answers`, answers, { clock: fx.clock, deadlineMs: ENGINE_MS })
    },
    pid: async node => (await inspect(node)).State.Pid,
    registryIs: async state => {
      for (const door of ['push', 'mirror'] as const) await act(containerOf(cluster, door), state)
    }
  }
}
