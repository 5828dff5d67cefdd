import type { fetch as undiciFetch } from 'undici'

export type RegistryFetch = typeof undiciFetch
export type RegistryResponse = Awaited<ReturnType<RegistryFetch>>

/**
 * Lends a `fetch` that takes the way that HTTPS_PROXY, HTTP_PROXY and NO_PROXY say, for every host anew, redirects
 * as well. This machine is never asked through a proxy. Loaded when it is used: few deploys ask a registry.
 */
export async function withRegistryFetch<T>(work: (fetch: RegistryFetch) => Promise<T>): Promise<T> {
  // By its default: bundled, a CommonJS module has no other names.
  const [{ default: undici }, { getProxyUrl }] = await Promise.all([
    import('undici'),
    import('@actions/http-client/lib/proxy')
  ])
  const { Agent, fetch, Pool, ProxyAgent } = undici
  const agent = new Agent({
    factory: (origin, options) => {
      const proxy = getProxyUrl(new URL(origin))
      if (!proxy) return new Pool(origin, options)
      // `proxy:3128` is a URL as well, of the scheme `proxy`.
      return new ProxyAgent({ ...options, uri: proxy.hostname ? proxy.href : `http://${proxy.href}` })
    }
  })
  try {
    return await work((input, init) => fetch(input, { ...init, dispatcher: agent }))
  } finally {
    await agent.destroy()
  }
}
