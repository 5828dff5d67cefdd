import { createHash } from 'node:crypto'
import path from 'node:path'
import {
  type AddressPlan,
  ensureNetwork,
  makeTemplate,
  openRegistry,
  readLogin,
  rotateLogin,
  type StandIn,
  shelveStock
} from '../cluster/cluster.ts'
import { connectEngine } from '../docker/client.ts'
import { readProgress } from '../docker/progress.ts'
import type { Effects } from '../effects/effects.ts'
import type { Engine, OpenedEngine } from '../engine/engine.ts'
import { parseReference } from '../images/images.rules.ts'
import { imageArchive, type LocalImage, pushArchive as pushImage } from '../images/images.ts'

/** What an engine must have in it before nodes are raised on it. */
export type Furnishing = {
  cluster: string
  addresses: AddressPlan
  labels: Record<string, string>
  dockerConfigDir: string
  pluginsDir: string
  /** The images that the mirror answers for. */
  bases: readonly LocalImage[]
  registryImage: LocalImage
  /** `undefined` where nodes are not made from an image. */
  nodeImage: LocalImage | undefined
}

/** Names what a furnished engine has in it: another content is another snapshot. */
export function furnishingKey(f: Pick<Furnishing, 'cluster' | 'bases' | 'registryImage'>): string {
  const content = [f.cluster, f.registryImage.digest, ...f.bases.map(b => `${b.reference} ${b.digest}`)]
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16)
}

/**
 * Puts a registry with two doors on an engine, and behind them the base images; on a VM of ours also into the
 * store that its nodes begin with. An engine that woke with all this in it gets a new login and nothing else.
 */
export async function furnish(f: Furnishing, opened: OpenedEngine, fx: Effects): Promise<void> {
  const spec = {
    cluster: f.cluster,
    labels: f.labels,
    image: f.registryImage.reference,
    addresses: f.addresses,
    dockerConfigDir: f.dockerConfigDir,
    cliPluginsExtraDirs: [f.pluginsDir]
  }
  if (opened.restoredKey) {
    await fx.log.step('New login for the registry', () => rotateLogin(spec, opened.engine, fx))
    return
  }
  const { engine } = opened
  await fx.log.step('Start the registry', async () => {
    await loadImages(engine, [f.registryImage, ...(f.nodeImage ? [f.nodeImage] : [])], fx)
    const client = connectEngine(engine.socketPath)
    try {
      await ensureNetwork(client, { ...f, engine }, fx.signal)
    } finally {
      client.close()
    }
    await openRegistry(spec, engine, fx)
    await shelveStock(f, engine, fx)
  })
  await fx.log.step('Fill the mirror', () => seed(f, engine, fx))
  if (opened.state.kind !== 'vm') return
  const references = f.bases.map(base => base.reference)
  const doors = { reference: f.addresses.registry, mirror: f.addresses.mirror }
  await fx.log.step('Fill the store that nodes begin with', () =>
    makeTemplate({ ...f, registry: doors, isOffline: true }, references, engine, fx)
  )
}

async function loadImages(engine: Engine, images: readonly LocalImage[], fx: Effects): Promise<void> {
  const client = connectEngine(engine.socketPath)
  try {
    const answer = await client.stream('POST', '/images/load', {
      query: { quiet: true },
      body: imageArchive(images),
      contentType: 'application/x-tar',
      timeoutMs: 300_000,
      signal: fx.signal
    })
    await readProgress('loading images', answer)
  } finally {
    client.close()
  }
}

async function seed(f: Furnishing, engine: Engine, fx: Effects): Promise<void> {
  const [address = '', port] = f.addresses.registry.split(':')
  const endpoint = await engine.openPort(address, Number(port))
  const login = await readLogin(f.dockerConfigDir, f.addresses.registry)
  for (const base of f.bases) {
    const { repository, tag = 'latest' } = parseReference(base.reference)
    await pushImage({ endpoint, login }, base, repository, tag, fx)
  }
}

/** The bases that are not the official ones, as reports name them. */
export const standInsOf = (bases: readonly LocalImage[]): StandIn[] =>
  bases.flatMap(({ reference, madeFrom, digest }) => (madeFrom ? [{ reference, madeFrom, digest }] : []))

/** Where a cluster's docker client keeps its login. */
export const dockerConfigDirOf = (clusterFolder: string): string => path.join(clusterFolder, 'docker')
