import { readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { connectEngine, EngineAnswerError, type EngineClient } from '../docker/client.ts'
import { type DockerTools, runPlugin } from '../docker/command.ts'
import type { Effects } from '../effects/effects.ts'
import { withScratch } from '../effects/scratch.ts'
import { SwarmlineError } from '../errors.ts'
import { bakeFile, builtIds, failedTarget, type PlannedImage } from './bake.rules.ts'
import { explainBuild } from './build-errors.rules.ts'

export type BuildSpec = {
  docker: DockerTools
  /** The engine that builds. */
  socketPath: string
  images: readonly PlannedImage[]
  /** Top-level `secrets:` of the stack file, of which builds may mount some. */
  secrets?: Readonly<Record<string, unknown>>
}

/** An image that stands in the engine's store. `durationMs` is that of the whole build: images are built side by side. */
export type StoredImage = {
  name: string
  id: string
  tags: readonly string[]
  sizeBytes: number
  durationMs: number
}

export type ImageEffects = Pick<Effects, 'exec' | 'clock' | 'log' | 'signal'>

const LINES_SHOWN = 20

/**
 * Builds the images side by side with the engine's own BuildKit, by `buildx bake`: what several of them share is built
 * once, and the slowest bounds the time. Build arguments are no secrets, for they stay in the image; they are in a file that
 * only this user can read.
 *
 * @throws `input` for a context or Dockerfile that is not there; `build-failed`, after the last lines were shown;
 * `missing-tool` without buildx
 */
export async function buildImages(spec: BuildSpec, fx: ImageEffects): Promise<StoredImage[]> {
  for (const image of spec.images) await requireFiles(image)
  const startedAt = fx.clock.now()
  return withScratch('build', async folder => {
    const title = `Build ${spec.images.map(({ name }) => name).join(', ')}`
    await fx.log.step(title, update => bake(spec, folder, fx, update))
    const durationMs = fx.clock.now() - startedAt
    const metadata = await readFile(path.join(folder, 'metadata.json'), 'utf8')
    const client = connectEngine(spec.socketPath)
    try {
      return await Promise.all(
        spec.images.map(async ({ name, tags }) => {
          const { Id, Size } = await inspect(client, builtIds(metadata, name), name, fx.signal)
          return { name, id: Id, tags, sizeBytes: Size, durationMs }
        })
      )
    } finally {
      client.close()
    }
  })
}

async function bake(
  { docker, socketPath, images, secrets }: BuildSpec,
  folder: string,
  fx: ImageEffects,
  update: (detail: string) => void
): Promise<void> {
  // Of its extension bake knows the form. No other file in this folder is one that it reads unasked.
  const file = path.join(folder, 'bake.yml')
  await writeFile(file, bakeFile(images, secrets), { mode: 0o600 })
  const lines: string[] = []
  const onLine = (line: string): void => {
    if (line.trim() === '') return
    lines.push(line)
    if (lines.length > 400) lines.shift()
    fx.log.debug(line)
    update(line.trim().slice(0, 100))
  }
  const args = ['bake', '--builder', 'default', '--file', file, '--progress', 'plain']
  const result = await runPlugin(
    fx.exec,
    docker,
    socketPath,
    'buildx',
    [...args, '--metadata-file', path.join(folder, 'metadata.json')],
    {
      cwd: folder,
      // What may be read is what the user's own files name: there is nobody here to ask.
      env: { BUILDX_NO_DEFAULT_ATTESTATIONS: '1', BUILDX_BAKE_ENTITLEMENTS_FS: '0' },
      signal: fx.signal,
      isChecked: false,
      onLine
    }
  )
  if (result.exitCode === 0) return
  const said = lines.length > 0 ? lines : `${result.stdout}\n${result.stderr}`.split('\n')
  for (const line of said.slice(-LINES_SHOWN)) fx.log.info(line)
  throw explainBuild(failedTarget(said, images) ?? images.map(({ name }) => name).join(', '), said)
}

type Inspected = { Id: string; Size: number }

async function inspect(
  client: EngineClient,
  ids: readonly string[],
  name: string,
  signal: AbortSignal
): Promise<Inspected> {
  for (const id of ids) {
    try {
      return await client.json<Inspected>('GET', `/images/${id}/json`, { signal })
    } catch (error) {
      if (!(error instanceof EngineAnswerError) || error.status !== 404) throw error
    }
  }
  throw new SwarmlineError('build-failed', `building ${name}: the engine does not have the image`, {
    hint: 'build it again; something may have removed it at the same time: docker image prune'
  })
}

/** A context elsewhere (a repository, another image) is the builder's to look for. */
const isElsewhere = (context: string): boolean => !path.isAbsolute(context)

async function requireFiles({ name, build }: PlannedImage): Promise<void> {
  if (isElsewhere(build.context)) return
  const isThere = async (file: string, kind: 'isFile' | 'isDirectory'): Promise<boolean> =>
    stat(file).then(
      found => found[kind](),
      () => false
    )
  if (!(await isThere(build.context, 'isDirectory')))
    throw new SwarmlineError('input', `${name}: there is no folder ${build.context}`, {
      hint: 'correct its build context'
    })
  if (build.dockerfile_inline !== undefined) return
  const dockerfile = path.resolve(build.context, build.dockerfile ?? 'Dockerfile')
  if (!(await isThere(dockerfile, 'isFile')))
    throw new SwarmlineError('input', `${name}: there is no ${dockerfile}`, {
      hint: 'create it, or name the right one as its dockerfile'
    })
}
