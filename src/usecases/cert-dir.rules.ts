import path from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

/** The folder of docker's own client. (cli/config/config.go of docker/cli) */
export const userDockerConfigDir = (env: Environment, userHome: string): string =>
  env.DOCKER_CONFIG || path.join(env.HOME || userHome, '.docker')

/**
 * The folder in which docker's own client looks for ca.pem, cert.pem and key.pem: DOCKER_CERT_PATH; without it, and
 * with DOCKER_TLS_VERIFY, the folder of its configuration. As there, DOCKER_TLS_VERIFY is set by any text at all, `0`
 * too. (cli/flags/options.go of docker/cli)
 *
 * @param userHome for an environment without HOME
 * @returns `undefined` where the environment names none
 */
export function certDirOf(env: Environment, userHome: string): string | undefined {
  if (env.DOCKER_CERT_PATH) return env.DOCKER_CERT_PATH
  if (!env.DOCKER_TLS_VERIFY) return undefined
  return userDockerConfigDir(env, userHome)
}
