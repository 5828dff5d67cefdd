import { createContext, Script } from 'node:vm'

/** On a busy machine the first may pass before the search has had its turn. */
const LIMITS_MS = [200, 1500]
const MAX_TEXT = 256 * 1024
const search = new Script('new RegExp(pattern, "mu").test(text)')

/**
 * Whether a suite's regular expression is found in a text. Both are untrusted, and an expression may take longer
 * than the age of the universe to say no: then the answer is `unknown`. A longer text is searched in its first part.
 *
 * @param limitsMs how long each try may take, by the clock
 */
export function matchesPattern(
  pattern: string,
  text: string,
  limitsMs: readonly number[] = LIMITS_MS
): 'holds' | 'fails' | 'unknown' {
  const sandbox = createContext({ pattern, text: text.slice(0, MAX_TEXT) })
  for (const timeout of limitsMs)
    try {
      return search.runInContext(sandbox, { timeout }) === true ? 'holds' : 'fails'
    } catch {
      // It takes too long, or is no expression.
    }
  return 'unknown'
}

const searchLines = new Script(
  '(() => { const found = new RegExp(pattern, "mu"); return lines.flatMap((line, i) => found.test(line) ? [i] : []) })()'
)

/**
 * In which of many lines it is found, by their positions. They share the time of one text, however many there are,
 * and its length: those behind it are not searched.
 */
export function matchingLines(
  pattern: string,
  lines: readonly string[],
  limitsMs: readonly number[] = LIMITS_MS
): number[] | 'unknown' {
  let room = MAX_TEXT
  const searched = lines.flatMap(line => {
    const part = line.slice(0, Math.max(0, room))
    room -= line.length + 1
    return room + line.length + 1 > 0 ? [part] : []
  })
  const sandbox = createContext({ pattern, lines: searched })
  for (const timeout of limitsMs)
    try {
      return [...(searchLines.runInContext(sandbox, { timeout }) as number[])]
    } catch {
      // As above.
    }
  return 'unknown'
}

/** Whether it can be compiled: suites are refused before anything is measured. */
export function isPattern(pattern: string): boolean {
  try {
    new RegExp(pattern, 'mu')
    return true
  } catch {
    return false
  }
}
