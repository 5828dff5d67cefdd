import { stat } from 'node:fs/promises'
import { LIMIT_BYTES } from './contents/content.ts'
import type { Findings } from './findings.rules.ts'
import { envFilePaths } from './forms/env-files.rules.ts'
import { fileSources } from './model.rules.ts'
import type { Origins } from './origins.rules.ts'
import { type Model, mapping, own } from './plain.rules.ts'
import type { ShowPath } from './shown-path.rules.ts'
import type { PlannedFile } from './stack-plan.ts'

/** All that the model has read besides: env files of services, files of secrets and configs that nobody gave. */
export const namedFiles = (model: Model, given: GivenNames): string[] => [
  ...Object.values(mapping(own(model, 'services'))).flatMap(service => envFilePaths(mapping(service))),
  ...(['secrets', 'configs'] as const).flatMap(section =>
    fileSources(model, section).flatMap(({ name, path }) => (given[section].includes(name) ? [] : [path]))
  )
]

/** Of the files that the `env_file` of services name, those that are there. */
export async function existingFiles(model: Model): Promise<ReadonlySet<string>> {
  const named = Object.values(mapping(own(model, 'services'))).flatMap(service =>
    envFilePaths(mapping(service))
  )
  const there = await Promise.all(named.map(async file => ((await isFile(file)) ? [file] : [])))
  return new Set(there.flat())
}

/** Secrets and configs whose content comes from elsewhere, by name: their files need not be there. */
export type GivenNames = { secrets: readonly string[]; configs: readonly string[] }

/** The files of secrets and configs; one that is not there is an error finding. */
export async function plannedFiles(
  model: Model,
  origins: Origins,
  found: Findings,
  given: GivenNames,
  shown: ShowPath
): Promise<PlannedFile[]> {
  const planned = (['secret', 'config'] as const).flatMap(kind =>
    fileSources(model, `${kind}s`)
      .filter(({ name }) => !given[`${kind}s`].includes(name))
      .map(({ name, path }) => ({ kind, name, path }))
  )
  for (const { kind, name, path } of planned) {
    const bytes = await sizeOf(path)
    const wrong =
      bytes === 0
        ? ['its content is empty, which a swarm refuses', 'give it at least one byte']
        : bytes !== undefined && bytes >= LIMIT_BYTES[kind]
          ? [
              `${bytes} bytes are too many: a swarm takes less than ${LIMIT_BYTES[kind]}`,
              'put large files into the image or a volume'
            ]
          : undefined
    if (wrong)
      found.add(
        'error',
        `bad-${kind}`,
        origins.of(mapping(own(model, `${kind}s`)), name),
        `${kind} ${name}: ${wrong[0]}`,
        {
          hint: wrong[1]
        }
      )
    if (bytes !== undefined) continue
    found.add(
      'error',
      `missing-${kind}`,
      origins.of(mapping(own(model, `${kind}s`)), name),
      `${kind} ${name}: there is no ${shown(path)}`,
      {
        hint:
          kind === 'secret'
            ? `create it: (umask 077; openssl rand -hex 24 > ${shown(path)})`
            : 'create it, or correct file:'
      }
    )
  }
  return planned
}

/** Of a file; of nothing else. */
const sizeOf = (file: string): Promise<number | undefined> =>
  stat(file).then(
    found => (found.isFile() ? found.size : undefined),
    () => undefined
  )

const isFile = (file: string): Promise<boolean> =>
  stat(file).then(
    found => found.isFile(),
    () => false
  )
