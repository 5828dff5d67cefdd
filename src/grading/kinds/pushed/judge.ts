import { fail, inconclusive, neutralise, pass } from '../../../verify/verify.rules.ts'
import type { Judgement } from '../../../verify/verify.ts'

export type PushedParams = { image: string }
export type PushedEvidence =
  | { kind: 'has'; digest: string }
  | { kind: 'lacks'; reason: string }
  | { kind: 'unknown'; reason: string }

export const pushedExpected = ({ image }: PushedParams): string => `a registry has the image ${image}`

export function judgePushed(params: PushedParams, evidence: PushedEvidence): Judgement {
  const expected = pushedExpected(params)
  if (evidence.kind === 'has') return pass(expected, evidence.digest)
  const reason = neutralise(evidence.reason)
  return evidence.kind === 'lacks'
    ? fail(expected, `it has not: ${reason}`, 'build the image and push it under exactly this name')
    : inconclusive(expected, `the registry did not say: ${reason}`, undefined)
}
