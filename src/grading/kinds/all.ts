import { type AnyKind, KINDS } from '../../verify/verify.ts'
import type { Solution } from '../folder/solution.ts'
import { deployScript } from './deploy-script/kind.ts'
import { healthcheck } from './healthcheck/kind.ts'
import { nothingLeft } from './nothing-left/kind.ts'
import { pipeline } from './pipeline/kind.ts'
import { placedByLabel } from './placed-by-label/kind.ts'
import { prometheusQuery } from './prometheus-query/kind.ts'
import { type LoginFor, pushed } from './pushed/kind.ts'
import { sharedCounter } from './shared-counter/kind.ts'

/** All that an assignment may ask for: the kinds of every suite, and those that grading adds to them. */
export function gradingKinds(
  solution: Solution,
  loginFor: LoginFor = async () => undefined
): readonly AnyKind[] {
  return [
    ...KINDS,
    ...[placedByLabel, healthcheck, pushed(loginFor), sharedCounter, prometheusQuery, nothingLeft],
    ...[deployScript(solution), pipeline(solution)]
  ]
}
