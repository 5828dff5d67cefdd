import { Lexer } from 'yaml'
import { nearest } from '../../effects/nearest.rules.ts'
import { entriesAt } from '../read/read.rules.ts'
import type { ComposeFile, Finding, Findings } from '../read/read.ts'
import { RULE_NAMES } from './rule-names.ts'

/** Where findings of some rules are not wanted. `target` is the line that the comment speaks of. */
export type Silence = { file: string; target: number; service: string | undefined; rules: string[] }

const DIRECTIVE = /^#\s*swarmline:\s*ignore\b(?<rules>.*)$/
/** What the lexer adds to a text, and which is not in it. */
const MARKS = ['\u0002', '\u0018', '\u001f']

/**
 * The comments `# swarmline: ignore <rule>[, <rule>]` of a file: they speak of their own line, of the next one when
 * they stand alone, and at a service's key of the whole service. Names that are no rules are findings.
 */
export function silencesIn(file: ComposeFile, found: Findings): Silence[] {
  const services = new Map(
    entriesAt(file, ['services']).map(({ key, keyNode }) => [file.lineOf(keyNode), key] as const)
  )
  return comments(file.text).flatMap(({ text, line, target }) => {
    const match = DIRECTIVE.exec(text.trim())
    if (!match) return []
    const names = (match.groups?.rules ?? '').split(/[\s,]+/).filter(Boolean)
    const place = { file: file.shownAs, line }
    if (names.length === 0)
      found.add('warning', 'unknown-rule', place, 'the comment names no rule', {
        hint: 'write: # swarmline: ignore <rule>'
      })
    for (const name of names) {
      if (RULE_NAMES.includes(name)) continue
      const near = nearest(name, RULE_NAMES)
      found.add('warning', 'unknown-rule', place, `there is no rule ${name}, or none that can be ignored`, {
        hint: near ? `did you mean ${near}?` : `there are: ${RULE_NAMES.join(', ')}`
      })
    }
    return [{ file: file.shownAs, target, service: services.get(target), rules: names }]
  })
}

/** The findings that no comment of the files silences. */
export function unsilenced(findings: readonly Finding[], silences: readonly Silence[]): Finding[] {
  const silent = new Set(
    silences.flatMap(({ file, target, service, rules }) =>
      rules.flatMap(rule => [
        JSON.stringify([rule, file, target]),
        ...(service === undefined ? [] : [JSON.stringify([rule, service])])
      ])
    )
  )
  return findings.filter(
    ({ rule, file, line, service }) =>
      !RULE_NAMES.includes(rule) ||
      !(
        silent.has(JSON.stringify([rule, file, line])) ||
        (service !== undefined && silent.has(JSON.stringify([rule, service])))
      )
  )
}

type Comment = { text: string; line: number; target: number }

/** The comments of a text, by YAML's own lexer: a `#` in a text or a block is none. */
function comments(text: string): Comment[] {
  const found: { text: string; line: number; isAlone: boolean }[] = []
  const commentLines = new Set<number>()
  let line = 1
  let isAlone = true
  let isScalar = false
  for (const lexeme of new Lexer().lex(text)) {
    if (MARKS.includes(lexeme)) {
      isScalar = lexeme === '\u001f'
      continue
    }
    if (lexeme.startsWith('#') && !isScalar) {
      found.push({ text: lexeme, line, isAlone })
      if (isAlone) commentLines.add(line)
    }
    const breaks = lexeme.split('\n').length - 1
    line += breaks
    isAlone = breaks > 0 ? lexeme.endsWith('\n') || /\n[ \t]*$/.test(lexeme) : isAlone && lexeme.trim() === ''
    isScalar = false
  }
  // From the end: of comments one below the other, each speaks of what the next one does.
  const targets = new Map<number, number>()
  for (const line of [...commentLines].toReversed())
    targets.set(line, commentLines.has(line + 1) ? (targets.get(line + 1) ?? line + 1) : line + 1)
  return found.map(({ text, line, isAlone }) => ({
    text,
    line,
    target: isAlone ? (targets.get(line) ?? line + 1) : line
  }))
}
