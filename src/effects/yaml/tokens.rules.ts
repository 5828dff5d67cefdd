import { type CST, Lexer, type LineCounter, Parser } from 'yaml'
import { OverBudget, YAML_BUDGET } from './budget.rules.ts'

/**
 * A text's tokens, as many and as deep as the budget has it. What composes them calls itself once a level, and makes an
 * error, with a trace of the stack, of each that stands in no document: of those there are no more than will be seen.
 *
 * @throws OverBudget
 */
export function tokensOf(text: string, lines: LineCounter, maxBytes: number): CST.Token[] {
  if (Buffer.byteLength(text) > maxBytes)
    throw new OverBudget(0, `longer than ${maxBytes / 1024} KiB`, 'split it')
  const lexemes: string[] = []
  let offset = 0
  const depthWith = createDepth()
  for (const lexeme of new Lexer().lex(text)) {
    // The marks before scalars and documents are the lexer's own, and not in the text.
    if (lexeme !== DOCUMENT && lexeme !== SCALAR && lexeme !== FLOW_END) offset += lexeme.length
    if (lexemes.push(lexeme) > YAML_BUDGET.tokens)
      throw new OverBudget(offset, `more than ${YAML_BUDGET.tokens} words and signs`, 'split it')
    if (depthWith(lexeme) > YAML_BUDGET.depth) throw tooDeep(offset)
  }
  const tokens = parsed(lexemes, lines)
  refuseDeep(tokens)
  return fewOf('error', fewOf('doc-end', tokens))
}

function fewOf(type: CST.Token['type'], tokens: readonly CST.Token[]): CST.Token[] {
  let count = 0
  return tokens.filter(token => token.type !== type || ++count <= YAML_BUDGET.faults)
}

function parsed(lexemes: readonly string[], lines: LineCounter): CST.Token[] {
  lines.addNewLine(0)
  const parser = new Parser(lines.addNewLine)
  try {
    return [...lexemes.flatMap(lexeme => [...parser.next(lexeme)]), ...parser.end()]
  } catch (error) {
    // It calls itself once a level, too: what nests by other means than signs is as deep.
    if ((error as Error).name === 'RangeError') throw tooDeep(parser.offset)
    throw error
  }
}

const [DOCUMENT, FLOW_END, SCALAR] = ['\u0002', '\u0018', '\u001f']

const FLOW_STEP: Readonly<Record<string, number>> = { '[': 1, '{': 1, ']': -1, '}': -1 }

/** How deep signs alone nest: a parser takes a second for what `[[[[…` or `- - - -…` is, before it can be looked at. */
function createDepth(): (lexeme: string) => number {
  let flow = 0
  let onLine = 0
  let inItem = 0
  let before = ''
  return lexeme => {
    const isSign = before !== SCALAR
    before = lexeme
    // The lexer leaves all flow collections at once where a line stands too far left.
    if (lexeme === DOCUMENT || lexeme === FLOW_END) flow = onLine = inItem = 0
    else if (!isSign) return 0
    else if (/^[[\]{},]$/.test(lexeme)) {
      flow = Math.max(0, flow + (FLOW_STEP[lexeme] ?? 0))
      inItem = 0
    } else if (flow > 0 && lexeme === ':') inItem++
    else if (lexeme === '\n' || lexeme === '\r\n') onLine = 0
    else if (flow === 0 && /^[-?:]$/.test(lexeme)) onLine++
    return flow + onLine + inItem
  }
}

const tooDeep = (offset: number): OverBudget =>
  new OverBudget(offset, `nested more than ${YAML_BUDGET.depth} levels deep`, 'nest it less deeply')

function refuseDeep(tokens: readonly CST.Token[]): void {
  const open: { token: CST.Token; depth: number }[] = tokens.map(token => ({ token, depth: 0 }))
  for (let next = open.pop(); next; next = open.pop()) {
    const { token, depth } = next
    if (depth > YAML_BUDGET.depth) throw tooDeep(token.offset)
    if (token.type === 'document' && token.value) open.push({ token: token.value, depth: depth + 1 })
    if ('items' in token)
      for (const { key, value } of token.items) {
        if (key) open.push({ token: key, depth: depth + 1 })
        if (value) open.push({ token: value, depth: depth + 1 })
      }
  }
}
