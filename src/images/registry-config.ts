import type { RegistryLogin } from '../docker/config-file.rules.ts'
import type { Effects } from '../effects/effects.ts'
import { isHere } from './challenge.rules.ts'
import type { ImageConfig } from './image-config.ts'
import { HUB, parseReference } from './references.rules.ts'
import { type RegistryFetch, withRegistryFetch } from './registry-fetch.ts'
import { type Json, jsonOf, record, registrySession } from './registry-session.ts'

export type RegistryQuestion = {
  /** With a digest: what it names is checked. */
  reference: string
  /** Of the nodes: `amd64`. */
  architecture: string
  login: RegistryLogin | undefined
  /** For all of it. */
  timeoutMs: number
}

/**
 * The configuration of an image from its registry, asked from here: over https, and over http only on this machine.
 *
 * @returns `undefined` for whatever reason it cannot be known: a deploy does not wait for it, or fail by it
 * @throws `cancelled`, as the signal's reason
 */
export async function configInRegistry(
  question: RegistryQuestion,
  fx: Pick<Effects, 'log' | 'signal'>
): Promise<ImageConfig | undefined> {
  const signal = AbortSignal.any([fx.signal, AbortSignal.timeout(question.timeoutMs)])
  try {
    return await withRegistryFetch(fetch => read(question, fetch, signal))
  } catch (error) {
    if (fx.signal.aborted) throw error
    fx.log.debug(`the registry does not return the configuration of ${question.reference}: ${String(error)}`)
    return undefined
  }
}

async function read(
  question: RegistryQuestion,
  fetch: RegistryFetch,
  signal: AbortSignal
): Promise<ImageConfig | undefined> {
  const { domain, repository, digest } = parseReference(question.reference)
  if (digest === undefined) return undefined
  const session = registrySession(originOf(domain), repository, question.login, fetch, signal)
  const top = jsonOf(await session.get('manifests', digest))
  const manifest = Array.isArray(top.manifests)
    ? jsonOf(await session.get('manifests', ofPlatform(top.manifests, question.architecture)?.digest))
    : top
  const { config } = jsonOf(await session.get('blobs', record(manifest.config).digest))
  return record(config)
}

const ofPlatform = (manifests: readonly unknown[], architecture: string): Json | undefined =>
  manifests.map(record).find(({ platform }) => {
    const { os, architecture: own } = record(platform)
    return os === 'linux' && own === architecture
  })

/** Where a registry is asked: over https, and over http only on this machine. */
export function originOf(domain: string): URL {
  if (domain === HUB) return new URL('https://registry-1.docker.io')
  const plain = new URL(`http://${domain}`)
  return isHere(plain.hostname) ? plain : new URL(`https://${domain}`)
}
