import { isAbsolute, join, resolve } from 'node:path'
import { userDockerConfigDir } from '../usecases/cert-dir.rules.ts'
import type { Home } from '../usecases/requests.ts'
import type { Environment } from './door.ts'

/**
 * The product's two folders, and docker's. Ours are named by SWARMLINE_CACHE and SWARMLINE_STATE (relative ones count from
 * `cwd`), else they lie where the XDG base directory specification puts them; it says that a relative XDG path
 * is invalid and must be ignored.
 */
export function homeOf(env: Environment, cwd: string, userHome: string): Home {
  const folder = (own: string | undefined, xdg: string | undefined, fallback: string) =>
    own ? resolve(cwd, own) : join(xdg && isAbsolute(xdg) ? xdg : join(userHome, fallback), 'swarmline')
  return {
    cacheDir: folder(env.SWARMLINE_CACHE, env.XDG_CACHE_HOME, '.cache'),
    stateDir: folder(env.SWARMLINE_STATE, env.XDG_STATE_HOME, '.local/state'),
    dockerConfigDir: resolve(cwd, userDockerConfigDir(env, userHome)),
    machineStoreDir: env.MACHINE_STORAGE_PATH ? resolve(cwd, env.MACHINE_STORAGE_PATH) : undefined
  }
}
