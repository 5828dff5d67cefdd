import { type Document, isMap, isScalar, type Node, type Pair } from 'yaml'
import { readYaml } from '../../effects/yaml/yaml.rules.ts'
import type { Place } from '../verdict.ts'

/** Something wrong in a suite: where, and what. `column` is counted from 1. */
export type Fault = Place & { column: number; text: string }

/** A suite's text as YAML, with the way back from each value to its place. */
export type SuiteFile = {
  /** Absolute. */
  path: string
  shownAs: string
  document: Document.Parsed
  /** The whole as plain data, or a node of it, with aliases unfolded. */
  plain(node?: unknown): unknown
  fault(node: Node | undefined, text: string): Fault
  /** Where the value at a path of keys stands; the nearest thing around it, when it is not there. */
  nodeAt(keys: readonly PropertyKey[]): Node | undefined
  /** The key itself, of a mapping at a path of keys. */
  keyAt(keys: readonly PropertyKey[], key: string): Node | undefined
  lineOf(node: Node | undefined): number
}

const MAX_BYTES = 256 * 1024

/** Parses a suite. What YAML itself finds wrong is faults. */
export function parseSuite(
  path: string,
  shownAs: string,
  text: string
): { file: SuiteFile } | { faults: Fault[] } {
  const read = readYaml(text, {
    hasStringKeys: true,
    isStrict: true,
    maxBytes: MAX_BYTES,
    what: 'a suite',
    begins: 'a suite has checks:'
  })
  if ('faults' in read)
    return {
      faults: read.faults.map(({ line, column, text }) => ({ file: shownAs, line, column, text }))
    }
  const { yaml } = read
  const { document } = yaml
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
      plain: yaml.plain,
      fault: (node, what) => ({ file: shownAs, ...yaml.placeOf(node), text: what }),
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
      lineOf: node => yaml.placeOf(node).line
    }
  }
}
