import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { clientConfig, type Login } from '../docker/config-file.rules.ts'

/**
 * `config.json` of a docker client with logins, and with all that the user's own has: other logins, helpers, plugins.
 *
 * @param logins by the registry, as docker's client writes it
 * @param ownDir the user's own folder
 */
export async function loginFile(
  logins: Readonly<Record<string, Login>>,
  ownDir: string | undefined
): Promise<string> {
  if (ownDir === undefined) return clientConfig(logins, [])
  const base = await readFile(path.join(ownDir, 'config.json'), 'utf8').catch(() => undefined)
  return clientConfig(logins, [path.join(ownDir, 'cli-plugins')], base)
}
