import type { DockerTools } from '../docker/command.ts'
import type { Effects } from '../effects/effects.ts'
import { dockerTools } from '../images/images.ts'
import type { Home } from './requests.ts'

/** Whose packages the docker client is taken from when the machine has none that will do. */
const SUITE = 'trixie'

/**
 * The docker client that the use cases run: the machine's, or Debian's unpacked in the cache.
 * @param configDir the folder with the login; `undefined`: the user's own
 */
export async function dockerCommand(
  configDir: string | undefined,
  home: Home,
  fx: Pick<Effects, 'exec' | 'clock' | 'log'>
): Promise<DockerTools> {
  const { docker, env, pluginsDir } = await dockerTools({ cacheDir: home.cacheDir, suite: SUITE }, fx)
  return { file: docker, configDir, env, pluginsDir }
}
