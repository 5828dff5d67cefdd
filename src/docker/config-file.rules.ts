/** What a registry takes for a login. */
export type Login = { username: string; password: string }

/** What docker's client has for a registry: a login, a token in place of one, or a program that knows either. */
export type LoginSource =
  | { kind: 'login'; login: Login }
  | { kind: 'token'; identityToken: string }
  | { kind: 'helper'; name: string }

type Json = { readonly [key: string]: unknown }

/** It becomes part of a program's name, so it can lead to no other folder and is no option. */
const HELPER = /^[A-Za-z0-9._-]+$/

/**
 * Where a client's config.json says that the login for a registry is. As there, whoever is named first is the only one
 * asked: the helper for this registry, else the store for all, else the file itself. (cli/config/configfile/file.go of
 * docker/cli)
 *
 * @param keys the names under which the registry may stand
 * @throws when the text is no JSON
 */
export function loginSource(config: string, keys: readonly string[]): LoginSource | undefined {
  const { auths, credHelpers, credsStore } = record(JSON.parse(config))
  const [named] = keys.flatMap(key => record(credHelpers)[key] ?? [])
  const name = named ?? credsStore
  if (name) return typeof name === 'string' && HELPER.test(name) ? { kind: 'helper', name } : undefined
  const own = keys
    .map(key => record(record(auths)[key]))
    .find(({ auth, identitytoken }) => auth || identitytoken)
  if (typeof own?.identitytoken === 'string' && own.identitytoken)
    return { kind: 'token', identityToken: own.identitytoken }
  if (typeof own?.auth !== 'string') return undefined
  const [, username, password] =
    /^([^:]*):(.*)$/s.exec(Buffer.from(own.auth, 'base64').toString('utf8')) ?? []
  return username && password ? { kind: 'login', login: { username, password } } : undefined
}

const record = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {}

/**
 * `config.json` of a docker client. It holds the passwords in base64, so its file must be mode 0600.
 *
 * @param logins registry (`host:port`) → login
 */
export function clientConfig(
  logins: Readonly<Record<string, Login>>,
  cliPluginsExtraDirs: readonly string[]
): string {
  const auths = Object.entries(logins).map(([registry, { username, password }]) => [
    registry,
    { auth: Buffer.from(`${username}:${password}`).toString('base64') }
  ])
  return `${JSON.stringify(
    {
      auths: Object.fromEntries(auths),
      ...(cliPluginsExtraDirs.length > 0 ? { cliPluginsExtraDirs } : {})
    },
    null,
    2
  )}\n`
}
