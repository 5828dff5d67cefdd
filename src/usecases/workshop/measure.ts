import type { Effects } from '../../effects/effects.ts'
import { type Assignment, type Cast, type RunnableCheck, worthRunning } from '../../grading/grading.ts'
import { createRedactor } from '../../plain/redact.ts'
import { runSuite, type Verdict, type WorldBase } from '../../verify/verify.ts'

const DEADLINE_MS = 30 * 60_000

/**
 * Runs the checks of assignments, those first that others require. What can no longer earn anything is not run, and
 * neither is a check that names a role in which nobody was found.
 *
 * @returns verdicts by the checks’ ids
 * @throws `cancelled`
 */
export async function measure(
  assignments: readonly Assignment<RunnableCheck>[],
  cast: readonly Cast[],
  base: WorldBase,
  placeOf: Parameters<typeof runSuite>[3]['recorder']['placeOf'],
  fx: Pick<Effects, 'exec' | 'clock' | 'log' | 'signal'>
): Promise<Map<string, Verdict>> {
  const all = assignments.flatMap(({ checks }) => checks)
  const verdicts = new Map<string, Verdict>()
  const recorder = { redactor: createRedactor(), placeOf, saveEvidence: undefined }
  const absent = new Set(cast.flatMap(({ role, found }) => (found === undefined ? [role] : [])))
  let rest = all
  while (rest.length > 0) {
    const open = new Set(rest.map(({ id }) => id))
    const next = rest.filter(({ requires }) => !requires.some(id => open.has(id)))
    const measured = { verdicts, cast }
    const settled = all.filter(({ id }) => !open.has(id))
    const run = worthRunning(next, [...settled, ...next], measured).filter(
      ({ roles }) => !roles.some(role => absent.has(role))
    )
    const found =
      run.length === 0
        ? []
        : await runSuite(
            run.map(({ suite }) => suite),
            base,
            fx,
            { deadlineMs: DEADLINE_MS, isDisruptionAllowed: true, recorder }
          )
    for (const verdict of found) verdicts.set(verdict.id, verdict)
    const done = new Set(next.map(({ id }) => id))
    rest = rest.filter(({ id }) => !done.has(id))
  }
  return verdicts
}
