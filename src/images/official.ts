import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Effects } from '../effects/effects.ts'
import { SwarmlineError } from '../errors.ts'
import type { LocalBlob, LocalImage } from './local-image.ts'
import { type RegistryFetch, type RegistryResponse, withRegistryFetch } from './registry-fetch.ts'

const MANIFESTS = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json'
].join(', ')
const REACH_MS = 2000

type Descriptor = {
  mediaType: string
  digest: string
  size: number
  platform?: { os: string; architecture: string }
}
type Manifest = { mediaType?: string; manifests?: Descriptor[]; config?: Descriptor; layers?: Descriptor[] }
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
    fetchWith(authorised(fetch, place.upstream, image.repository, fx.signal), image, place, onProgress)
  )
}

async function fetchWith(
  ask: Ask,
  image: Wanted,
  place: Place,
  onProgress: (detail: string) => void
): Promise<LocalImage> {
  const folder = path.join(place.cacheDir, 'official', 'blobs')
  await mkdir(folder, { recursive: true })
  const manifestOf = async (name: string): Promise<{ text: string; type: string }> => {
    const answer = await ask(`manifests/${name}`, MANIFESTS)
    return { text: await answer.text(), type: answer.headers.get('content-type') ?? '' }
  }
  let found = await manifestOf(image.tag)
  const index = parse(found.text)
  if (index.manifests) {
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
  const { config, layers } = parse(found.text)
  if (!config || !layers)
    throw new SwarmlineError('push-failed', `the manifest of ${image.reference} is not one`)
  const blob = async (d: Descriptor): Promise<LocalBlob> => {
    const file = path.join(folder, d.digest.replace(':', '-'))
    if (!(await isWhole(file, d.size))) await download(await ask(`blobs/${d.digest}`), d, file)
    return { digest: d.digest, sizeBytes: d.size, path: file, mediaType: d.mediaType }
  }
  const blobs: LocalBlob[] = []
  for (const [i, layer] of layers.entries()) {
    onProgress(`layer ${i + 1} of ${layers.length}`)
    blobs.push(await blob(layer))
  }
  const digest = `sha256:${createHash('sha256').update(found.text).digest('hex')}`
  const file = path.join(folder, digest.replace(':', '-'))
  await writeFile(file, found.text)
  return {
    reference: image.reference,
    madeFrom: undefined,
    digest,
    manifest: { digest, sizeBytes: Buffer.byteLength(found.text), path: file, mediaType: found.type },
    config: await blob(config),
    layers: blobs
  }
}

/** @param what below the repository: `manifests/<tag>`, `blobs/<digest>` */
type Ask = (what: string, accept?: string) => Promise<RegistryResponse>

/** Asks with an anonymous token, which is fetched when upstream first wants one. */
function authorised(fetch: RegistryFetch, upstream: string, repository: string, signal: AbortSignal): Ask {
  let token: string | undefined
  return async (what, accept = '*/*') => {
    for (const isSecondTry of [false, true]) {
      const answer = await fetch(`${upstream}/v2/${repository}/${what}`, {
        headers: { accept, ...(token ? { authorization: `Bearer ${token}` } : {}) },
        signal
      })
      if (answer.ok) return answer
      await answer.body?.cancel()
      if (answer.status === 401 && !isSecondTry) {
        token = await tokenFor(fetch, answer.headers.get('www-authenticate') ?? '', signal)
        continue
      }
      const why = answer.status === 404 || answer.status === 401 ? 'has no' : `answered ${answer.status} for`
      throw new SwarmlineError(
        answer.status === 404 ? 'not-found' : 'push-failed',
        `docker.io ${why} ${repository} ${what}`
      )
    }
    throw new SwarmlineError('push-failed', `docker.io refused ${repository}`)
  }
}

async function tokenFor(
  fetch: RegistryFetch,
  challenge: string,
  signal: AbortSignal
): Promise<string | undefined> {
  const field = (name: string): string => new RegExp(`${name}="([^"]*)"`).exec(challenge)?.[1] ?? ''
  const realm = field('realm')
  if (!realm.startsWith('https://')) return undefined
  const query = new URLSearchParams({ service: field('service'), scope: field('scope') })
  const answer = await fetch(`${realm}?${query}`, { signal })
  const body = (await answer.json()) as { token?: string; access_token?: string }
  return body.token ?? body.access_token
}

/** Writes a blob beside its place and moves it there once its digest is right. */
async function download(answer: RegistryResponse, d: Descriptor, file: string): Promise<void> {
  if (!answer.body) throw new SwarmlineError('push-failed', `docker.io sent nothing for ${d.digest}`)
  const draft = `${file}.${process.pid}`
  const hash = createHash('sha256')
  const hashing = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    }
  })
  try {
    await pipeline(Readable.fromWeb(answer.body as never), hashing, createWriteStream(draft))
    if (`sha256:${hash.digest('hex')}` !== d.digest)
      throw new SwarmlineError('push-failed', `what docker.io sent is not ${d.digest}`)
    await rename(draft, file)
  } finally {
    await rm(draft, { force: true })
  }
}

async function isWhole(file: string, size: number): Promise<boolean> {
  return stat(file).then(
    s => s.size === size,
    () => false
  )
}

const parse = (text: string): Manifest => {
  try {
    return JSON.parse(text) as Manifest
  } catch (cause) {
    throw new SwarmlineError('push-failed', 'docker.io answered with something that is not a manifest', {
      cause
    })
  }
}
