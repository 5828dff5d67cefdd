import type { EngineClient } from '../../../docker/client.ts'
import type { Effects } from '../../../effects/effects.ts'
import type { Engine } from '../../../engine/engine.ts'
import { LABEL } from '../../../plain/labels.ts'
import { inspectContainer } from '../../containers.ts'
import { inParallel } from '../../in-parallel.ts'
import type { Leftover } from '../../leftovers.ts'
import { isClusterName } from '../../state.ts'
import { runErrand } from './errand.ts'
import { SOCKETS_ROOT } from './node-container.rules.ts'
import { DATA_ROOT, inspectImage, prepareNodeImage } from './node-image.ts'
import { SKEL_IMAGE } from './skel.rules.ts'

/** `$1` is where to begin; what follows are folders under it. What is not there is no error. */
const REMOVE = `cd "/machine$1" 2>/dev/null || exit 0
set -e; shift
for folder in "$@"; do rm -rf "./$folder"; done
rmdir "$PWD"/*/ "$PWD" 2>/dev/null || :`

/**
 * Finds out, while the nodes are still there, how their folders on the engine's machine can be removed.
 * @param what.nodes whose folders go; `what.clusters` are those of which everything goes.
 * @returns the removal, for when the containers are gone. It warns where it cannot, and never throws for that.
 */
export async function sweepFolders(
  client: EngineClient,
  engine: Engine,
  what: { nodes: readonly Leftover[]; clusters: readonly string[] },
  fx: Pick<Effects, 'signal' | 'log'>
): Promise<() => Promise<void>> {
  // A label is whatever somebody wrote there: it becomes a path only when it is a name that we give.
  const nodes = what.nodes
    .map(left => ({ cluster: left.cluster, node: left.labels[LABEL.node] ?? '' }))
    .filter(({ cluster, node }) => isClusterName(cluster) && /^[a-z]+\d*$/.test(node))
  const sockets = new Set([
    ...what.clusters.filter(isClusterName),
    ...nodes.map(({ cluster, node }) => `${cluster}/${node}`)
  ])
  if (sockets.size === 0) return async () => undefined
  const image = await errandImage(client, engine, what.nodes, fx.signal)
  return async () => {
    if (!image) {
      if (what.nodes.length > 0) fx.log.warn(`folders are left in ${SOCKETS_ROOT} on the engine's machine`)
      return
    }
    const errand = { image, labels: {}, script: REMOVE, what: "removing the nodes' folders" }
    const places = [
      { folder: '/run', args: ['/swarmline', ...sockets] },
      ...(image === SKEL_IMAGE ? [{ folder: DATA_ROOT, args: ['', ...nodes.map(n => n.node)] }] : [])
    ]
    await inParallel(places, fx.signal, (place, signal) =>
      runErrand(client, { ...errand, ...place }, signal)
    ).catch((error: Error) => fx.log.warn(error.message))
  }
}

/** An image with a shell that the engine has now: what nodes are made from, or what one was made from. */
async function errandImage(
  client: EngineClient,
  engine: Engine,
  nodes: readonly Leftover[],
  signal: AbortSignal
): Promise<string | undefined> {
  if (engine.nodeSource.kind === 'usr') {
    await prepareNodeImage(client, engine.nodeSource, signal)
    return SKEL_IMAGE
  }
  if (await inspectImage(client, engine.nodeSource.reference, signal)) return engine.nodeSource.reference
  return nodes[0] ? (await inspectContainer(client, nodes[0].id, signal))?.image : undefined
}
