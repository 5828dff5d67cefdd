import path from 'node:path'
import { type Document, isMap, isScalar, type Node } from 'yaml'
import { readYaml, type Yaml } from '../../effects/yaml/yaml.rules.ts'
import { SwarmlineError } from '../../errors.ts'
import type { Model } from './plain.rules.ts'

/** A stack file, parsed, with the way back from each node to its line. */
export type ComposeFile = {
  /** Absolute. */
  path: string
  /** As it is shown to people. */
  shownAs: string
  text: string
  document: Document.Parsed
  yaml: Yaml
  /** `docker-compose.yml:12`. */
  at(node: Node | null | undefined): string
  lineOf(node: Node | null | undefined): number
}

/** A file and, in `model`, what it says in canonical form, with what it includes and extends. */
export type Source = { file: ComposeFile; model: Model }

/** The absolute path of a file that another one names. */
export const beside = (file: ComposeFile, given: string): string =>
  path.resolve(path.dirname(file.path), given)

/**
 * Parses a stack file's text. Errors: `input`, with file, line and column and the parser's words.
 *
 * @param shownAs how people see its path
 */
export function parseComposeFile(file: string, text: string, shownAs = file): ComposeFile {
  const read = readYaml(text, { hasMerges: true, what: 'a stack file', begins: 'it begins with services:' })
  if ('faults' in read) {
    const [fault] = read.faults
    const place = fault ? `:${fault.line}:${fault.column}` : ''
    throw new SwarmlineError('input', `${shownAs}${place}: ${fault?.text}`, {
      hint: fault?.hint ?? 'correct the YAML'
    })
  }
  const { yaml } = read
  const lineOf = (node: Node | null | undefined): number => yaml.placeOf(node).line
  return {
    path: path.resolve(file),
    shownAs,
    text,
    document: yaml.document,
    yaml,
    lineOf,
    at: node => `${shownAs}:${lineOf(node)}`
  }
}

/** The keys and values of the mapping at a path of keys; nothing where there is none. */
export function entriesAt(
  file: ComposeFile,
  keys: readonly string[]
): { key: string; keyNode: Node; value: unknown }[] {
  const node = keys.length === 0 ? file.document.contents : file.document.getIn(keys, true)
  if (!isMap(node)) return []
  return node.items.flatMap(({ key, value }) =>
    isScalar(key) ? [{ key: String(key.value), keyNode: key, value }] : []
  )
}
