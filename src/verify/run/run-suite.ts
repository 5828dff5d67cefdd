import type { Effects } from '../../effects/effects.ts'
import type { SuiteCheck } from '../suite/suite.ts'
import type { Verdict } from '../verdict.ts'
import type { WorldBase } from './check-world.ts'
import { createRunner } from './one-check.ts'
import { runCalm } from './run-calm.ts'
import type { Recorder } from './run-check.ts'
import { runDisturbing } from './run-disturbing.ts'
import type { Vigil } from './vigil.ts'

export type { WorldBase } from './check-world.ts'

export type RunOptions = {
  /** For all checks together. */
  deadlineMs: number
  isDisruptionAllowed: boolean
  recorder: Recorder
  /** Without it nothing is held back, and what happens to the swarm meanwhile is not known. */
  vigil?: Vigil
}

/**
 * Runs checks: those that disturb nothing, as many at once as the swarm's pace allows (they take turns where they would
 * disturb each other's count of visits), then those that disturb, alone and in their order, each undone before the
 * next begins. What failed while the swarm was overloaded is measured once more, alone.
 *
 * @returns one verdict for each check, in the checks' order
 * @throws `cancelled`, after what was disturbed has been undone
 */
export async function runSuite(
  checks: readonly SuiteCheck[],
  base: WorldBase,
  fx: Pick<Effects, 'exec' | 'clock' | 'log' | 'signal'>,
  options: RunOptions
): Promise<Verdict[]> {
  const runner = createRunner(base, fx, options)
  const isDisturbing = (check: SuiteCheck): boolean => check.kind.isDisturbing
  const calm = await runCalm(
    checks.filter(check => !isDisturbing(check)),
    runner,
    fx
  )
  const disturbed = await runDisturbing(checks.filter(isDisturbing), runner, fx, options)
  return checks.flatMap(check => calm.get(check) ?? disturbed.get(check) ?? [])
}
