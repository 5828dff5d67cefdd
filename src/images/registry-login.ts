import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { HUB, parseReference } from './references.rules.ts'

/**
 * The login for a reference's registry as the engine takes it in `X-Registry-Auth`: JSON in base64url, padded. It is read
 * from `config.json` in the docker client's configuration folder; `undefined` where that holds none (or keeps it
 * in a credential helper). It is a secret: it goes into a header on a unix socket and nowhere else.
 */
export async function registryLogin(
  configDir: string | undefined,
  reference: string
): Promise<string | undefined> {
  if (configDir === undefined) return undefined
  try {
    const config: unknown = JSON.parse(await readFile(path.join(configDir, 'config.json'), 'utf8'))
    const auths = (config as { auths?: Record<string, { auth?: string }> }).auths ?? {}
    const encoded = keysOf(reference).flatMap(key => auths[key]?.auth ?? [])[0]
    if (!encoded) return undefined
    const text = Buffer.from(encoded, 'base64').toString('utf8')
    const colon = text.indexOf(':')
    const login = {
      username: text.slice(0, colon),
      password: text.slice(colon + 1),
      serveraddress: hostOf(reference)
    }
    return Buffer.from(JSON.stringify(login)).toString('base64').replaceAll('+', '-').replaceAll('/', '_')
  } catch {
    return undefined
  }
}

/** The name under which clients have always kept the login of Docker Hub. */
const HUB_KEY = 'https://index.docker.io/v1/'

const hostOf = (reference: string): string => {
  const { domain } = parseReference(reference)
  return domain === HUB ? HUB_KEY : domain
}

function keysOf(reference: string): string[] {
  const host = hostOf(reference)
  return host === HUB_KEY ? [HUB_KEY, HUB, `index.${HUB}`] : [host, `https://${host}`, `http://${host}`]
}
