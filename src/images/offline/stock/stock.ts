import { createReadStream, createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { type Pack, pack } from 'tar-stream'
import type { LocalBlob, LocalImage } from '../../local-image.ts'
import { MEDIA } from '../image.rules.ts'
import {
  blobPath,
  engineStore,
  hexOf,
  layerOf,
  registryStore,
  type StockImage,
  type StoreEntry
} from './engine-store.rules.ts'
import { splitTar } from './tar-split.rules.ts'

/** More than any image that is made here; one is held in memory as a whole. */
const LARGEST_LAYER_BYTES = 512 * 1024 ** 2

/**
 * Writes the archive that a VM of ours is stocked with when it boots: `registry/`, a registry's store with the images'
 * blobs; `template/`, an engine's store with the images; and `layers`, whose lines `LAYER BLOB` say which blob below
 * `registry/` is to be unpacked as which layer below `template/overlay2/`. Everything in it was hashed when the images
 * were made, on this machine: where the VM is emulated, pushing and pulling them takes minutes.
 *
 * @param registry as the nodes name it: `10.79.0.5:5000`
 * @returns whether it was written: only images that were made here (one layer, not packed) can be stocked
 */
export async function writeStock(
  path: string,
  images: readonly LocalImage[],
  registry: string
): Promise<boolean> {
  const stocked: StockImage[] = []
  for (const image of images) {
    const ready = await prepare(image)
    if (!ready) return false
    stocked.push(ready)
  }
  const archive = pack()
  const written = pipeline(archive, createWriteStream(path, { mode: 0o600 }))
  const added = fill(archive, stocked, registry).then(
    () => archive.finalize(),
    error => archive.destroy(error as Error)
  )
  await Promise.all([added, written])
  return true
}

async function prepare(image: LocalImage): Promise<StockImage | undefined> {
  const [layer, ...others] = image.layers
  if (!layer || others.length > 0 || layer.mediaType !== MEDIA.layer) return undefined
  if (layer.sizeBytes > LARGEST_LAYER_BYTES) return undefined
  const split = splitTar(await readFile(layer.path))
  if (!split) return undefined
  const config = await readFile(image.config.path, 'utf8')
  return { image, config, split, splitPacked: await promisify(gzip)(split.text, { level: 1 }) }
}

async function fill(archive: Pack, images: readonly StockImage[], registry: string): Promise<void> {
  const references = images.map(({ image }) => image.reference).sort()
  addEntry(archive, { path: 'template/references', content: `${references.join('\n')}\n` })
  for (const entry of engineStore(images, registry)) addEntry(archive, below('template', entry))
  for (const entry of registryStore(images)) addEntry(archive, below('registry', entry))
  const blobs = new Map<string, LocalBlob>()
  for (const { image } of images)
    for (const blob of [...image.layers, image.config]) blobs.set(blob.digest, blob)
  for (const { digest, sizeBytes, path } of blobs.values())
    await pipeline(
      createReadStream(path, { highWaterMark: 1 << 20 }),
      archive.entry({
        name: `registry/${blobPath(digest)}`,
        size: sizeBytes,
        mode: 0o644,
        mtime: new Date(0)
      })
    )
  const layers = [...new Set(images.map(({ image }) => layerOf(image)))]
  addEntry(archive, {
    path: 'layers',
    content: layers.map(digest => `${hexOf(digest)} ${blobPath(digest)}\n`).join('')
  })
}

const below = (folder: string, entry: StoreEntry): StoreEntry => ({
  ...entry,
  path: `${folder}/${entry.path}`
})

function addEntry(archive: Pack, entry: StoreEntry): void {
  const header = { name: entry.path, mtime: new Date(0) }
  if ('target' in entry) archive.entry({ ...header, type: 'symlink', linkname: entry.target })
  else archive.entry({ ...header, mode: 0o600 }, entry.content)
}
