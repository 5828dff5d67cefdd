/** How a registry wants to be asked. */
export type Challenge =
  | { scheme: 'basic' }
  | { scheme: 'bearer'; realm: URL; service: string | undefined; scope: string | undefined }

/** Names and addresses of this machine, as a URL has them once it is parsed. */
const HERE = /^(?:127(?:\.\d+){3}|localhost|.+\.localhost|\[::1\]|\[::ffff:7f[0-9a-f]{2}:[0-9a-f]{1,4}\])$/

export const isHere = (hostname: string): boolean => HERE.test(hostname.toLowerCase())

/**
 * Whether a registry may send a client to an address: over https, never to this machine, unless it is on this
 * machine itself. Then http is as good.
 */
export function mayLeadTo(registry: URL, to: URL): boolean {
  if (to.username || to.password) return false
  if (!isHere(registry.hostname)) return to.protocol === 'https:' && !isHere(to.hostname)
  return to.protocol === 'https:' || (to.protocol === 'http:' && isHere(to.hostname))
}

/**
 * The header `WWW-Authenticate` of a registry that refuses.
 *
 * @throws where it names no way, or one that no login may go
 */
export function challengeOf(header: string, registry: URL): Challenge {
  if (/^basic\b/i.test(header)) return { scheme: 'basic' }
  const asked = new Map(
    [...header.slice(0, 4096).matchAll(/\b(\w{1,32})="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name.toLowerCase(),
      value
    ])
  )
  const given = asked.get('realm')
  if (!/^bearer\b/i.test(header) || !given) throw new Error('it requires a login, and none was given')
  if (!URL.canParse(given)) throw new Error('its token address is not valid')
  const realm = new URL(given)
  if (!mayLeadTo(registry, realm))
    throw new Error(
      isHere(realm.hostname)
        ? 'it names this machine as the source of its tokens'
        : 'it gives its tokens without TLS'
    )
  return { scheme: 'bearer', realm, service: asked.get('service'), scope: asked.get('scope') }
}
