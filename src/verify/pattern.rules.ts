import { createContext, Script } from 'node:vm'

const LIMIT_MS = 200
const MAX_TEXT = 256 * 1024
const search = new Script('new RegExp(pattern, "mu").test(text)')

/**
 * Whether a suite's regular expression is found in a text. Both are untrusted, and an expression may take longer
 * than the age of the universe to say no: then the answer is `unknown`. A longer text is searched in its first part.
 */
export function matchesPattern(pattern: string, text: string): 'holds' | 'fails' | 'unknown' {
  try {
    const sandbox = createContext({ pattern, text: text.slice(0, MAX_TEXT) })
    return search.runInContext(sandbox, { timeout: LIMIT_MS }) === true ? 'holds' : 'fails'
  } catch {
    return 'unknown'
  }
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
