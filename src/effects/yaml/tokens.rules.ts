import { type CST, Lexer, type LineCounter, Parser } from 'yaml'
import { OverBudget, YAML_BUDGET } from './budget.rules.ts'

/**
 * A text's tokens, as many and as deep as the budget has it. What composes them calls itself once a level.
 *
 * @throws OverBudget
 */
export function tokensOf(text: string, lines: LineCounter, maxBytes: number): CST.Token[] {
  if (Buffer.byteLength(text) > maxBytes)
    throw new OverBudget(0, `longer than ${maxBytes / 1024} KiB`, 'split it')
  let count = 0
  let offset = 0
  for (const lexeme of new Lexer().lex(text)) {
    // The marks before scalars and documents are the lexer's own, and not in the text.
    if (lexeme !== '\u0002' && lexeme !== '\u001f' && lexeme !== '\u0018') offset += lexeme.length
    if (++count > YAML_BUDGET.tokens)
      throw new OverBudget(offset, `more than ${YAML_BUDGET.tokens} words and signs`, 'split it')
  }
  const tokens = [...new Parser(lines.addNewLine).parse(text)]
  refuseDeep(tokens)
  return tokens
}

function refuseDeep(tokens: readonly CST.Token[]): void {
  const open: { token: CST.Token; depth: number }[] = tokens.map(token => ({ token, depth: 0 }))
  for (let next = open.pop(); next; next = open.pop()) {
    const { token, depth } = next
    if (depth > YAML_BUDGET.depth)
      throw new OverBudget(
        token.offset,
        `nested more than ${YAML_BUDGET.depth} levels deep`,
        'nest it less deeply'
      )
    if (token.type === 'document' && token.value) open.push({ token: token.value, depth: depth + 1 })
    if ('items' in token)
      for (const { key, value } of token.items) {
        if (key) open.push({ token: key, depth: depth + 1 })
        if (value) open.push({ token: value, depth: depth + 1 })
      }
  }
}
