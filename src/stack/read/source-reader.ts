import path from 'node:path'
import { canonicalise } from './canonical.rules.ts'
import { beside, type ComposeFile, parseComposeFile, type Source } from './compose-document.rules.ts'
import { readComposeFile } from './compose-file.ts'
import { withBases } from './extends.ts'
import type { Findings } from './findings.rules.ts'
import type { Fault, Variables } from './interpolate.rules.ts'
import { merge } from './merge.rules.ts'
import type { Origins } from './origins.rules.ts'
import { inLine, isMapping, type Model, mapping, own, sequence } from './plain.rules.ts'
import { plainModel } from './plain-model.rules.ts'
import type { ShowPath } from './shown-path.rules.ts'
import { requireWithin } from './within.ts'

const MAX_FILES = 100

/** Reads stack files and those that they include or extend, each once for each folder that its paths start from. */
export class SourceReader {
  /** Every file that was read. */
  readonly files: ComposeFile[] = []
  readonly #known = new Map<string, Promise<Source>>()
  readonly variables: Variables
  readonly origins: Origins
  readonly found: Findings
  readonly shown: ShowPath
  /** Of files that are on no disk, by path. */
  readonly texts: Readonly<Record<string, string>>

  readonly root: string | undefined

  /** @param root nothing outside of this folder is read on a file's word; `undefined`: anything may be */
  constructor(
    variables: Variables,
    origins: Origins,
    found: Findings,
    shown: ShowPath,
    root?: string,
    texts: Readonly<Record<string, string>> = {}
  ) {
    this.root = root
    this.variables = variables
    this.origins = origins
    this.found = found
    this.shown = shown
    this.texts = texts
  }

  /**
   * @param baseDir where its relative paths start; the file's own folder if it is not given
   * @param trail the files that led to it, for the circle to be seen
   * @throws `input` for a file that cannot be read or parsed
   */
  read(
    file: string,
    baseDir = path.dirname(path.resolve(file)),
    trail: readonly string[] = []
  ): Promise<Source> {
    const key = `${path.resolve(file)}\0${baseDir}`
    const reading = this.#known.get(key) ?? this.#read(file, baseDir, trail)
    this.#known.set(key, reading)
    return reading
  }

  async #read(place: string, baseDir: string, trail: readonly string[]): Promise<Source> {
    const { variables, origins, found } = this
    // The first ones are the caller's own word.
    if (trail.length > 0) await requireWithin(this.root, [place], this.shown)
    const given = Object.hasOwn(this.texts, path.resolve(place)) ? this.texts[path.resolve(place)] : undefined
    const file =
      given === undefined
        ? await readComposeFile(place, this.shown(place))
        : parseComposeFile(place, given, 'standard input')
    if (!this.files.some(each => each.path === file.path)) this.files.push(file)
    const { model, faults, problem } = plainModel(file, variables, origins)
    if (problem) found.add('error', 'too-large', { file: file.shownAs, line: 1 }, problem)
    for (const { fault, place } of faults)
      found.add('error', `variable-${fault.kind}`, place, inWords(fault), { hint: wayOut(fault) })
    canonicalise(model, { baseDir, origins, found })
    const source = { file, model }
    await withBases(source, this, [...trail, file.path])
    return { file, model: await this.#withIncluded(source, [...trail, file.path]) }
  }

  /** Lays a file over what it includes. A service that both have is an error: neither is meant to win. */
  async #withIncluded({ file, model }: Source, trail: readonly string[]): Promise<Model> {
    const included = own(model, 'include')
    delete model.include
    if (included === undefined || included === null) return model
    let base: Model = {}
    for (const [i, item] of sequence(included).entries()) {
      const place = this.origins.of(sequence(included), i)
      const refuse = (text: string, hint: string) =>
        this.found.add('error', 'refused-key', place, `include: ${text}`, { hint })
      const given = isMapping(item) ? own(item, 'path') : item
      const paths = (Array.isArray(given) ? given : [given]).filter(each => typeof each === 'string')
      if (paths.length === 0 || paths.some(each => /^[a-z]+:|^git@/i.test(each)))
        refuse('only files of this machine can be included', 'give a path')
      else if (isMapping(item) && own(item, 'env_file') != null)
        refuse('env_file is not read', 'give it with --env-file')
      else {
        const dir = isMapping(item) ? own(item, 'project_directory') : undefined
        const start = path.resolve(
          path.dirname(file.path),
          typeof dir === 'string' ? dir : path.dirname(paths[0] ?? '')
        )
        let one: Model = {}
        for (const each of paths) {
          const other = beside(file, each)
          if (this.#isCircle(other, trail))
            refuse(`${each} leads back to itself`, 'remove one of the includes')
          else one = merge(one, (await this.read(other, start, trail)).model, this.origins) as Model
        }
        this.found.translate(place, `include: ${inLine(item)}`, '')
        this.#refuseTwice(base, one)
        base = merge(base, one, this.origins) as Model
      }
    }
    if (!Array.isArray(included))
      this.found.add('error', 'wrong-type', this.origins.of(model, 'include'), 'include must be a list')
    this.#refuseTwice(base, model)
    return merge(base, model, this.origins) as Model
  }

  #refuseTwice(base: Model, top: Model): void {
    const services = mapping(own(top, 'services'))
    for (const name of Object.keys(services))
      if (Object.hasOwn(mapping(own(base, 'services')), name))
        this.found.add(
          'error',
          'contradiction',
          this.origins.of(services, name),
          'an included file has a service of this name too',
          {
            service: name,
            hint: 'use extends, or give both files with --compose-file'
          }
        )
  }

  #isCircle(file: string, trail: readonly string[]): boolean {
    return trail.includes(file) || this.files.length > MAX_FILES
  }
}

function inWords(fault: Fault): string {
  switch (fault.kind) {
    case 'unset':
      return `the variable ${fault.name} is not set`
    case 'required':
      return `the variable ${fault.name} is required${fault.message ? `: ${fault.message}` : ''}`
    case 'malformed':
      // The text itself may be a password.
      return 'a $ that does not begin a variable'
    case 'too-long':
      return 'the variables in it expand to more than 1 MiB'
  }
}

const wayOut = (fault: Fault): string =>
  fault.kind === 'malformed'
    ? "write a plain dollar sign as $$; inside a default docker takes it as it is, so to suit docker compose as well put the text into a variable (NAME='…' in a file for --env-file)"
    : fault.kind === 'too-long'
      ? 'use shorter values, or name fewer variables in it'
      : `set it (--variable ${fault.name}=…), or give a default in the file: \${${fault.name}:-default}`
