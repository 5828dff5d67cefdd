import { join } from 'node:path'
import { childEnvironment } from '../effects/child-environment.rules.ts'
import { SwarmlineError } from '../errors.ts'
import type { DockerTools } from './command.ts'

/**
 * Compose files as `docker compose config` renders them: merged, interpolated, with absolute paths, and every dollar
 * written twice. Needs no engine. No `.env` is read: what the files see is `variables`.
 *
 * @param files absolute
 * @throws `input` with compose's own last line
 */
export async function composeConfig(
  docker: DockerTools,
  files: readonly string[],
  variables: Readonly<Record<string, string>>
): Promise<unknown> {
  // By its default: bundled, a CommonJS module has no other names.
  const { default: compose } = await import('docker-compose')
  const own = { ...docker.env, DOCKER_HOST: 'unix:///dev/null/no-engine', COMPOSE_FILE: undefined }
  try {
    const { out } = await compose.config({
      config: [...files],
      executable: { standalone: true, executablePath: join(docker.pluginsDir, 'docker-compose') },
      composeOptions: [['--env-file', '/dev/null']],
      commandOptions: [['--format', 'json']],
      env: { ...variables, ...childEnvironment(process.env, [], own) }
    })
    return JSON.parse(out)
  } catch (cause) {
    throw new SwarmlineError('input', `${files.join(', ')}: ${lastWords(cause)}`, {
      hint: 'correct it; docker compose config shows what it reads',
      cause
    })
  }
}

/** The package rejects with what compose printed. */
function lastWords(cause: unknown): string {
  const said = String((cause as { err?: unknown } | null)?.err ?? cause)
  const lines = said.split('\n').filter(line => line.trim() !== '' && !line.startsWith('time='))
  return (lines.at(-1) ?? 'docker compose config failed').slice(0, 300)
}
