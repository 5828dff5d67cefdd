import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { connectEngine } from '../docker/client.ts'
import { type DockerCommand, runDocker } from '../docker/command.ts'
import type { Effects } from '../effects/effects.ts'
import { withScratch } from '../effects/scratch.ts'
import { SwarmlineError } from '../errors.ts'
import { explainBuild } from './build-errors.rules.ts'

export type BuildSpec = {
  docker: DockerCommand
  /** The engine that builds. */
  socketPath: string
  /** For people: `backend`. */
  name: string
  context: string
  dockerfile: string
  /** References, as from `referencesOf`. */
  tags: readonly string[]
  buildArgs: Readonly<Record<string, string>>
  /** They become part of the image: one that changes with every run makes a new image, and a new rollout, of each. */
  labels?: Readonly<Record<string, string>>
}

/** An image that stands in the engine's store. */
export type StoredImage = { id: string; tags: readonly string[]; sizeBytes: number; durationMs: number }

export type ImageEffects = Pick<Effects, 'exec' | 'clock' | 'log' | 'signal'>

const LINES_SHOWN = 20

/**
 * Builds with the given client: with BuildKit where the client has buildx, else with the classic builder. The
 * engine's build cache is used. Build arguments are no secrets, for they stay in the image: they stand in the client's
 * command line, where none of them can change what the client does, as one in its environment could.
 *
 * @throws `input` for a context or Dockerfile that is not there; `build-failed`, after the last lines were shown.
 */
export async function buildImage(spec: BuildSpec, fx: ImageEffects): Promise<StoredImage> {
  await requireFiles(spec)
  const startedAt = fx.clock.now()
  return withScratch('build', async folder => {
    const idFile = path.join(folder, 'id')
    await fx.log.step(`Build ${spec.name}`, update => runBuild(spec, idFile, fx, update))
    const id = (await readFile(idFile, 'utf8')).trim()
    const client = connectEngine(spec.socketPath)
    try {
      const image = await client.json<{ Size: number }>('GET', `/images/${id}/json`, { signal: fx.signal })
      return { id, tags: spec.tags, sizeBytes: image.Size, durationMs: fx.clock.now() - startedAt }
    } finally {
      client.close()
    }
  })
}

async function runBuild(
  spec: BuildSpec,
  idFile: string,
  fx: ImageEffects,
  update: (detail: string) => void
): Promise<void> {
  const lines: string[] = []
  const onLine = (line: string): void => {
    if (line.trim() === '') return
    lines.push(line)
    if (lines.length > 400) lines.shift()
    fx.log.debug(line)
    update(line.trim().slice(0, 100))
  }
  const result = await runDocker(fx.exec, spec.docker, spec.socketPath, buildCommand(spec, idFile), {
    env: { BUILDKIT_PROGRESS: 'plain', BUILDX_NO_DEFAULT_ATTESTATIONS: '1' },
    signal: fx.signal,
    isChecked: false,
    onLine
  })
  if (result.exitCode === 0) return
  const said = lines.length > 0 ? lines : `${result.stdout}\n${result.stderr}`.split('\n')
  for (const line of said.slice(-LINES_SHOWN)) fx.log.info(line)
  throw explainBuild(spec.name, said)
}

/** The client's argument list. */
export function buildCommand(spec: Omit<BuildSpec, 'docker' | 'socketPath'>, idFile: string): string[] {
  return [
    'build',
    ...['--file', spec.dockerfile],
    ...['--iidfile', idFile],
    ...spec.tags.flatMap(tag => ['--tag', tag]),
    ...Object.entries(spec.buildArgs).flatMap(([name, value]) => ['--build-arg', `${name}=${value}`]),
    ...Object.entries(spec.labels ?? {}).flatMap(([name, value]) => ['--label', `${name}=${value}`]),
    spec.context
  ]
}

async function requireFiles({ name, context, dockerfile }: BuildSpec): Promise<void> {
  const isThere = async (file: string, kind: 'isFile' | 'isDirectory'): Promise<boolean> =>
    stat(file).then(
      found => found[kind](),
      () => false
    )
  if (!(await isThere(context, 'isDirectory')))
    throw new SwarmlineError('input', `${name}: there is no folder ${context}`, {
      hint: 'correct its build context'
    })
  if (!(await isThere(dockerfile, 'isFile')))
    throw new SwarmlineError('input', `${name}: there is no ${dockerfile}`, {
      hint: 'create it, or name the right one as its dockerfile'
    })
}
