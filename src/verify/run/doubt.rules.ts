import type { Verdict } from '../verdict.ts'
import { verdictLine } from './bounded.rules.ts'

const HINT = 'run it again when the swarm is idle'

/** A verdict that says nothing after all: why, and what was seen. */
export function doubted(verdict: Verdict, why: string): Verdict {
  const observed = verdictLine(`${why}; seen was: ${verdict.observed}`, 1500)
  return { ...verdict, status: 'inconclusive', observed, hint: HINT }
}
