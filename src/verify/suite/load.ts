import { realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { nearest } from '../../effects/nearest.rules.ts'
import { readText } from '../../effects/read-text.ts'
import { YAML_BUDGET } from '../../effects/yaml/yaml.rules.ts'
import { explain, SwarmlineError } from '../../errors.ts'
import { neutralise } from '../judging/untrusted-text.rules.ts'
import type { AnyKind } from '../kind.ts'
import { KINDS } from '../kinds/all.ts'
import { numbered, repeatedIds } from './ids.rules.ts'
import { type Frame, readChecks, readFrame } from './read-checks.ts'
import type { Suite, SuiteCheck } from './suite.ts'
import { type Fault, parseSuite, type SuiteFile } from './suite-file.ts'
import { interpolateSuite } from './variables.rules.ts'

export type LoadSuites = {
  /** Absolute paths, or such that count from `root`. */
  files: readonly string[]
  /** Nothing outside of this folder is read: neither an included suite nor a file that a check names. */
  root: string
  /** Values for `${NAME}`: nothing comes from the environment. */
  variables: Readonly<Record<string, string>>
}

type Unnumbered = Omit<SuiteCheck, 'id'> & { id: string | undefined }

/**
 * Reads suites and all that they include, each file once, and checks every word of them.
 *
 * @throws `input` that names every fault with its file, line and column
 */
export async function loadSuites(request: LoadSuites, kinds: readonly AnyKind[] = KINDS): Promise<Suite> {
  const byName = new Map(kinds.map(kind => [kind.name, kind]))
  const faults: Fault[] = []
  const checks: Unnumbered[] = []
  const secretFiles: string[] = []
  const deadlines: number[] = []
  const visited = new Set<string>()
  const root = await realpath(request.root)
  const declared = new Set<string>()

  const visit = async (asked: string, complain: (text: string) => Fault): Promise<void> => {
    const place = await fileWithin(root, asked).catch(
      (error: SwarmlineError) => void faults.push(complain(error.message))
    )
    if (!place || visited.has(place)) return
    visited.add(place)
    const shown = path.relative(root, place) || place
    const text = await readText(place, YAML_BUDGET.bytes, shown).catch(
      (error: unknown) => void faults.push(complain(explain(error)))
    )
    if (text === undefined) return
    const parsed = parseSuite(place, shown, text)
    if ('faults' in parsed) return void faults.push(...parsed.faults)
    const { file } = parsed
    const defaults = declaredVariables(file)
    for (const name of defaults.keys()) declared.add(name)
    const names = [...new Set([...defaults.keys(), ...Object.keys(request.variables)])]
    faults.push(
      ...interpolateSuite(
        file,
        name => (Object.hasOwn(request.variables, name) ? request.variables[name] : defaults.get(name)),
        name => nearest(name, names)
      )
    )
    const read = readFrame(file)
    if ('faults' in read) return void faults.push(...read.faults)
    await take(file, read.frame)
  }

  const take = async (file: SuiteFile, frame: Frame): Promise<void> => {
    const folder = path.dirname(file.path)
    for (const [index, included] of frame.include.entries())
      await visit(path.resolve(folder, included), text => file.fault(file.nodeAt(['include', index]), text))
    secretFiles.push(...frame.secrets.map(secret => path.resolve(folder, secret)))
    if (frame.deadline !== undefined) deadlines.push(frame.deadline)
    const found = readChecks(file, frame, byName)
    faults.push(...found.faults)
    checks.push(...found.checks)
  }

  for (const file of request.files)
    await visit(path.resolve(root, file), text => ({
      ...{ file: shownFrom(root, file), line: 1, column: 1 },
      text
    }))
  for (const name of Object.keys(request.variables))
    if (!declared.has(name) && faults.length === 0) {
      const meant = nearest(name, [...declared])
      throw new SwarmlineError(
        'input',
        `no suite has a variable ${name}${meant ? ` (did you mean ${meant}?)` : ''}`,
        {
          hint: 'declare it under variables: of the suite'
        }
      )
    }
  faults.push(...repeatedIds(checks))
  if (faults.length === 0 && checks.length === 0)
    faults.push({
      ...{ file: shownFrom(root, request.files[0] ?? 'suite'), line: 1, column: 1 },
      text: 'there is no check in it: write them under checks:'
    })
  refuse(faults)
  return { checks: numbered(checks), secretFiles, deadlineMs: deadlines.toSorted((a, b) => a - b)[0] }
}

/**
 * A suite that stands alone, of its text: it includes nothing and has no variables.
 *
 * @throws `internal` that names every fault: whoever wrote it was a program
 */
export function readSuiteText(text: string, shownAs: string, kinds: readonly AnyKind[] = KINDS): Suite {
  const parsed = parseSuite(shownAs, shownAs, text)
  const faults = 'faults' in parsed ? parsed.faults : []
  const frame = 'file' in parsed ? readFrame(parsed.file) : undefined
  if (frame && 'faults' in frame) faults.push(...frame.faults)
  const read =
    'file' in parsed && frame && 'frame' in frame
      ? readChecks(parsed.file, frame.frame, new Map(kinds.map(kind => [kind.name, kind])))
      : undefined
  faults.push(...(read?.faults ?? []), ...repeatedIds(read?.checks ?? []))
  if (faults.length > 0) throw new SwarmlineError('internal', faults.map(fault => fault.text).join('; '))
  return { checks: numbered(read?.checks ?? []), secretFiles: [], deadlineMs: undefined }
}

/** Paths are shown as people wrote them, who stand in `root`. */
const shownFrom = (root: string, file: string): string => {
  const below = path.relative(root, path.resolve(root, file))
  return below === '' || below.startsWith('..') ? file : below
}

/**
 * The real path of a regular file below `root`.
 *
 * @throws `input` for what is not there, is no file, or is elsewhere
 */
export async function fileWithin(root: string, file: string): Promise<string> {
  const place = await realpath(path.resolve(root, file)).catch(() => undefined)
  if (
    place !== undefined &&
    place !== root &&
    !place.startsWith(root.endsWith(path.sep) ? root : root + path.sep)
  )
    throw new SwarmlineError('input', `${file} is outside of ${root}`)
  const shown = path.relative(root, file) || file
  if (place === undefined) throw new SwarmlineError('input', `there is no file ${shown}`)
  const found = await stat(place)
  if (found.isDirectory()) throw new SwarmlineError('input', `${shown} is a folder: name a file in it`)
  if (!found.isFile()) throw new SwarmlineError('input', `${shown} is not a regular file`)
  return place
}

/** The defaults under `variables:`, before anything is put in for variables. */
function declaredVariables(file: SuiteFile): Map<string, string | undefined> {
  const plain = file.plain(file.document.get('variables', true))
  if (!plain || typeof plain !== 'object' || Array.isArray(plain)) return new Map()
  return new Map(
    Object.entries(plain).map(([name, value]) => [name, value === null ? undefined : String(value)])
  )
}

function refuse(faults: readonly Fault[]): void {
  if (faults.length === 0) return
  const places = new Set<string>()
  // What is wrong with a value is said once: a variable without one would be a wrong type as well.
  const first = faults.filter(({ file, line, column }) => {
    const place = `${file}:${line}:${column}`
    return !places.has(place) && places.add(place)
  })
  const shown = first
    .slice(0, 50)
    .map(({ file, line, column, text }) => `${file}:${line}:${column}: ${neutralise(text, 300)}`)
  const more = first.length > shown.length ? [`and ${first.length - shown.length} more`] : []
  throw new SwarmlineError('input', [...shown, ...more].join('\n'), {
    hint: 'swarmline verify --explain KIND shows what a kind of check takes'
  })
}
