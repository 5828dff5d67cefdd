import type { Exec, ExecOptions, ExecResult } from '../effects/effects.ts'

/** A docker client to run: the program, and the folder of its configuration (logins, where its plugins are). */
export type DockerCommand = {
  /** A path, or a name to be found on the PATH. */
  file: string
  /** DOCKER_CONFIG; `undefined`: the user's own. */
  configDir: string | undefined
  /** For every run of it. */
  env: Readonly<Record<string, string>>
}

/** What a docker client needs of the caller's environment; anything else stays out of its sight. */
const INHERITED = [
  'PATH',
  'HOME',
  'TMPDIR',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'XDG_RUNTIME_DIR',
  'DOCKER_CONFIG'
]

/**
 * Runs `docker -H unix://<socketPath> <args>`. The environment is the few names that the client needs and
 * `options.env`, so that neither DOCKER_HOST nor a stray variable of the caller's decides what happens.
 * Errors: those of `Exec`.
 */
export function runDocker(
  exec: Exec,
  docker: DockerCommand,
  socketPath: string,
  args: readonly string[],
  options: Omit<ExecOptions, 'inherit'> = {}
): Promise<ExecResult> {
  const env = { ...options.env, ...clientEnvironment(docker) }
  return exec(docker.file, ['-H', `unix://${socketPath}`, ...args], { ...options, env, inherit: INHERITED })
}

/** What the client's own environment must hold. */
export function clientEnvironment(docker: DockerCommand): Record<string, string> {
  return { ...docker.env, ...(docker.configDir === undefined ? {} : { DOCKER_CONFIG: docker.configDir }) }
}
