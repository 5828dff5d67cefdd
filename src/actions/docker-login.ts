import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { SwarmlineError } from '../errors.ts'
import type { Door } from './door.ts'
import type { LoginValues } from './target.rules.ts'

/** Docker Hub's login stands under this key, whatever its host is called in image references. */
const HUB_KEY = 'https://index.docker.io/v1/'
const STATE = 'docker-config'

/**
 * Writes the login to a docker client configuration of its own (folder 0700, file 0600): the password is never in
 * an argument, in the environment or beside the user's own logins. `forgetLogin` removes it in the post step.
 *
 * @returns the folder, or `undefined` without credentials
 */
export async function writeLogin(
  { registry, username, password }: LoginValues,
  door: Pick<Door, 'tempDir' | 'saveState'>
): Promise<string | undefined> {
  if (!username || !password) return undefined
  const dir = await mkdtemp(path.join(door.tempDir, 'login-'))
  door.saveState(STATE, dir)
  const key = !registry || registry === 'docker.io' ? HUB_KEY : registry
  const auth = Buffer.from(`${username}:${password}`).toString('base64')
  await writeFile(path.join(dir, 'config.json'), JSON.stringify({ auths: { [key]: { auth } } }), {
    mode: 0o600
  })
  return dir
}

export async function forgetLogin(door: Pick<Door, 'tempDir' | 'savedState'>): Promise<void> {
  const dir = door.savedState(STATE)
  if (!dir) return
  if (path.dirname(dir) !== door.tempDir)
    throw new SwarmlineError('internal', `the login's folder ${dir} is not where it was put`)
  await rm(dir, { recursive: true, force: true })
}
