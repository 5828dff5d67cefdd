import { isHub } from '../inputs/registry-logins.ts'
import type { LoginValues } from '../inputs/target.ts'
import { loginFile } from '../usecases/login-file.ts'
import type { Door } from './door.ts'
import { removePrivate, writePrivately } from './private-folder.ts'

/** Docker Hub's login stands under this key, whatever its host is called in image references. */
const HUB_KEY = 'https://index.docker.io/v1/'
const STATE = 'docker-config'

/**
 * Writes the logins to a docker client configuration of its own (folder 0700, file 0600): the password is never in
 * an argument, in the environment or beside the user's own logins. Those of earlier steps, such as
 * docker/login-action's, count in it for every other registry. `forgetLogin` removes it in the post step.
 *
 * @returns the folder, or `undefined` without credentials
 */
export async function writeLogin(
  { registry, username, password, registryLogins = [] }: LoginValues,
  door: Pick<Door, 'tempDir' | 'saveState'> & { home: Pick<Door['home'], 'dockerConfigDir'> }
): Promise<string | undefined> {
  const all = [...registryLogins, ...(username && password ? [{ registry, username, password }] : [])]
  if (all.length === 0) return undefined
  const logins = Object.fromEntries(
    all.map(login => [
      login.registry === undefined || isHub(login.registry) ? HUB_KEY : login.registry,
      { username: login.username, password: login.password }
    ])
  )
  const config = await loginFile(logins, door.home.dockerConfigDir)
  return writePrivately(STATE, { 'config.json': config }, door)
}

export function forgetLogin(door: Pick<Door, 'tempDir' | 'savedState'>): Promise<void> {
  return removePrivate(STATE, door)
}
