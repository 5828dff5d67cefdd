import type { AnyKind } from '../../verify/kind.ts'
import { KINDS } from '../../verify/kinds/all.ts'
import type { Solution } from '../folder/solution.ts'
import { deployScript } from './deploy-script.ts'
import { healthcheck } from './healthcheck.ts'
import { nothingLeft } from './nothing-left.ts'
import { pipeline } from './pipeline.ts'
import { placedByLabel } from './placed-by-label.ts'
import { prometheusQuery } from './prometheus-query.ts'
import { type LoginFor, pushed } from './pushed.ts'
import { sharedCounter } from './shared-counter.ts'

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
