import type { Assignment, GradedCheck } from '../assignment.ts'
import { type HintPolicy, hintFor } from '../hints/hints.rules.ts'
import type { AssignmentGrade, CheckGrade, Grade, Obstacle, Sum } from './grade.ts'
import { type Judged, type Measured, outcomesOf } from './outcomes.rules.ts'

/**
 * `compensates`: bonus points make up for missing ones, up to the maximum. `counts`: they are points like all others, and
 * part of the maximum. `shown`: they are only shown.
 */
export type BonusPolicy = 'compensates' | 'counts' | 'shown'

export type Grading = Measured & {
  obstacles?: readonly Obstacle[]
  bonus?: BonusPolicy
  hints?: HintPolicy
  /** How often each check has failed before, each time after a change. */
  failedBefore?: ReadonlyMap<string, number>
}

/** Turns verdicts into points. */
export function grade(assignments: readonly Assignment[], about: Grading): Grade {
  const { bonus = 'compensates', obstacles = [] } = about
  const checks = assignments.flatMap(assignment => assignment.checks)
  const judged = isRefused(about) ? refusedAll(checks, obstacles) : outcomesOf(checks, about)
  const graded = assignments.map(assignment => gradeAssignment(assignment, judged, about))
  const counted = countedOf(graded, bonus)
  return {
    ...counted,
    status: isRefused(about) ? 'refused' : counted.status,
    cast: about.cast,
    obstacles,
    assignments: graded
  }
}

/**
 * The part of a grade that these assignments have; others were looked at for checks that they require, and count nothing.
 * Where nothing but bonus points can be had, they are the score.
 */
export function gradeOf(names: readonly string[], whole: Grade): Grade {
  const assignments = whole.assignments.filter(({ name }) => names.includes(name))
  const isOnlyBonus = assignments.every(({ isBonus, max }) => isBonus || max === 0)
  return {
    ...whole,
    ...countedOf(assignments, isOnlyBonus ? 'counts' : 'compensates'),
    obstacles: [],
    assignments
  }
}

function countedOf(
  graded: readonly AssignmentGrade[],
  policy: BonusPolicy
): Pick<Grade, 'status' | 'total' | 'bonus' | 'score'> {
  const total = sum(graded.filter(({ isBonus }) => !isBonus))
  const bonus = sum(graded.filter(({ isBonus }) => isBonus))
  const isUndecided = total.undecided + bonus.undecided > 0
  return {
    status: isUndecided ? 'incomplete' : 'complete',
    total,
    bonus,
    score: scoreOf(total, bonus, policy)
  }
}

const isRefused = ({ obstacles = [] }: Grading): boolean => obstacles.some(({ kind }) => kind === 'refused')

function gradeAssignment(
  { name, title, isBonus, checks }: Assignment,
  judged: ReadonlyMap<string, Judged>,
  about: Grading
): AssignmentGrade {
  const graded = checks.flatMap(check => {
    const is = judged.get(check.id)
    return is ? [gradeCheck(check, is, about)] : []
  })
  return { name, title, isBonus, ...sumOfChecks(graded), checks: graded }
}

function gradeCheck(check: GradedCheck, is: Judged, about: Grading): CheckGrade {
  const verdict = is.waitsFor === undefined ? about.verdicts.get(check.id) : undefined
  const attempts = (about.failedBefore?.get(check.id) ?? 0) + 1
  return {
    id: check.id,
    title: check.title,
    outcome: is.outcome,
    points: is.outcome === 'passed' ? check.points : 0,
    max: is.outcome === 'left-out' ? 0 : check.points,
    expected: is.expected,
    observed: is.observed,
    hint:
      is.outcome === 'failed' && !isRefused(about) ? hintFor(check.hints, attempts, about.hints) : undefined,
    waitsFor: is.waitsFor,
    place: verdict?.compose,
    suite: check.place,
    durationMs: verdict?.durationMs ?? 0,
    evidenceFile: verdict?.evidenceFile
  }
}

/** A solution that asks for what it may not have is not run, and earns nothing. */
function refusedAll(checks: readonly GradedCheck[], obstacles: readonly Obstacle[]): Map<string, Judged> {
  const why = obstacles.find(({ kind }) => kind === 'refused')?.text ?? ''
  return new Map(
    checks.map(({ id, title }) => [
      id,
      { outcome: 'failed', expected: title, observed: `not run: ${why}`, waitsFor: undefined }
    ])
  )
}

function sumOfChecks(checks: readonly CheckGrade[]): Sum {
  const add = (of: (check: CheckGrade) => number) => checks.reduce((total, check) => total + of(check), 0)
  return {
    points: add(({ points }) => points),
    max: add(({ max }) => max),
    undecided: add(({ outcome, max }) => (outcome === 'error' ? max : 0))
  }
}

function sum(parts: readonly Sum[]): Sum {
  const add = (of: (part: Sum) => number) => parts.reduce((total, part) => total + of(part), 0)
  return {
    points: add(({ points }) => points),
    max: add(({ max }) => max),
    undecided: add(({ undecided }) => undecided)
  }
}

function scoreOf(total: Sum, bonus: Sum, policy: BonusPolicy): Grade['score'] {
  switch (policy) {
    case 'compensates':
      return { points: Math.min(total.max, total.points + bonus.points), max: total.max }
    case 'counts':
      return { points: total.points + bonus.points, max: total.max + bonus.max }
    case 'shown':
      return { points: total.points, max: total.max }
    default:
      return policy satisfies never
  }
}
