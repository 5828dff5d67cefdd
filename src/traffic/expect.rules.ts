import { bounded } from '../plain/text.ts'
import type { Expectation, Identify, Outcome } from './samples.ts'

/** Of a wrong answer's body this much is kept for the words. */
const EXCERPT_BYTES = 400

const isGoodStatus = (status: number, expect: Expectation): boolean =>
  expect.status === undefined ? status >= 200 && status <= 299 : status === expect.status

/** How much of a body must be kept: all where someone reads it, else what a failure's words need. */
export const keptBytes =
  (expect: Expectation, identify: Identify | undefined) =>
  (status: number): number => {
    if (identify || expect.bodyIncludes !== undefined) return Number.POSITIVE_INFINITY
    return isGoodStatus(status, expect) ? 0 : EXCERPT_BYTES
  }

/** An answer that is not what was expected is a failure. */
export function judgeOutcome(outcome: Outcome, expect: Expectation): Outcome {
  if (outcome.kind !== 'answer') return outcome
  const { status, body } = outcome
  if (!isGoodStatus(status, expect))
    return { kind: 'status', detail: bounded(`HTTP ${status}: ${body}`), body }
  if (expect.bodyIncludes !== undefined && !body.includes(expect.bodyIncludes))
    return { kind: 'body', detail: bounded(`not the expected text: ${body}`), body }
  return outcome
}

const MAX_NAME = 64

/** The replica that answered, in words fit to be shown; `undefined` when the body does not say. */
export function replicaOf(outcome: Outcome, identify: Identify | undefined): string | undefined {
  const body = 'body' in outcome ? outcome.body : undefined
  if (!identify || !body) return undefined
  const name = typeof identify === 'function' ? identify(body) : behind(body, identify.lineAfter)
  return name === undefined ? undefined : bounded(name, MAX_NAME) || undefined
}

function behind(body: string, label: string): string | undefined {
  const at = body.startsWith(label) ? 0 : body.indexOf(`\n${label}`) + 1
  if (at === 0 && !body.startsWith(label)) return undefined
  const end = body.indexOf('\n', at)
  return body.slice(at + label.length, end < 0 ? undefined : end).trim()
}
