import { SwarmlineError } from '../errors.ts'
import { isDigest } from './digest.rules.ts'

/** A part of an image, as a manifest names it. Its digest has the form of one, and its size is a size. */
export type Descriptor = {
  mediaType: string
  digest: string
  /** Bytes. */
  size: number
  platform: { os: string; architecture: string } | undefined
}
export type Manifest = { manifests: Descriptor[] } | { config: Descriptor; layers: Descriptor[] }

export const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json'
/** An engine takes no more than 127 layers. */
const MOST_PARTS = 500
const MOST_BYTES = 16 * 1024 ** 3

/**
 * An index or an image, as far as it is needed to fetch one: whoever sent it may have written anything.
 *
 * @throws `push-failed`
 */
export function parseManifest(bytes: Buffer): Manifest {
  let parsed: unknown
  try {
    parsed = JSON.parse(bytes.toString('utf8'))
  } catch (cause) {
    throw new SwarmlineError('push-failed', 'docker.io answered with something that is not a manifest', {
      cause
    })
  }
  const { manifests, config, layers } = mapping(parsed)
  if (manifests !== undefined) return { manifests: listOf(manifests) }
  return { config: descriptor(config), layers: listOf(layers) }
}

function listOf(value: unknown): Descriptor[] {
  if (!Array.isArray(value) || value.length > MOST_PARTS) throw wrong('the list of its parts')
  return value.map(descriptor)
}

function descriptor(value: unknown): Descriptor {
  const { mediaType, digest, size, platform } = mapping(value)
  if (!isDigest(digest)) throw wrong('a digest')
  if (typeof size !== 'number' || !Number.isInteger(size) || size < 0 || size > MOST_BYTES)
    throw wrong('a size')
  const { os, architecture } = mapping(platform)
  return {
    mediaType: typeof mediaType === 'string' ? mediaType : '',
    digest,
    size,
    platform: typeof os === 'string' && typeof architecture === 'string' ? { os, architecture } : undefined
  }
}

const mapping = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {}

const wrong = (what: string): SwarmlineError =>
  new SwarmlineError('push-failed', `docker.io sent a manifest in which ${what} is none`)
