import type { Verdict } from '../../verify/verify.ts'
import type { GradedCheck } from '../assignment.ts'
import type { Cast } from '../roles/role.ts'
import type { Outcome } from './grade.ts'

/** What became of a check, and in what words. */
export type Judged = {
  outcome: Outcome
  expected: string
  observed: string
  waitsFor: string | undefined
}

export type Measured = {
  /** By the checks' ids. A check that is not among them was not measured. */
  verdicts: ReadonlyMap<string, Verdict>
  cast: readonly Cast[]
  /** Why nothing could be measured at all, when that is the machine's fault. */
  lost?: string | undefined
}

/** The outcome of every check, by its id. Requirements are looked at first, so the order does not matter. */
export function outcomesOf(checks: readonly GradedCheck[], measured: Measured): Map<string, Judged> {
  const byId = new Map(checks.map(check => [check.id, check]))
  const judged = new Map<string, Judged>()
  const judge = (check: GradedCheck): Judged => {
    const known = judged.get(check.id)
    if (known) return known
    const required = check.requires.flatMap(id => byId.get(id) ?? []).map(each => ({ each, is: judge(each) }))
    const made = byRequirements(check, required) ?? byItself(check, measured)
    judged.set(check.id, made)
    return made
  }
  for (const check of checks) judge(check)
  return judged
}

function byRequirements(
  check: GradedCheck,
  required: readonly { each: GradedCheck; is: Judged }[]
): Judged | undefined {
  const that = (outcomes: readonly Outcome[]) => required.find(({ is }) => outcomes.includes(is.outcome))
  const unmet = that(['failed', 'waiting'])
  const words = (id: string, what: string) => ({
    expected: check.title,
    observed: `not looked at, because “${id}” ${what}`,
    waitsFor: id
  })
  if (unmet) return { outcome: 'waiting', ...words(unmet.each.id, 'did not pass') }
  const unknown = that(['error'])
  if (unknown) return { outcome: 'error', ...words(unknown.each.id, 'could not be measured') }
  const absent = that(['left-out'])
  return absent && { outcome: 'left-out', ...words(absent.each.id, 'is left out') }
}

const OUTCOMES = { pass: 'passed', fail: 'failed', inconclusive: 'error', skipped: 'left-out' } as const

function byItself(check: GradedCheck, { verdicts, cast, lost }: Measured): Judged {
  const said = (outcome: Outcome, observed: string): Judged => ({
    outcome,
    expected: check.title,
    observed,
    waitsFor: undefined
  })
  if (lost !== undefined) return said('error', lost)
  const nobody = cast.find(({ role, found }) => found === undefined && check.roles.includes(role))
  if (nobody) return said('failed', `${nobody.title} was not found: ${nobody.because}`)
  const verdict = verdicts.get(check.id)
  if (!verdict) return said('error', 'not measured')
  const { expected, observed } = verdict
  return { outcome: OUTCOMES[verdict.status], expected, observed, waitsFor: undefined }
}

/**
 * Of checks that are still to be run those that can earn something: what they require passed, or is to be run before.
 */
export function worthRunning<Check extends GradedCheck>(
  rest: readonly Check[],
  all: readonly GradedCheck[],
  measured: Measured
): Check[] {
  const open = new Set(rest.map(({ id }) => id))
  const judged = outcomesOf(
    all.filter(({ id }) => !open.has(id)),
    measured
  )
  const hopeless = new Set<string>()
  return rest.filter(check => {
    const isHopeless = check.requires.some(
      id => hopeless.has(id) || ['failed', 'waiting'].includes(judged.get(id)?.outcome ?? '')
    )
    if (isHopeless) hopeless.add(check.id)
    return !isHopeless
  })
}
