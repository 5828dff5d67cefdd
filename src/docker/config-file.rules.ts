/** What a registry takes for a login. */
export type Login = { username: string; password: string }

/** A login, a token that the registry gave for one (OAuth calls it a refresh token), or one that is shown as it is. */
export type RegistryLogin = Login | { identityToken: string } | { registryToken: string }

/** What docker's client has for a registry: what it shows, or a program that knows it. */
export type LoginSource = { kind: 'login'; login: RegistryLogin } | { kind: 'helper'; name: string }

type Json = { readonly [key: string]: unknown }

/** It becomes part of a program's name, so it can lead to no other folder and is no option. */
const HELPER = /^[A-Za-z0-9._-]+$/

/**
 * Where a client's config.json says that the login for a registry is. As there, whoever is named first is the only one
 * asked: the helper for this registry (an empty one means the file), else the store for all, else the file itself, in
 * which old clients wrote addresses instead of names. (cli/config/configfile/file.go and cli/config/credentials of
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
  const all = record(auths)
  const own =
    keys.map(key => record(all[key])).find(isLogin) ??
    record(
      Object.entries(all).find(([key, auth]) => keys.includes(hostnameOf(key)) && isLogin(record(auth)))?.[1]
    )
  const login = loginOf(own)
  return login ? { kind: 'login', login } : undefined
}

const isLogin = (auth: Json): boolean => loginOf(auth) !== undefined

function loginOf({ auth, identitytoken, registrytoken, ...plain }: Json): RegistryLogin | undefined {
  if (typeof identitytoken === 'string' && identitytoken) return { identityToken: identitytoken }
  if (typeof registrytoken === 'string' && registrytoken) return { registryToken: registrytoken }
  const [, username, password] =
    typeof auth === 'string' && auth
      ? (/^([^:]*):(.*)$/s.exec(Buffer.from(auth, 'base64').toString('utf8')) ?? [])
      : [undefined, plain.username, plain.password]
  if (typeof username !== 'string' || typeof password !== 'string') return undefined
  // Docker takes the NUL bytes away that old clients left.
  const login = { username, password: password.replace(/^\0+|\0+$/g, '') }
  return login.username && login.password ? login : undefined
}

/** `https://ghcr.io/v1/` is ghcr.io. */
const hostnameOf = (key: string): string => key.replace(/^https?:\/\//, '').replace(/\/.*$/, '')

const record = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {}

/**
 * `config.json` of a docker client. It holds the passwords in base64, so its file must be mode 0600.
 *
 * @param logins registry (`host:port`) → login
 * @param base a configuration that it has besides: its other logins, helpers and plugins, but not the engine it chose;
 *   its helpers are not asked for the registries of `logins`. What is no JSON counts as none.
 */
export function clientConfig(
  logins: Readonly<Record<string, Login>>,
  cliPluginsExtraDirs: readonly string[],
  base = '{}'
): string {
  const auths = Object.entries(logins).map(([registry, { username, password }]) => [
    registry,
    { auth: Buffer.from(`${username}:${password}`).toString('base64') }
  ])
  const { currentContext: _, ...config } = parsed(base)
  const hasHelpers = config.credsStore || config.credHelpers
  const dirs = [
    ...(Array.isArray(config.cliPluginsExtraDirs) ? config.cliPluginsExtraDirs : []),
    ...cliPluginsExtraDirs
  ]
  return `${JSON.stringify(
    {
      ...config,
      auths: { ...record(config.auths), ...Object.fromEntries(auths) },
      // One without a name stands for the file.
      ...(hasHelpers
        ? {
            credHelpers: {
              ...record(config.credHelpers),
              ...Object.fromEntries(Object.keys(logins).map(registry => [registry, '']))
            }
          }
        : {}),
      ...(dirs.length > 0 ? { cliPluginsExtraDirs: dirs } : {})
    },
    null,
    2
  )}\n`
}

function parsed(config: string): Json {
  try {
    return record(JSON.parse(config))
  } catch {
    // The parser's error quotes what it read.
    return {}
  }
}
