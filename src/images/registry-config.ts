import { createHash } from 'node:crypto'
import type { Login } from '../docker/config-file.rules.ts'
import type { Effects } from '../effects/effects.ts'
import type { ImageConfig } from './image-config.ts'
import { HUB, parseReference } from './references.rules.ts'
import { type RegistryFetch, type RegistryResponse, withRegistryFetch } from './registry-fetch.ts'

export type RegistryQuestion = {
  /** With a digest: what it names is checked. */
  reference: string
  /** Of the nodes: `amd64`. */
  architecture: string
  login: Login | undefined
  /** For all of it. */
  timeoutMs: number
}

const ACCEPT = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json'
].join(', ')
const DIGEST = /^sha256:[0-9a-f]{64}$/
const MOST_BYTES = 4 * 1024 * 1024

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
    fx.log.debug(`the registry does not tell the configuration of ${question.reference}: ${String(error)}`)
    return undefined
  }
}

type Json = { readonly [key: string]: unknown }

async function read(
  question: RegistryQuestion,
  fetch: RegistryFetch,
  signal: AbortSignal
): Promise<ImageConfig | undefined> {
  const { domain, repository, digest } = parseReference(question.reference)
  if (digest === undefined) return undefined
  const base = `${baseOf(domain)}/v2/${repository}`
  let authorization: string | undefined
  const ask = async (path: string): Promise<RegistryResponse> => {
    const headers = { accept: ACCEPT, ...(authorization ? { authorization } : {}) }
    return fetch(`${base}/${path}`, { headers, signal })
  }
  const get = async (kind: 'manifests' | 'blobs', wanted: unknown): Promise<Json> => {
    if (typeof wanted !== 'string' || !DIGEST.test(wanted)) throw new Error('no digest that is known here')
    let answer = await ask(`${kind}/${wanted}`)
    if (answer.status === 401 && authorization === undefined) {
      await answer.body?.cancel()
      authorization = await authorize(
        answer.headers.get('www-authenticate') ?? '',
        repository,
        question.login,
        fetch,
        signal
      )
      answer = await ask(`${kind}/${wanted}`)
    }
    const bytes = await bytesOf(answer)
    if (`sha256:${createHash('sha256').update(bytes).digest('hex')}` !== wanted)
      throw new Error(`${kind} ${wanted}: other bytes than those that it names`)
    return jsonOf(bytes.toString('utf8'))
  }
  const top = await get('manifests', digest)
  const manifest = Array.isArray(top.manifests)
    ? await get('manifests', ofPlatform(top.manifests, question.architecture)?.digest)
    : top
  const { config } = await get('blobs', record(manifest.config).digest)
  return record(config)
}

const ofPlatform = (manifests: readonly unknown[], architecture: string): Json | undefined =>
  manifests.map(record).find(({ platform }) => {
    const { os, architecture: own } = record(platform)
    return os === 'linux' && own === architecture
  })

function baseOf(domain: string): string {
  if (domain === HUB) return 'https://registry-1.docker.io'
  return isHere(domain) ? `http://${domain}` : `https://${domain}`
}

const isHere = (host: string): boolean => /^(?:127(?:\.\d+){3}|localhost|\[::1\])(?::\d+)?$/.test(host)

/**
 * What a registry that refuses asks for: the login itself, or a token that whoever it names gives for the login.
 *
 * @throws when there is no way that it would accept
 */
async function authorize(
  challenge: string,
  repository: string,
  login: RegistryQuestion['login'],
  fetch: RegistryFetch,
  signal: AbortSignal
): Promise<string> {
  const basic = login && `Basic ${Buffer.from(`${login.username}:${login.password}`).toString('base64')}`
  if (/^basic\b/i.test(challenge) && basic) return basic
  const asked = Object.fromEntries(
    [...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value])
  )
  if (!/^bearer\b/i.test(challenge) || !asked.realm) throw new Error('it wants a login that is not there')
  const realm = new URL(asked.realm)
  if (realm.protocol !== 'https:' && !isHere(realm.host)) throw new Error('it gives its tokens without TLS')
  if (asked.service) realm.searchParams.set('service', asked.service)
  realm.searchParams.set('scope', `repository:${repository}:pull`)
  const answer = await fetch(realm, { headers: basic ? { authorization: basic } : {}, signal })
  const { token, access_token } = jsonOf((await bytesOf(answer)).toString('utf8'))
  const given = token ?? access_token
  if (typeof given !== 'string' || !/^[\x21-\x7e]+$/.test(given)) throw new Error('it gives no token')
  return `Bearer ${given}`
}

async function bytesOf(answer: RegistryResponse): Promise<Buffer> {
  if (!answer.ok || !answer.body) {
    await answer.body?.cancel()
    throw new Error(`it answers ${answer.status}`)
  }
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of answer.body) {
    size += chunk.length
    if (size > MOST_BYTES) throw new Error('its answer is too long')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const jsonOf = (text: string): Json => record(JSON.parse(text))

const record = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {}
