import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Pack, pack } from 'tar-stream'
import type { LocalBlob, LocalImage } from '../local-image.ts'
import { familiarReference, parseReference } from '../references.rules.ts'

/**
 * The images as one archive for `POST /images/load` (the form of `docker save`), made while it is read. Blobs
 * that images share are in it once. A file that cannot be read destroys the stream with its error.
 */
export function imageArchive(images: readonly LocalImage[]): Readable {
  const archive = pack()
  const byConfig = Map.groupBy(images, image => image.config.digest)
  void fill(archive, byConfig).catch(error => archive.destroy(error as Error))
  return Readable.from(archive, { objectMode: false })
}

async function fill(archive: Pack, byConfig: ReadonlyMap<string, LocalImage[]>): Promise<void> {
  const written = new Set<string>()
  const index: { Config: string; RepoTags: string[]; Layers: string[] }[] = []
  for (const images of byConfig.values()) {
    const [{ config, layers } = absent()] = images
    const entry = { Config: `${hexOf(config)}.json`, Layers: layers.map(nameOf) }
    await addBlob(archive, entry.Config, config, written)
    for (const layer of layers) await addBlob(archive, nameOf(layer), layer, written)
    index.push({
      ...entry,
      RepoTags: images.map(({ reference }) => familiarReference(parseReference(reference)))
    })
  }
  archive.entry({ name: 'manifest.json', mtime: new Date(0) }, JSON.stringify(index))
  archive.finalize()
}

async function addBlob(archive: Pack, name: string, blob: LocalBlob, written: Set<string>): Promise<void> {
  if (written.has(name)) return
  written.add(name)
  await pipeline(
    createReadStream(blob.path),
    archive.entry({ name, size: blob.sizeBytes, mtime: new Date(0) })
  )
}

const nameOf = (layer: LocalBlob): string => `${hexOf(layer)}/layer.tar`

function hexOf({ digest }: LocalBlob): string {
  return digest.slice('sha256:'.length)
}

function absent(): never {
  throw new Error('a group holds at least one image')
}
