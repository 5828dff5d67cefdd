import { fail, inconclusive, type Judgement } from '../judging/judgement.rules.ts'

/** Why a service was left as it is. Only that it is not there at all is its own fault. */
export type NotDisturbed = { kind: 'not-disturbed'; isAbsent: boolean; why: string; hint?: string }

export function judgeNotDisturbed(expected: string, { isAbsent, why, hint }: NotDisturbed): Judgement {
  return isAbsent
    ? fail(expected, why, 'deploy the stack first')
    : inconclusive(expected, why, hint ?? 'see `docker service ps --no-trunc`')
}
