import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { loginSource, type RegistryLogin } from '../docker/config-file.rules.ts'
import type { Effects } from '../effects/effects.ts'
import { askLoginProgram } from './login-program.ts'
import { HUB, parseReference } from './references.rules.ts'

/** Helpers ask keyrings, and clouds. */
const HELPER_MS = 10_000

type LoginEffects = Pick<Effects, 'exec' | 'log' | 'signal'>

/**
 * The login for a reference's registry, from wherever `config.json` in the docker client's configuration folder says
 * that it is; `undefined` where there is none. It is a secret: it goes to the registry, or to an engine for it.
 *
 * @param helperMs how long a credential helper may take
 * @throws `cancelled`
 */
export async function registryLogin(
  configDir: string | undefined,
  reference: string,
  fx: LoginEffects,
  helperMs = HELPER_MS
): Promise<RegistryLogin | undefined> {
  const source = await sourceOf(configDir, reference)
  switch (source?.kind) {
    case undefined:
      return undefined
    case 'login':
      return source.login
    case 'helper':
      return askLoginProgram(source.name, hostOf(reference), helperMs, fx)
  }
}

/** The same as the engine takes it in `X-Registry-Auth`: JSON in base64url, padded. */
export async function registryAuth(
  configDir: string | undefined,
  reference: string,
  fx: LoginEffects
): Promise<string | undefined> {
  const login = await registryLogin(configDir, reference, fx)
  if (!login) return undefined
  const text = JSON.stringify({ ...inEngineWords(login), serveraddress: hostOf(reference) })
  return Buffer.from(text).toString('base64').replaceAll('+', '-').replaceAll('/', '_')
}

function inEngineWords(login: RegistryLogin): object {
  if ('identityToken' in login) return { identitytoken: login.identityToken }
  return 'registryToken' in login ? { registrytoken: login.registryToken } : login
}

/** Whether there is a login for the registry of any of these. */
export async function hasLoginFor(
  references: readonly string[],
  configDir: string | undefined,
  fx: LoginEffects
): Promise<boolean> {
  const oneOfEach = [...new Map(references.map(each => [hostOf(each), each])).values()]
  for (const reference of oneOfEach) if (await registryLogin(configDir, reference, fx)) return true
  return false
}

/** A folder without a configuration, or with one that docker would not read either, has no login. */
async function sourceOf(
  configDir: string | undefined,
  reference: string
): Promise<ReturnType<typeof loginSource>> {
  if (configDir === undefined) return undefined
  try {
    return loginSource(await readFile(path.join(configDir, 'config.json'), 'utf8'), keysOf(reference))
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
