import { type Document, isMap, isScalar, LineCounter, type Node, type Pair, parseAllDocuments } from 'yaml'
import type { Place } from '../verdict.ts'

/** Something wrong in a suite: where, and what. `column` is counted from 1. */
export type Fault = Place & { column: number; text: string }

/** A suite's text as YAML, with the way back from each value to its place. */
export type SuiteFile = {
  /** Absolute. */
  path: string
  shownAs: string
  document: Document.Parsed
  fault(node: Node | undefined, text: string): Fault
  /** Where the value at a path of keys stands; the nearest thing around it, when it is not there. */
  nodeAt(keys: readonly PropertyKey[]): Node | undefined
  /** The key itself, of a mapping at a path of keys. */
  keyAt(keys: readonly PropertyKey[], key: string): Node | undefined
  lineOf(node: Node | undefined): number
}

const MAX_BYTES = 256 * 1024

/** Parses a suite. What YAML itself finds wrong is faults, all of them. */
export function parseSuite(
  path: string,
  shownAs: string,
  text: string
): { file: SuiteFile } | { faults: Fault[] } {
  const lines = new LineCounter()
  const faultAt = (offset: number, what: string): Fault => {
    const { line, col } = lines.linePos(offset)
    return { file: shownAs, line: Math.max(1, line), column: Math.max(1, col), text: what }
  }
  const single = (what: string) => ({ faults: [{ file: shownAs, line: 1, column: 1, text: what }] })
  if (Buffer.byteLength(text) > MAX_BYTES) return single(`longer than ${MAX_BYTES / 1024} KiB`)
  if (nesting(text) > 200) return single('nested too deeply')
  let documents: ReturnType<typeof parseAllDocuments>
  try {
    documents = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false, stringKeys: true })
  } catch {
    return single('not YAML that can be read')
  }
  const [document, second] = documents as Document.Parsed[]
  if (!document || document.contents === null) return single('the file is empty; a suite has checks:')
  const faults = [...document.errors, ...document.warnings].map(({ pos, message }) =>
    faultAt(pos[0], message)
  )
  if (second) faults.push(faultAt(second.range[0], 'a second document begins here: a suite is one'))
  if (!isMap(document.contents)) faults.push(faultAt(0, 'a suite is a mapping that begins with checks:'))
  if (faults.length > 0) return { faults }

  const offsetOf = (node: Node | undefined): number => node?.range?.[0] ?? 0
  const nodeAt: SuiteFile['nodeAt'] = keys => {
    for (let depth = keys.length; depth > 0; depth--) {
      const found = document.getIn(keys.slice(0, depth), true) as Node | undefined
      if (found?.range) return found
    }
    return document.contents as Node
  }
  return {
    file: {
      path,
      shownAs,
      document,
      fault: (node, what) => faultAt(offsetOf(node), what),
      nodeAt,
      keyAt: (keys, key) => {
        const map = keys.length === 0 ? document.contents : document.getIn(keys, true)
        const pair = isMap(map)
          ? (map.items as Pair<Node, Node>[]).find(
              item => isScalar(item.key) && String(item.key.value) === key
            )
          : undefined
        return pair?.key
      },
      lineOf: node => Math.max(1, lines.linePos(offsetOf(node)).line)
    }
  }
}

/** An upper bound of how deep a text nests: what opens without closing, or the deepest indentation. */
function nesting(text: string): number {
  let open = 0
  let deepest = 0
  for (const character of text) {
    if (character === '[' || character === '{') deepest = Math.max(deepest, ++open)
    else if (character === ']' || character === '}') open = Math.max(0, open - 1)
  }
  // `- - - -` and `? ? ?` nest within a line.
  const dashes = Math.max(0, ...(text.match(/(?:[-?:] ){20,}/g) ?? []).map(run => run.length / 2))
  return Math.max(deepest, dashes)
}
