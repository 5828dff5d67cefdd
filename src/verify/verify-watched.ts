import { worst } from './judgement.rules.ts'
import type { NodeDoor, VerifyEffects, VerifyPlan } from './plan.ts'
import { doubted } from './run/doubt.rules.ts'
import { settle } from './run/settle.rules.ts'
import type { Vigil } from './run/vigil.ts'
import type { Verdict, VerifyResult } from './verdict.ts'
import { verifyStack } from './verify-stack.ts'

/**
 * As `verifyStack`, at the pace of the swarm. What failed while it was slow or overloaded is measured once more, and what
 * may come of a task or a node that was lost meanwhile is inconclusive.
 *
 * @throws as `verifyStack`
 */
export async function verifyWatched(
  plan: VerifyPlan,
  doors: readonly NodeDoor[],
  vigil: Vigil,
  fx: VerifyEffects
): Promise<VerifyResult> {
  const paced = { ...fx, pace: () => vigil.pace() }
  const measure = async () => {
    const fromMs = fx.clock.now()
    const result = await verifyStack(plan, doors, paced)
    const toMs = fx.clock.now()
    await vigil.look()
    return { result, meanwhile: vigil.during(fromMs, toMs) }
  }
  const first = await measure()
  const settlements = first.result.verdicts.map(({ status }) => settle(status, first.meanwhile, false))
  const second = settlements.some(({ kind }) => kind === 'again')
    ? await fx.log.step('Measure what failed once more', async () => {
        await vigil.rest()
        return measure()
      })
    : undefined
  const verdicts = first.result.verdicts.map((verdict, i): Verdict => {
    const settlement = settlements[i]
    if (settlement?.kind === 'inconclusive') return doubted(verdict, settlement.why)
    const again = second?.result.verdicts.find(each => each.id === verdict.id)
    if (settlement?.kind !== 'again' || !second || !again) return verdict
    const last = settle(again.status, second.meanwhile, true)
    return last.kind === 'inconclusive' ? doubted(again, last.why) : again
  })
  const seen = second?.result ?? first.result
  return {
    ...seen,
    verdicts,
    status: worst(verdicts.map(({ status }) => status)),
    durationMs: first.result.durationMs + (second?.result.durationMs ?? 0)
  }
}
