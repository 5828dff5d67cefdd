import path from 'node:path'
import { type Document, isMap, isScalar, LineCounter, type Node, parseAllDocuments } from 'yaml'
import { SwarmlineError } from '../errors.ts'

/** A stack file, parsed, with the way back from each node to its line. */
export type ComposeFile = {
  /** Absolute. */
  path: string
  /** As it is shown to people. */
  shownAs: string
  text: string
  document: Document.Parsed
  /** `docker-compose.yml:12`. */
  at(node: Node | null | undefined): string
  lineOf(node: Node | null | undefined): number
}

/**
 * Parses a stack file's text. Errors: `input`, with file, line and column and the parser's words.
 *
 * @param shownAs how people see its path
 */
export function parseComposeFile(file: string, text: string, shownAs = file): ComposeFile {
  const lines = new LineCounter()
  const [document, second] = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false, merge: true })
  const bad = (offset: number, what: string, hint: string): SwarmlineError => {
    const { line, col } = lines.linePos(offset)
    return new SwarmlineError('input', `${shownAs}:${line}:${col}: ${what}`, { hint })
  }
  if (!document || !('contents' in document) || document.contents === null)
    throw new SwarmlineError('input', `${shownAs}: the file is empty`, {
      hint: 'a stack file needs at least services:'
    })
  const [fault] = document.errors
  if (fault) throw bad(fault.pos[0], fault.message, 'correct the YAML')
  if (second)
    throw bad(second.range[0], 'a second document begins here', 'give each document a file of its own')
  if (!isMap(document.contents)) throw bad(0, 'a stack file is a mapping', 'it begins with services:')
  const lineOf = (node: Node | null | undefined): number => lines.linePos(node?.range?.[0] ?? 0).line
  return {
    path: path.resolve(file),
    shownAs,
    text,
    document,
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
