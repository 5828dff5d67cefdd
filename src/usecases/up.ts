import { createHash, randomUUID } from 'node:crypto'
import {
  expiryOf,
  noteOnManagers,
  ownLabels,
  planAddresses,
  socketOf,
  whoseOf
} from '../cluster/cluster.rules.ts'
import {
  type AddressPlan,
  type DindCluster,
  isAnswering,
  loadProviders,
  type RaiseSpec,
  raiseSwarm,
  readClusterIfAny,
  refuseStrangers,
  type SwarmNode,
  saveCluster,
  withLock
} from '../cluster/cluster.ts'
import { forCleanup } from '../effects/cleanup.ts'
import type { Effects } from '../effects/effects.ts'
import { together } from '../effects/together.ts'
import {
  type ChosenEngine,
  chooseEngine,
  type Engine,
  keepEngine,
  type OpenedEngine,
  openEngine,
  sweepLeftovers
} from '../engine/engine.ts'
import { explain, SwarmlineError } from '../errors.ts'
import { dockerTools, type LocalImage, obtainPackages, writeStock } from '../images/images.ts'
import { heartbeatOf } from '../plain/heartbeat.ts'
import { baseImages } from './base-images.ts'
import { neededBases } from './bases.ts'
import { takeDown } from './down.ts'
import { explainRun } from './failed-run.ts'
import { clusterDir } from './folders.ts'
import { dockerConfigDirOf, type Furnishing, furnish, furnishingKey, standInsOf } from './furnish.ts'
import { connectNodes } from './machine-engines.ts'
import type { Home, UpRequest } from './requests.ts'
import { otherProvider, sizeDiffers } from './running-cluster.ts'

const REGISTRY_IMAGE = 'registry:2'
const NODE_IMAGE = 'docker:dind'

/**
 * Raises a cluster: an engine, a registry with the base images behind it, nodes, one swarm. A cluster of that name
 * which runs is left as it is; one whose engine is gone is cleared away and raised anew. When it fails or is
 * cancelled, nothing of it is left.
 *
 * @throws `cluster-failed`, `vm-failed`, `no-engine`, `missing-tool`, `packages-refused`, `disk-full`, `timed-out`
 */
export async function up(request: UpRequest, home: Home, fx: Effects): Promise<DindCluster> {
  const addresses = planAddresses(request)
  checkLabels(request, addresses.nodes)
  const note = noteOnManagers(request.managers)
  if (note) fx.log.debug(note)
  await sweepLeftovers(fx)
  return withLock(home.stateDir, request.name, async () => {
    const running = await runningCluster(request, home, fx)
    if (running) return running
    try {
      return await raise(request, addresses, home, fx)
    } catch (error) {
      await takeDown(request.name, home, forCleanup(fx), 'keep').catch(left =>
        fx.log.warn(`not everything could be taken down: ${explain(left)}`)
      )
      throw error
    }
  })
}

async function raise(
  request: UpRequest,
  addresses: AddressPlan,
  home: Home,
  fx: Effects
): Promise<DindCluster> {
  const { name, ttlHours, owner } = request
  const dir = clusterDir(home, name)
  const createdAt = fx.clock.now()
  const run = randomUUID()
  const labels = ownLabels({ cluster: name, owner, run, createdAt, ttlHours })
  const { chosen, furnishing, isOffline } = await prepare(
    request,
    { addresses, labels, dir, cacheDir: home.cacheDir },
    fx
  )
  const { registry: reference, mirror } = addresses
  const registry = { reference, mirror, dockerConfigDir: furnishing.dockerConfigDir }
  const cluster: Omit<DindCluster, 'engine' | 'engineTitle' | 'hasMesh'> = {
    schema: 1,
    name,
    run,
    ...(request.dockerHost === undefined ? {} : { namedEngine: request.dockerHost }),
    provider: 'dind',
    createdAt: new Date(createdAt).toISOString(),
    expiresAt: expiryOf({ createdAt, ttlHours }),
    nodes: [],
    registry,
    standIns: standInsOf(allImages(furnishing))
  }
  const raisedKey = raisedKeyOf(request, furnishing, createdAt)
  const opened = await openEngine(
    chosen,
    { snapshotKeys: [raisedKey], stock: path => writeStock(path, furnishing.bases, reference) },
    // Written down at once: a run that is killed from here on can still be taken down.
    engine => saveCluster(home.stateDir, { ...cluster, engine, engineTitle: engine.kind, hasMesh: false }),
    fx
  )
  await refuseStrangers(whoseOf({ ...cluster, engine: opened.state }), opened.engine, fx)
  try {
    await furnish(furnishing, opened, fx)
    const spec = { cluster: name, addresses, labels, nodeLabels: request.labels, registry, isOffline }
    const { engine, nodes } = await raiseOn(opened, spec, raisedKey, fx)
    const { title: engineTitle, hasMesh } = engine
    const done: DindCluster = {
      ...cluster,
      engine: opened.state,
      engineTitle,
      hasMesh,
      nodes,
      heartbeatSeconds: heartbeatOf(engine)
    }
    await saveCluster(home.stateDir, done)
    return done
  } catch (error) {
    throw await explainRun(error, { ...cluster, engine: opened.state }, home, fx)
  }
}

/** The nodes; a VM that booted is kept with them for the next start. */
async function raiseOn(
  opened: OpenedEngine,
  spec: RaiseSpec,
  key: string,
  fx: Effects
): Promise<{ engine: Engine; nodes: SwarmNode[] }> {
  // On an engine that woke with its nodes in it this only looks that they are there.
  const nodes = await raiseSwarm((await loadProviders()).dind.maker, spec, opened.engine, fx)
  if (opened.state.kind !== 'vm' || opened.restoredKey) return { engine: opened.engine, nodes }
  const engine = await keepEngine(opened, key, fx)
  return { engine, nodes: await reopenSockets(spec.cluster, nodes, engine) }
}

/** All that an engine needs before it starts: the engine itself, the images, the client. Made side by side. */
async function prepare(
  request: UpRequest,
  place: { addresses: AddressPlan; labels: Record<string, string>; dir: string; cacheDir: string },
  fx: Effects
): Promise<{ chosen: ChosenEngine; furnishing: Furnishing; isOffline: boolean }> {
  const { name, suite, dockerHost, hostKey, certDir } = request
  const { dir, cacheDir, addresses, labels } = place
  const references = await neededBases(request)
  const [chosen, { images, isOffline }, tools] = await together(fx, within => [
    chooseEngine(
      {
        choice: request.engine,
        ...{ dockerHost, hostKey, certDir },
        runDir: dir,
        cacheDir,
        suite,
        nodeImage: NODE_IMAGE,
        isMeshOptional: request.endpoint === 'dnsrr',
        obtain: obtainPackages(cacheDir)
      },
      within
    ),
    baseImages({ references: [...references, REGISTRY_IMAGE], suite, cacheDir }, within),
    dockerTools({ cacheDir, suite }, within)
  ])
  const isNodeImageNeeded = chosen.kind === 'host' && chosen.engine.nodeSource.kind === 'image'
  const [nodeImage] = isNodeImageNeeded
    ? (await baseImages({ references: [NODE_IMAGE], suite, cacheDir }, fx)).images
    : []
  const registryImage = images.find(image => image.reference === REGISTRY_IMAGE)
  if (!registryImage) throw new SwarmlineError('not-found', `the image ${REGISTRY_IMAGE} is not there`)
  const bases = images.filter(image => references.includes(image.reference))
  const dockerConfigDir = dockerConfigDirOf(dir)
  const { pluginsDir } = tools
  return {
    chosen,
    // A VM of ours has no way out, whatever this machine has.
    isOffline: isOffline || chosen.kind === 'vm',
    furnishing: {
      cluster: name,
      addresses,
      labels,
      dockerConfigDir,
      pluginsDir,
      bases,
      registryImage,
      nodeImage
    }
  }
}

/** Every image that was put there, the swarm's own machinery among them: each may be a stand-in. */
const allImages = ({ bases, registryImage, nodeImage }: Furnishing): LocalImage[] => [
  ...bases,
  registryImage,
  ...(nodeImage ? [nodeImage] : [])
]

/**
 * Names an engine with nodes raised on it. Their certificates are good for 90 days, so none is used that is older
 * than a month.
 */
function raisedKeyOf(request: UpRequest, furnishing: Furnishing, nowMs: number): string {
  const month = new Date(nowMs).toISOString().slice(0, 7)
  const { managers, workers, labels } = request
  const content = [
    furnishingKey(furnishing),
    managers,
    workers,
    labels,
    heartbeatOf({ isEmulated: true }),
    month
  ]
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16)
}

const reopenSockets = (cluster: string, nodes: readonly SwarmNode[], engine: Engine): Promise<SwarmNode[]> =>
  Promise.all(
    nodes.map(async node => ({
      ...node,
      socketPath: await engine.openSocket(socketOf(cluster, node.name), node.name)
    }))
  )

function checkLabels(request: UpRequest, nodes: readonly { name: string }[]): void {
  const unknown = Object.keys(request.labels).filter(name => !nodes.some(node => node.name === name))
  if (unknown.length > 0)
    throw new SwarmlineError('usage', `there is no node ${unknown.join(', ')} to label`, {
      hint: `the nodes are ${nodes.map(node => node.name).join(', ')}`
    })
}

/** The cluster of that name when it is whole and answers; one that is not is taken down first. */
async function runningCluster(request: UpRequest, home: Home, fx: Effects): Promise<DindCluster | undefined> {
  const cluster = await readClusterIfAny(home.stateDir, request.name)
  if (!cluster) return undefined
  if (cluster.provider !== 'dind') throw otherProvider(cluster)
  if (cluster.nodes.length > 0 && (await answers(cluster, fx))) {
    if (cluster.nodes.length !== request.managers + request.workers) throw sizeDiffers(cluster)
    fx.log.info(`${request.name} is already up`)
    return cluster
  }
  fx.log.info(`what is left of ${request.name} is cleared away first`)
  await takeDown(request.name, home, fx)
  return undefined
}

async function answers({ name, nodes }: DindCluster, fx: Effects): Promise<boolean> {
  const connected = await connectNodes(nodes, fx)
  try {
    return await isAnswering(name, connected.nodes, fx)
  } finally {
    await connected.close()
  }
}
