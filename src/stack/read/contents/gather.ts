import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { SwarmlineError } from '../../../errors.ts'
import type { Variables } from '../interpolate.rules.ts'
import type { Model } from '../plain.rules.ts'
import { type ShowPath, showPathsFrom } from '../shown-path.rules.ts'
import { type Content, type ContentKind, type GivenContents, LIMIT_BYTES } from './content.ts'
import { type ContentSource, contentSources } from './sources.rules.ts'

/**
 * Reads the content of every secret and config that the stack makes itself: what the caller gives, else what the
 * stack file names.
 *
 * @param request.projectDir where relative paths start
 * @param request.shown how people see the path of a file; by default from the working folder
 * @param request.variables what `environment:` is looked up in; nothing comes from the process's own environment
 * @throws `input`, with the way out: no such file, not a regular file, an unset variable, too large, empty, or a
 *   given name that the model does not have
 */
export async function gatherContents(request: {
  model: Model
  projectDir: string
  variables: Variables
  given?: GivenContents
  shown?: ShowPath
}): Promise<Content[]> {
  const sources = contentSources(request.model)
  for (const kind of ['secret', 'config'] as const)
    for (const name of Object.keys(request.given?.[`${kind}s`] ?? {}))
      if (!sources.some(source => source.kind === kind && source.name === name))
        throw new SwarmlineError(
          'input',
          `a content is given for the ${kind} ${name}, which the stack does not make`,
          {
            hint: `name one under ${kind}s: in the stack file, or leave it out`
          }
        )
  return Promise.all(sources.map(source => gather(source, request)))
}

async function gather(
  source: ContentSource,
  { projectDir, variables, given, shown = showPathsFrom(process.cwd()) }: Parameters<typeof gatherContents>[0]
): Promise<Content> {
  const { kind, name } = source
  const known = given?.[`${kind}s`]?.[name]
  if (known !== undefined) return sized({ kind, name, bytes: Buffer.from(known) })
  switch (source.from) {
    case 'file': {
      const file = path.resolve(projectDir, source.path)
      return sized({ kind, name, bytes: await readRegular(kind, name, file, shown(file)) })
    }
    case 'environment': {
      const value = variables[source.variable]
      if (value === undefined)
        throw fault(
          kind,
          name,
          `the variable ${source.variable} is not set`,
          'set it, or give the content by standard input'
        )
      return sized({ kind, name, bytes: Buffer.from(value) })
    }
    case 'model':
      return sized({ kind, name, bytes: Buffer.from(source.text) })
    case 'nowhere':
      throw fault(kind, name, 'it has no content', 'give it file:, environment: or external: true')
  }
}

async function readRegular(
  kind: ContentKind,
  name: string,
  file: string,
  shownAs: string
): Promise<Uint8Array> {
  const found = await stat(file).catch(() => undefined)
  if (!found)
    throw fault(
      kind,
      name,
      `there is no ${shownAs}`,
      kind === 'secret'
        ? `create it: (umask 077; openssl rand -hex 24 > ${shownAs})`
        : 'create it, or correct file:'
    )
  // A pipe would be empty the second time that a deploy reads it: after its plan.
  if (!found.isFile())
    throw fault(kind, name, `${shownAs} is not a regular file`, 'give the content by standard input instead')
  if (found.size >= LIMIT_BYTES[kind]) throw tooLarge(kind, name, found.size)
  return readFile(file).catch(cause => {
    throw fault(kind, name, `${shownAs} cannot be read`, 'make it readable for this user', cause)
  })
}

function sized(content: Content): Content {
  const { kind, name, bytes } = content
  if (bytes.length >= LIMIT_BYTES[kind]) throw tooLarge(kind, name, bytes.length)
  if (bytes.length === 0)
    throw fault(kind, name, 'its content is empty, which a swarm refuses', 'give it at least one byte')
  return content
}

const tooLarge = (kind: ContentKind, name: string, bytes: number): SwarmlineError =>
  fault(
    kind,
    name,
    `${bytes} bytes are too many: a swarm takes less than ${LIMIT_BYTES[kind]}`,
    'put large files into the image or a volume'
  )

const fault = (
  kind: ContentKind,
  name: string,
  what: string,
  hint: string,
  cause?: unknown
): SwarmlineError =>
  new SwarmlineError('input', `${kind} ${name}: ${what}`, { hint, ...(cause === undefined ? {} : { cause }) })
