import { explain } from '../errors.ts'
import { inconclusive, type Judgement } from './judgement.rules.ts'
import type { VerifyEffects } from './plan.ts'
import { classifyAnswer } from './unreadable.rules.ts'
import { neutralise } from './untrusted-text.rules.ts'
import type { Verdict } from './verdict.ts'

/** One thing to find out: gathering touches the swarm, judging is pure. */
export type Check<Evidence> = {
  kind: string
  title: string
  /** What must be true: said also when nothing could be gathered. */
  expected: string
  gather(): Promise<Evidence>
  judge(evidence: Evidence): Judgement
}

/**
 * Gathers, then judges. Whatever goes wrong on the way is `inconclusive` with its reason, because it says
 * nothing about what was checked.
 *
 * @throws `cancelled` only
 */
export async function runCheck<E>(check: Check<E>, fx: Pick<VerifyEffects, 'clock'>): Promise<Verdict> {
  const start = fx.clock.now()
  const { kind, title, expected } = check
  const judgement = await check
    .gather()
    .then(check.judge)
    .catch((error: unknown) => {
      const known = classifyAnswer(error)
      if (known.code === 'cancelled') throw known
      return inconclusive(expected, `could not be measured: ${neutralise(explain(known), 300)}`, known.hint)
    })
  return { id: kind, kind, title, ...judgement, durationMs: fx.clock.now() - start }
}
