import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { lstat, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Effects } from '../effects/effects.ts'
import { SwarmlineError } from '../errors.ts'
import { digesting, isDigest, isDigestOf } from './digest.rules.ts'
import type { LocalBlob, LocalImage } from './local-image.ts'
import { type Descriptor, OCI_MANIFEST, parseManifest } from './manifest.rules.ts'
import { type RegistryResponse, withRegistryFetch } from './registry-fetch.ts'
import { bytesOf, MOST_BYTES, type RegistrySession, registrySession } from './registry-session.ts'

const REACH_MS = 2000

type Wanted = { reference: string; repository: string; tag: string }
type Place = { cacheDir: string; upstream: string; architecture: string }

/** Whether docker.io (or what stands in its place) answers within 2 s. A closed network is a `false`, not an error. */
export async function isUpstreamReachable(upstream: string, signal: AbortSignal): Promise<boolean> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(REACH_MS)])
  try {
    return await withRegistryFetch(async fetch => {
      const answer = await fetch(`${upstream}/v2/`, { signal: limit, redirect: 'manual' })
      await answer.body?.cancel()
      return answer.status === 200 || answer.status === 401
    })
  } catch {
    return false
  }
}

/**
 * Downloads an official image of docker.io, blob by blob, each checked against its digest and kept in the cache:
 * what was there once needs no network again. Asked as `withRegistryFetch` asks: through a proxy, where one is set.
 *
 * @param image repository and tag or digest, as docker.io names them: `library/redis`, `alpine`
 * @throws `not-found` when upstream has no such image for the architecture; `push-failed` for any other refusal
 */
export function fetchOfficial(
  image: Wanted,
  place: Place,
  fx: Pick<Effects, 'signal'>,
  onProgress: (detail: string) => void = () => undefined
): Promise<LocalImage> {
  return withRegistryFetch(fetch =>
    fetchWith(
      registrySession(new URL(place.upstream), image.repository, undefined, fetch, fx.signal),
      image,
      place,
      onProgress
    )
  )
}

async function fetchWith(
  session: RegistrySession,
  image: Wanted,
  place: Place,
  onProgress: (detail: string) => void
): Promise<LocalImage> {
  const folder = path.join(place.cacheDir, 'official', 'blobs')
  await mkdir(folder, { recursive: true })
  const manifestOf = async (name: string): Promise<{ bytes: Buffer; type: string }> => {
    const answer = await asked(session, image.repository, `manifests/${name}`)
    const type = answer.headers.get('content-type') ?? ''
    const bytes = await bytesOf(answer, MOST_BYTES).catch(error => {
      throw refused(error)
    })
    if (name !== image.tag || isDigest(name)) requireDigest(name, bytes)
    return { bytes, type: /^[\w.+/-]{1,100}$/.test(type) ? type : OCI_MANIFEST }
  }
  let found = await manifestOf(image.tag)
  const index = parseManifest(found.bytes)
  if ('manifests' in index) {
    const fit = index.manifests.find(
      m => m.platform?.os === 'linux' && m.platform.architecture === place.architecture
    )
    if (!fit)
      throw new SwarmlineError(
        'not-found',
        `${image.reference} does not exist for linux/${place.architecture}`
      )
    found = await manifestOf(fit.digest)
  }
  const manifest = parseManifest(found.bytes)
  if ('manifests' in manifest)
    throw new SwarmlineError('push-failed', `the manifest of ${image.reference} is not one`)
  const blob = async (d: Descriptor): Promise<LocalBlob> => {
    const file = path.join(folder, d.digest.replace(':', '-'))
    if (!(await isWhole(file, d)))
      await download(await asked(session, image.repository, `blobs/${d.digest}`), d, file)
    return { digest: d.digest, sizeBytes: d.size, path: file, mediaType: d.mediaType }
  }
  const blobs: LocalBlob[] = []
  for (const [i, layer] of manifest.layers.entries()) {
    onProgress(`layer ${i + 1} of ${manifest.layers.length}`)
    blobs.push(await blob(layer))
  }
  const digest = `sha256:${createHash('sha256').update(found.bytes).digest('hex')}`
  const file = path.join(folder, digest.replace(':', '-'))
  await writeFile(file, found.bytes)
  return {
    reference: image.reference,
    madeFrom: undefined,
    digest,
    manifest: { digest, sizeBytes: found.bytes.length, path: file, mediaType: found.type },
    config: await blob(manifest.config),
    layers: blobs
  }
}

/** @throws `not-found`, or `push-failed` for any other answer than what was asked for */
async function asked(session: RegistrySession, repository: string, what: string): Promise<RegistryResponse> {
  const answer = await session.ask(what).catch(error => {
    if (['AbortError', 'TimeoutError'].includes(error.name)) throw error
    throw refused(error)
  })
  if (answer.ok) return answer
  await answer.body?.cancel()
  const why = answer.status === 404 || answer.status === 401 ? 'has no' : `answered ${answer.status} for`
  throw new SwarmlineError(
    answer.status === 404 ? 'not-found' : 'push-failed',
    `docker.io ${why} ${repository} ${what}`
  )
}

const refused = (cause: Error): SwarmlineError =>
  new SwarmlineError('push-failed', `docker.io cannot be asked: ${cause.message}`, { cause })

function requireDigest(digest: string, bytes: Buffer): void {
  if (!isDigestOf(digest, bytes))
    throw new SwarmlineError('push-failed', `what docker.io sent is not ${digest}`)
}

/** Writes a blob beside its place and moves it there once its size and digest are right. */
async function download(answer: RegistryResponse, d: Descriptor, file: string): Promise<void> {
  if (!answer.body) throw new SwarmlineError('push-failed', `docker.io sent nothing for ${d.digest}`)
  const draft = `${file}.${process.pid}`
  const hash = digesting(d.digest)
  const wrong = () => new SwarmlineError('push-failed', `what docker.io sent is not ${d.digest}`)
  let size = 0
  const checking = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      if (size > d.size) return done(wrong())
      hash.update(chunk)
      done(null, chunk)
    }
  })
  try {
    await pipeline(Readable.fromWeb(answer.body as never), checking, createWriteStream(draft))
    if (size !== d.size || !hash.isRight()) throw wrong()
    await rename(draft, file)
  } finally {
    await rm(draft, { force: true })
  }
}

/** What was kept is checked again: a cache may have been written by somebody else. */
async function isWhole(file: string, { size, digest }: Descriptor): Promise<boolean> {
  const found = await lstat(file).catch(() => undefined)
  if (!found?.isFile() || found.size !== size) return false
  const hash = digesting(digest)
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return hash.isRight()
}
