import type { RegistryLogin } from '../docker/config-file.rules.ts'
import { challengeOf, mayLeadTo } from './challenge.rules.ts'
import { isDigest, isDigestOf } from './digest.rules.ts'
import type { RegistryFetch, RegistryResponse } from './registry-fetch.ts'

export type RegistrySession = {
  /**
   * What stands at a path below the repository, once the registry has accepted who asks; also a refusal. `blobs/…`
   * may come from elsewhere, where the login is not shown.
   */
  ask(path: string): Promise<RegistryResponse>
  /** The bytes that a digest names, checked. Small ones: the configuration, a manifest. */
  get(kind: 'manifests' | 'blobs', digest: unknown): Promise<Buffer>
}

const MANIFESTS = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json'
].join(', ')
const MAX_REDIRECTS = 5
/** Of a manifest or a configuration: registries take no longer ones either. */
export const MOST_BYTES = 4 * 1024 * 1024
const MOST_TOKEN_BYTES = 256 * 1024

/**
 * Asks a registry about one repository. The login, or the token that was had for it, is shown to the registry's own
 * origin only, whatever leads elsewhere; and only the registry's own refusal says who gives tokens.
 *
 * @param registry its origin
 */
export function registrySession(
  registry: URL,
  repository: string,
  login: RegistryLogin | undefined,
  fetch: RegistryFetch,
  signal: AbortSignal
): RegistrySession {
  let authorization: string | undefined

  const follow = async (path: string): Promise<{ answer: RegistryResponse; isOwn: boolean }> => {
    let url = new URL(`/v2/${repository}/${path}`, registry)
    for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
      const isOwn = url.origin === registry.origin
      const headers = { accept: MANIFESTS, ...(isOwn && authorization ? { authorization } : {}) }
      const answer = await fetch(url, { headers, signal, redirect: 'manual' })
      if (![301, 302, 303, 307, 308].includes(answer.status)) return { answer, isOwn }
      await answer.body?.cancel()
      const location = answer.headers.get('location') ?? ''
      if (!URL.canParse(location, url.href)) throw new Error('it redirects nowhere')
      url = new URL(location, url)
      if (url.origin !== registry.origin && !mayLeadTo(registry, url))
        throw new Error('it redirects to an address that is not allowed')
    }
    throw new Error('it redirects in a loop')
  }

  const session: RegistrySession = {
    ask: async path => {
      const { answer, isOwn } = await follow(path)
      if (answer.status !== 401 || !isOwn || authorization !== undefined) return answer
      await answer.body?.cancel()
      authorization = await authorize(answer.headers.get('www-authenticate') ?? '')
      return (await follow(path)).answer
    },
    get: async (kind, digest) => {
      if (!isDigest(digest)) throw new Error('no digest that is known here')
      const bytes = await bytesOf(await session.ask(`${kind}/${digest}`), MOST_BYTES)
      if (!isDigestOf(digest, bytes)) throw new Error(`${kind} ${digest}: the content does not match it`)
      return bytes
    }
  }

  /** @throws when there is no way that it would accept */
  const authorize = async (header: string): Promise<string> => {
    if (login && 'registryToken' in login) return bearer(login.registryToken)
    const basic =
      login && 'username' in login
        ? `Basic ${Buffer.from(`${login.username}:${login.password}`).toString('base64')}`
        : undefined
    const challenge = challengeOf(header, registry)
    if (challenge.scheme === 'basic') {
      if (!basic) throw new Error('it requires a login, and none was given')
      return basic
    }
    const { realm, service } = challenge
    const scope = `repository:${repository}:pull`
    if (login && 'identityToken' in login) {
      // In the body: what stands in an address is written to logs.
      const body = refreshRequest(login.identityToken, service, scope)
      return bearer(await tokenFrom(await fetch(realm, { method: 'POST', body, signal, redirect: 'manual' })))
    }
    if (service) realm.searchParams.set('service', service)
    realm.searchParams.set('scope', scope)
    // Who is named here gets the login, and nobody whom he names.
    const headers: Record<string, string> = basic ? { authorization: basic } : {}
    return bearer(await tokenFrom(await fetch(realm, { headers, signal, redirect: 'manual' })))
  }

  return session
}

/** As docker's client and engine ask with a refresh token. (registry/spec/auth/oauth.md of distribution) */
const refreshRequest = (token: string, service: string | undefined, scope: string): URLSearchParams =>
  new URLSearchParams({
    ...{ grant_type: 'refresh_token', refresh_token: token, client_id: 'docker', scope },
    ...(service ? { service } : {})
  })

async function tokenFrom(answer: RegistryResponse): Promise<unknown> {
  const { token, access_token } = jsonOf(await bytesOf(answer, MOST_TOKEN_BYTES))
  return token ?? access_token
}

/** @throws where it can be no token: it becomes a header */
function bearer(token: unknown): string {
  if (typeof token !== 'string' || !/^[\x21-\x7e]+$/.test(token)) throw new Error('it gives no token')
  return `Bearer ${token}`
}

/** A whole answer, of which no more is read than it may have. */
export async function bytesOf(answer: RegistryResponse, mostBytes: number): Promise<Buffer> {
  if (!answer.ok || !answer.body) {
    await answer.body?.cancel()
    throw new Error(`it answers ${answer.status}`)
  }
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of answer.body) {
    size += chunk.length
    if (size > mostBytes) throw new Error('its answer is too long')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

export type Json = { readonly [key: string]: unknown }

export const jsonOf = (bytes: Buffer): Json => record(JSON.parse(bytes.toString('utf8')))

export const record = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {}
