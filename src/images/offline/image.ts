import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Effects } from '../../effects/effects.ts'
import { classify } from '../../errors.ts'
import type { LocalBlob, LocalImage } from '../local-image.ts'
import { goArchitecture, imageConfig, imageManifest, MEDIA } from './image.rules.ts'
import { type Owner, packLayer } from './layer.ts'
import type { DownloadedPackage, PackageSource } from './packages.ts'
import { makeRootfs } from './rootfs.ts'
import type { StandInDefinition } from './stand-ins/definition.ts'

/** An image that has no name yet: whoever asks gives it one. */
export type StandInImage = Omit<LocalImage, 'reference' | 'madeFrom' | 'layers'> & {
  madeFrom: string
  /** An uncompressed tar: unpacking gzip on a slow engine costs more than moving the bytes. */
  layer: LocalBlob
}

const STAND_IN_LABEL = 'io.swarmline.stand-in'
/** To be raised when the same definition makes other files. */
const RECIPE = 1
const SCRATCH = '.new-'
const HOUR_MS = 3_600_000

type Place = { cacheDir: string; suite: string; architecture: string }

/** The image made earlier from this definition; `undefined` when there is none, or it is not whole. */
export async function cachedImage(
  place: Place,
  definition: StandInDefinition
): Promise<StandInImage | undefined> {
  const folder = folderOf(place, definition)
  try {
    const image = JSON.parse(await readFile(join(folder, 'image.json'), 'utf8')) as StandInImage
    const here = movedTo(folder, image)
    const isWhole = (await stat(here.layer.path)).size === here.layer.sizeBytes
    return isWhole ? here : undefined
  } catch {
    return undefined
  }
}

/**
 * Makes a definition's image: downloads, unpacks, packs. It appears in the cache whole or not at all, also when
 * two processes make it at the same time.
 *
 * @throws `packages-refused`, `disk-full`, `missing-tool`
 */
export async function makeImage(
  place: Place,
  definition: StandInDefinition,
  packages: PackageSource,
  fx: Pick<Effects, 'exec' | 'clock'>,
  onProgress: (detail: string) => void
): Promise<StandInImage> {
  const folder = folderOf(place, definition)
  const images = join(place.cacheDir, 'images')
  await mkdir(images, { recursive: true })
  await sweep(images, fx.clock.now())
  const scratch = await mkdtemp(join(images, SCRATCH))
  try {
    const downloaded = await packages.obtain(definition.packages, onProgress)
    const root = join(scratch, 'root')
    await mkdir(root)
    onProgress(`unpacks ${downloaded.length} packages`)
    await makeRootfs({ root, packages: downloaded, definition }, fx)
    onProgress('packs the layer')
    const image = await writeBlobs(scratch, root, place, definition, madeFrom(place, definition, downloaded))
    await writeFile(join(scratch, 'image.json'), JSON.stringify(image))
    await rm(root, { recursive: true })
    // Another process may have been first, and may be pushing its image now: ours gives way.
    const theirs = await cachedImage(place, definition)
    if (theirs) return theirs
    await rm(folder, { recursive: true, force: true })
    await rename(scratch, folder)
    return movedTo(folder, image)
  } catch (error) {
    throw classify(error)
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

/** Removes what a killed process left half made; an hour is longer than any image takes. */
async function sweep(images: string, now: number): Promise<void> {
  for (const name of await readdir(images)) {
    if (!name.startsWith(SCRATCH)) continue
    const age = await stat(join(images, name)).then(
      ({ mtimeMs }) => now - mtimeMs,
      () => 0
    )
    if (age > HOUR_MS) await rm(join(images, name), { recursive: true, force: true })
  }
}

async function writeBlobs(
  folder: string,
  root: string,
  place: Place,
  definition: StandInDefinition,
  origin: string
): Promise<StandInImage> {
  const packed = await packLayer(root, join(folder, 'layer.tar'), ownersOf(definition))
  const layer: LocalBlob = { ...packed, path: join(folder, 'layer.tar'), mediaType: MEDIA.layer }
  const config = await writeBlob(
    join(folder, 'config.json'),
    MEDIA.config,
    imageConfig({
      config: definition.config,
      labels: { [STAND_IN_LABEL]: origin },
      architecture: goArchitecture(place.architecture),
      layerDigest: layer.digest
    })
  )
  const manifest = await writeBlob(
    join(folder, 'manifest.json'),
    MEDIA.manifest,
    imageManifest(config, layer)
  )
  return { madeFrom: origin, digest: manifest.digest, manifest, config, layer }
}

async function writeBlob(path: string, mediaType: string, text: string): Promise<LocalBlob> {
  await writeFile(path, text)
  const digest = `sha256:${createHash('sha256').update(text).digest('hex')}`
  return { digest, sizeBytes: Buffer.byteLength(text), path, mediaType }
}

/** The cache may have been moved since image.json was written, so only the files' names in it count. */
function movedTo(folder: string, image: StandInImage): StandInImage {
  const at = (blob: LocalBlob): LocalBlob => ({ ...blob, path: join(folder, basename(blob.path)) })
  return { ...image, manifest: at(image.manifest), config: at(image.config), layer: at(image.layer) }
}

function ownersOf({ folders = {} }: StandInDefinition): Map<string, Owner> {
  return new Map(
    Object.entries(folders).map(([path, { uid = 0, gid = 0 }]) => [path.replace(/^\//, ''), { uid, gid }])
  )
}

function madeFrom(
  place: Place,
  definition: StandInDefinition,
  packages: readonly DownloadedPackage[]
): string {
  const pattern = new RegExp(`^${definition.principal}$`)
  const principal = packages.find(({ name }) => pattern.test(name))
  const what = principal ? `${principal.name} ${principal.version}` : definition.packages.join(', ')
  return `Debian ${place.suite}: ${what}`
}

function folderOf(place: Place, definition: StandInDefinition): string {
  const content = JSON.stringify([RECIPE, place.suite, place.architecture, definition])
  const key = createHash('sha256').update(content).digest('hex').slice(0, 12)
  return join(place.cacheDir, 'images', `${definition.name}-${place.suite}-${key}`)
}
