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

/** Whether it can be compiled: suites are refused before anything is measured. */
export function isPattern(pattern: string): boolean {
  try {
    new RegExp(pattern, 'mu')
    return true
  } catch {
    return false
  }
}
