import { createHash } from 'node:crypto'
import type { LocalImage } from '../../local-image.ts'
import { HUB, parseReference } from '../../references.rules.ts'
import type { TarSplit } from './tar-split.rules.ts'

/** An image of one layer whose archive is not packed: so its digest is also what an engine calls the layer by. */
export type StockImage = { image: LocalImage; config: string; split: TarSplit; splitPacked: Buffer }

/** A file or a link of the store; folders follow from the paths. */
export type StoreEntry = { path: string; content: string | Buffer } | { path: string; target: string }

/**
 * The store of an engine (overlay2, its layout since Engine 1.10) that has pulled these images from docker.io, without
 * the layers' own files, which belong into `overlay2/LAYER/diff`. The engine also believes that `registry` has each
 * layer, in a repository of the same name: a push there mounts it instead of sending it.
 */
export function engineStore(images: readonly StockImage[], registry: string): StoreEntry[] {
  const files = new Map<string, StoreEntry>()
  const add = (entry: StoreEntry) => files.set(entry.path, entry)
  const file = (path: string, content: string | Buffer) => add({ path: `image/overlay2/${path}`, content })
  const repositories: Record<string, Record<string, string>> = {}
  const sources: Record<string, string[]> = {}
  for (const { image, config, split, splitPacked } of images) {
    const { repository, tag = 'latest' } = parseReference(image.reference)
    const layer = layerOf(image)
    const hex = hexOf(layer)
    const name = repository.replace(/^library\//, '')
    repositories[name] = {
      ...repositories[name],
      [`${name}:${tag}`]: image.config.digest,
      [`${name}@${image.digest}`]: image.config.digest
    }
    sources[hex] = [...(sources[hex] ?? []), `${HUB}/${repository}`, `${registry}/${repository}`]
    file(`imagedb/content/sha256/${hexOf(image.config.digest)}`, config)
    file(`layerdb/sha256/${hex}/diff`, layer)
    file(`layerdb/sha256/${hex}/cache-id`, hex)
    file(`layerdb/sha256/${hex}/size`, String(split.sizeBytes))
    file(`layerdb/sha256/${hex}/tar-split.json.gz`, splitPacked)
    file(`distribution/diffid-by-digest/sha256/${hex}`, layer)
    add({ path: `overlay2/${hex}/link`, content: linkOf(hex) })
    add({ path: `overlay2/l/${linkOf(hex)}`, target: `../${hex}/diff` })
  }
  for (const [hex, names] of Object.entries(sources)) {
    const notes = [...new Set(names)].map(SourceRepository => ({
      Digest: `sha256:${hex}`,
      SourceRepository,
      HMAC: ''
    }))
    file(`distribution/v2metadata-by-diffid/sha256/${hex}`, JSON.stringify(notes))
  }
  file('repositories.json', JSON.stringify({ Repositories: repositories }))
  return [...files.values()]
}

/**
 * The store of a registry (distribution 2 and 3) that has the layers and configurations of these images, whose bytes
 * belong into `blobPath`. It has no manifest: whoever pushes one finds that nothing else is missing.
 */
export function registryStore(images: readonly Pick<StockImage, 'image'>[]): StoreEntry[] {
  return images.flatMap(({ image }) => {
    const { repository } = parseReference(image.reference)
    return [...image.layers, image.config].map(({ digest }) => ({
      path: `${REGISTRY}/repositories/${repository}/_layers/sha256/${hexOf(digest)}/link`,
      content: digest
    }))
  })
}

const REGISTRY = 'docker/registry/v2'

/** Where a registry's store has the bytes of a blob. */
export function blobPath(digest: string): string {
  const hex = hexOf(digest)
  return `${REGISTRY}/blobs/sha256/${hex.slice(0, 2)}/${hex}/data`
}

export const layerOf = (image: LocalImage): string => image.layers[0]?.digest ?? ''
export const hexOf = (digest: string): string => digest.replace(/^sha256:/, '')

/** The short name by which layers are mounted: 26 capitals, else the mounts of many layers become too long. */
function linkOf(hex: string): string {
  const bytes = createHash('sha256').update(hex).digest()
  return [...bytes.subarray(0, 26)].map(byte => String.fromCharCode(65 + (byte % 26))).join('')
}
