// Reads all YAML of ours: stack files, suites, roles, settings, workflows of a folder that is graded. The work is
// linear in the text, and the text is bounded, so that no file can hold up the process, its memory or its stack.
import { Composer, type Document, isMap, LineCounter, type Node } from 'yaml'
import { OverBudget, YAML_BUDGET } from './budget.rules.ts'
import { plainOf } from './plain.rules.ts'
import { tokensOf } from './tokens.rules.ts'
import { type Targets, unfold } from './unfold.rules.ts'

export { YAML_BUDGET } from './budget.rules.ts'
export { keyText } from './plain.rules.ts'
export { isMergeKey } from './unfold.rules.ts'

/** Something wrong in a text, where (both counted from 1), and the way out where it is known. */
export type YamlFault = { line: number; column: number; text: string; hint: string | undefined }

/** One document whose contents are a mapping. */
export type Yaml = {
  document: Document.Parsed
  /** Of its root, with aliases unfolded and merges left as they are; of a node in it, that one. */
  plain(node?: unknown): unknown
  /** What an alias stands for, any other node itself. */
  meant(node: Node | null | undefined): Node | null
  readonly targets: Targets
  /** Counted from 1. */
  placeOf(node: Node | null | undefined): { line: number; column: number }
}

export type ReadYaml = {
  /** Whether `<<` merges, as it does for docker. */
  hasMerges?: boolean
  hasStringKeys?: boolean
  /** Whether what YAML only warns of, such as tags that it does not know, is wrong. */
  isStrict?: boolean
  maxBytes?: number
  /** `a stack file` */
  what: string
  /** `it begins with services:` */
  begins: string
}

/** Reads a text that is one mapping. All that is wrong with it at once, up to a limit. */
export function readYaml(text: string, how: ReadYaml): { yaml: Yaml } | { faults: YamlFault[] } {
  const lines = new LineCounter()
  const faults: YamlFault[] = []
  const complain = (offset: number, text: string, hint?: string): void => {
    if (faults.length < YAML_BUDGET.faults) faults.push({ ...placeAt(lines, offset), text, hint })
  }
  try {
    const [document, second] = documentsOf(text, lines, how)
    if (!document || document.contents === null)
      return { faults: [{ line: 1, column: 1, text: 'the file is empty', hint: how.begins }] }
    const wrong = how.isStrict ? [...document.errors, ...document.warnings] : document.errors
    for (const { pos, message } of wrong) complain(pos[0], message, 'correct the YAML')
    if (second)
      complain(second.range[0], 'a second document begins here', 'give each document a file of its own')
    if (!isMap(document.contents)) complain(0, `${how.what} is a mapping`, how.begins)
    if (faults.length > 0) return { faults }
    const root = document.contents as Node
    const targets = unfold(root, complain)
    if (faults.length > 0) return { faults }
    return {
      yaml: {
        document,
        targets,
        plain: (node = root) => plainOf(node, targets),
        meant: node => (node && (targets.get(node) ?? node)) ?? null,
        placeOf: node => placeAt(lines, node?.range?.[0] ?? 0)
      }
    }
  } catch (error) {
    if (!(error instanceof OverBudget)) throw error
    return { faults: [{ ...placeIn(text, error.offset), text: error.message, hint: error.hint }] }
  }
}

/** Without a counter of lines: what is over the budget may not have been parsed. */
function placeIn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}

/** The first two documents: a second one is one too many. */
function documentsOf(
  text: string,
  lines: LineCounter,
  { hasMerges = false, hasStringKeys = false, maxBytes = YAML_BUDGET.bytes }: ReadYaml
): Document.Parsed[] {
  const composer = new Composer({
    merge: hasMerges,
    stringKeys: hasStringKeys,
    prettyErrors: false,
    logLevel: 'silent',
    // Also where a directive asks for an older version.
    schema: 'core',
    resolveKnownTags: false,
    // The library compares each key with each other one; `unfold` looks for them in a set.
    uniqueKeys: false
  })
  reportFew(composer as unknown as Reporting)
  const documents: Document.Parsed[] = []
  for (const document of composer.compose(tokensOf(text, lines, maxBytes))) {
    documents.push(document as Document.Parsed)
    if (documents.length > 1) break
  }
  return documents
}

type Report = (source: unknown, code: string, message: string, isWarning?: boolean) => void
type Reporting = { onError: Report }

/** Each error of the library takes a trace of the stack: those that nobody will see are not made. */
function reportFew(composer: Reporting): void {
  const report = composer.onError
  let errors = 0
  let warnings = 0
  composer.onError = (source, code, message, isWarning) => {
    const count = isWarning ? ++warnings : ++errors
    if (count <= YAML_BUDGET.faults) report(source, code, message, isWarning)
  }
}

function placeAt(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(1, line), column: Math.max(1, col) }
}
