export type RegistryAuths = Readonly<Record<string, { username: string; password: string }>>

/**
 * A docker client's config.json. It holds the passwords in base64, so its file must be mode 0600.
 *
 * @param of.auths registry (`host:port`) → login
 */
export function dockerConfig(of: { pluginsDir: string; auths: RegistryAuths }): string {
  const auths = Object.entries(of.auths).map(([registry, { username, password }]) => [
    registry,
    { auth: Buffer.from(`${username}:${password}`).toString('base64') }
  ])
  return `${JSON.stringify({ auths: Object.fromEntries(auths), cliPluginsExtraDirs: [of.pluginsDir] }, null, 2)}\n`
}
