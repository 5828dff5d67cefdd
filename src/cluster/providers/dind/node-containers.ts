import type { EngineClient } from '../../../docker/client.ts'
import type { Engine } from '../../../engine/engine.ts'
import type { PlannedNode } from '../../addresses.rules.ts'
import { createContainer, inspectContainer, notOurs, startContainer } from '../../containers.ts'
import { inParallel } from '../../in-parallel.ts'
import { nameOf } from '../../labels.rules.ts'
import { failIfStopped } from '../../last-words.ts'
import type { NodesSpec } from '../../provider.ts'
import { isMadeBy } from '../../whose.rules.ts'
import { prepareDataFolders } from './data-folders.ts'
import { nodeContainer } from './node-container.rules.ts'
import { prepareNodeImage } from './node-image.ts'

/**
 * Starts the containers of the nodes that are not there yet, all at once.
 * @throws `cluster-failed` when a node's container has ended, does not start, or is another cluster's.
 */
export async function startNodeContainers(
  client: EngineClient,
  spec: NodesSpec,
  engine: Engine,
  signal: AbortSignal
): Promise<void> {
  const present = await inParallel(spec.addresses.nodes, signal, (node, s) =>
    isThere(client, spec, engine, node, s)
  )
  const missing = spec.addresses.nodes.filter((_, i) => !present[i])
  if (missing.length === 0) return
  const imageFor = await prepareNodeImage(client, engine.nodeSource, signal)
  if (engine.nodeSource.kind === 'usr')
    await prepareDataFolders(
      client,
      missing.map(node => node.name),
      spec.labels,
      signal
    )
  await inParallel(missing, signal, async (node, s) => {
    const name = nameOf.node(spec.cluster, node.name)
    const what = `node ${node.name}`
    const body = nodeContainer({
      cluster: spec.cluster,
      node,
      labels: spec.labels,
      image: imageFor(node.name),
      engine,
      gateway: spec.addresses.gateway,
      registry: spec.registry,
      isOffline: spec.isOffline
    })
    await createContainer(client, what, name, body, s)
    await startContainer(client, what, name, s)
  })
}

/** A node that runs is kept; one that has ended is not started over: its swarm may have given it up. */
async function isThere(
  client: EngineClient,
  spec: NodesSpec,
  engine: Engine,
  node: PlannedNode,
  signal: AbortSignal
): Promise<boolean> {
  const name = nameOf.node(spec.cluster, node.name)
  const existing = await inspectContainer(client, name, signal)
  if (!existing) return false
  if (!isMadeBy(spec.labels, engine, existing.labels)) throw notOurs(name)
  await failIfStopped(client, name, `node ${node.name}`, signal)
  return true
}
