import { join } from 'node:path'
import { SEEN_BY_LOGIN_PROGRAMS } from '../effects/child-environment.rules.ts'
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

/** The same, with the folder of its plugins `docker-buildx` and `docker-compose`, which run on their own, too. */
export type DockerTools = DockerCommand & { pluginsDir: string }

/**
 * What a docker client sees of the caller's environment beside what every program sees: what the credential helpers that
 * it runs need, and never DOCKER_HOST or DOCKER_CONTEXT.
 */
const INHERITED = SEEN_BY_LOGIN_PROGRAMS

/**
 * Runs `docker -H unix://<socketPath> <args>`. Neither DOCKER_HOST nor a stray variable of the caller's decides what
 * happens. Errors: those of `Exec`.
 */
export function runDocker(
  exec: Exec,
  docker: DockerCommand,
  socketPath: string,
  args: readonly string[],
  options: Omit<ExecOptions, 'inherit'> = {}
): Promise<ExecResult> {
  return runClient(exec, docker, ['-H', `unix://${socketPath}`, ...args], options)
}

/** Runs a plugin with the engine at `socketPath`, wherever the client would look for plugins. Errors: those of `Exec`. */
export function runPlugin(
  exec: Exec,
  docker: DockerTools,
  socketPath: string,
  plugin: 'buildx' | 'compose',
  args: readonly string[],
  options: Omit<ExecOptions, 'inherit'> = {}
): Promise<ExecResult> {
  const env = { ...options.env, DOCKER_HOST: `unix://${socketPath}` }
  return runClient(exec, { ...docker, file: join(docker.pluginsDir, `docker-${plugin}`) }, args, {
    ...options,
    env
  })
}

/** As `runDocker` for what needs no engine: its socket is one that nobody listens at. */
export function runWithoutEngine(
  exec: Exec,
  docker: DockerCommand,
  args: readonly string[],
  options: Omit<ExecOptions, 'inherit' | 'env'> = {}
): Promise<ExecResult> {
  return runClient(exec, docker, args, { ...options, env: { DOCKER_HOST: 'unix:///dev/null/no-engine' } })
}

function runClient(
  exec: Exec,
  docker: DockerCommand,
  args: readonly string[],
  options: Omit<ExecOptions, 'inherit'>
): Promise<ExecResult> {
  const config = docker.configDir === undefined ? {} : { DOCKER_CONFIG: docker.configDir }
  return exec(docker.file, args, {
    ...options,
    env: { ...options.env, ...docker.env, ...config },
    inherit: INHERITED
  })
}
