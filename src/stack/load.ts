import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { Node } from 'yaml'
import type { DockerCommand } from '../docker/command.ts'
import type { Effects } from '../effects/effects.ts'
import { SwarmlineError } from '../errors.ts'
import { type ComposeFile, entriesAt, readComposeFile } from './compose-file.ts'
import type { Variables } from './interpolate.rules.ts'
import { fileSources, type Model, overlay, ownNames, servicesOf } from './model.rules.ts'
import { normalForm } from './normal-form.ts'
import type { PlannedFile, StackPlan, StackWarning } from './stack-plan.ts'
import { verdictOnKey } from './unsupported.rules.ts'
import { interpolateFiles } from './variables.ts'

export type LoadRequest = {
  /** At least one; later files override earlier ones. */
  composeFiles: readonly string[]
  /** All the variables there are: nothing comes from the environment. */
  variables: Variables
  /** A client whose compose plugin, where it has one, gives the files' normal form. */
  docker: DockerCommand
}

/**
 * Reads the stack files as `docker stack deploy` will, and finds before it what it would say late or not at all.
 *
 * @throws `input`: bad YAML (file, line, column), an unset variable, a refused key, a service without an image, a
 *   secret's or a config's file that is not there (file and line, and the way out).
 */
export async function loadStack(
  request: LoadRequest,
  fx: Pick<Effects, 'clock' | 'log' | 'signal'>
): Promise<StackPlan> {
  const files = await Promise.all(request.composeFiles.map(readComposeFile))
  const [first] = files
  if (!first)
    throw new SwarmlineError('usage', 'no stack file is given', { hint: 'name one with --compose-file' })
  interpolateFiles(files, request.variables)
  const warnings = inspectKeys(files)
  const projectDir = path.dirname(first.path)
  const composeFiles = files.map(file => file.path)
  const ours = files
    .map(file => file.document.toJS() as Model)
    .reduce((base, top) => overlay(base, top) as Model)
  const model = (await normalForm({ ...request, composeFiles, projectDir }, fx)) ?? ours
  const services = inOrderOf(servicesOf(ours), servicesOf(model))
  requireServices(services, first)
  return {
    composeFiles,
    projectDir,
    version:
      typeof ours.version === 'string' || typeof ours.version === 'number' ? String(ours.version) : undefined,
    services,
    files: await requireFiles(model, projectDir, files),
    networks: ownNames(model, 'networks'),
    volumes: ownNames(model, 'volumes'),
    warnings
  }
}

/** Compose sorts by name; people know the order in which they wrote. */
function inOrderOf(written: StackPlan['services'], services: StackPlan['services']): StackPlan['services'] {
  const place = new Map(written.map(({ name }, i) => [name, i]))
  return services.toSorted((a, b) => (place.get(a.name) ?? 0) - (place.get(b.name) ?? 0))
}

/** Warns of keys that a swarm ignores; refuses, all at once, those that it refuses. */
function inspectKeys(files: readonly ComposeFile[]): StackWarning[] {
  const found = files.flatMap(file =>
    entriesAt(file, ['services']).flatMap(({ key: service }) =>
      entriesAt(file, ['services', service]).flatMap(({ key, keyNode }) => {
        const verdict = verdictOnKey(key)
        if (!verdict) return []
        const text = `service ${service}: ${verdict.text}`
        return [{ file: file.shownAs, line: file.lineOf(keyNode), text, isRefused: verdict.isRefused }]
      })
    )
  )
  const refused = found.filter(each => each.isRefused)
  if (refused.length > 0)
    throw new SwarmlineError(
      'input',
      refused.map(each => `${each.file}:${each.line}: ${each.text}`).join('; ')
    )
  return found.map(({ file, line, text }) => ({ file, line, text }))
}

function requireServices(services: StackPlan['services'], file: ComposeFile): void {
  if (services.length === 0)
    throw new SwarmlineError('input', `${file.shownAs}: no services`, { hint: 'a stack needs at least one' })
  for (const { name, image } of services)
    if (image === '')
      throw new SwarmlineError(
        'input',
        `${whereIs(name, 'services', [file])}: service ${name} has no image`,
        {
          hint: 'a swarm runs images only: build it, push it, and name it with image:'
        }
      )
}

async function requireFiles(
  model: Model,
  projectDir: string,
  files: readonly ComposeFile[]
): Promise<PlannedFile[]> {
  const planned = (['secret', 'config'] as const).flatMap(kind =>
    fileSources(model, `${kind}s`).map(({ name, path: file }) => ({
      kind,
      name,
      path: path.resolve(projectDir, file)
    }))
  )
  for (const { kind, name, path: file } of planned) {
    const isThere = await stat(file).then(
      found => found.isFile(),
      () => false
    )
    if (isThere) continue
    const hint =
      kind === 'secret'
        ? `create it: (umask 077; openssl rand -hex 24 > ${file})`
        : 'create it, or correct file:'
    throw new SwarmlineError(
      'input',
      `${whereIs(name, `${kind}s`, files)}: ${kind} ${name}: there is no ${file}`,
      {
        hint
      }
    )
  }
  return planned
}

/** `file:line` of a name in a section, in the last file that has it. */
function whereIs(name: string, section: string, files: readonly ComposeFile[]): string {
  for (const file of files.toReversed()) {
    const entry = entriesAt(file, [section]).find(({ key }) => key === name)
    if (entry) return file.at(entry.keyNode as Node)
  }
  return files[0]?.shownAs ?? ''
}
