/** What names the engine, and by what it was named. */
export type EngineName = { by: string; host: string } | { by: string; context: string }

/**
 * Which engine is meant, by docker's own rule: an option, else DOCKER_HOST, else DOCKER_CONTEXT, else the context that
 * `docker context use` chose. (`resolveContextName` in cli/command/cli.go of docker/cli) There, too, the context
 * `default` stands for what there is without one.
 *
 * @returns `undefined`: nothing names one
 */
export function nameEngine(
  options: { dockerHost?: string | undefined; context?: string | undefined },
  env: Readonly<Record<string, string | undefined>>,
  current: string | undefined
): EngineName | undefined {
  const byEnv: EngineName | undefined = env.DOCKER_HOST
    ? { by: 'DOCKER_HOST', host: env.DOCKER_HOST }
    : undefined
  if (options.dockerHost !== undefined) return { by: '--docker-host', host: options.dockerHost }
  if (options.context === 'default')
    return byEnv ?? { by: '--context default', host: 'unix:///var/run/docker.sock' }
  if (options.context !== undefined) return { by: `--context ${options.context}`, context: options.context }
  if (byEnv) return byEnv
  if (env.DOCKER_CONTEXT === 'default') return undefined
  if (env.DOCKER_CONTEXT) return { by: `DOCKER_CONTEXT=${env.DOCKER_CONTEXT}`, context: env.DOCKER_CONTEXT }
  return current === undefined ? undefined : { by: `the docker context ${current}`, context: current }
}
