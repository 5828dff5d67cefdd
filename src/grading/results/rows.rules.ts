import type { Place } from '../../verify/verify.ts'
import type { Grade, Outcome } from '../points/grade.ts'

/**
 * One check as reports list it, whatever their format: JUnit, CTRF, a table, annotations. Texts are plain, bounded and
 * on one line; whoever renders them escapes for the format.
 */
export type TestRow = {
  /** The assignment: a suite in JUnit and CTRF. */
  suite: string
  /** The check’s id, for programs. */
  id: string
  name: string
  /** `error` is the machine’s failure. */
  status: 'passed' | 'failed' | 'skipped' | 'error'
  rawStatus: Outcome
  points: number
  max: number
  durationMs: number
  /** What was expected and seen; none for a check that passed. */
  message: string | undefined
  hint: string | undefined
  /** In the participant’s files. */
  place: Place | undefined
  evidenceFile: string | undefined
  isBonus: boolean
}

const STATUS = {
  passed: 'passed',
  failed: 'failed',
  waiting: 'skipped',
  error: 'error',
  'left-out': 'skipped'
} as const

export function testRows({ assignments }: Pick<Grade, 'assignments'>): TestRow[] {
  return assignments.flatMap(({ name, title, isBonus, checks }) =>
    checks.map(check => ({
      suite: `${Number.parseInt(name, 10)}. ${title}`,
      id: check.id,
      name: check.title,
      status: STATUS[check.outcome],
      rawStatus: check.outcome,
      points: check.points,
      max: check.max,
      durationMs: check.durationMs,
      message:
        check.outcome === 'passed' ? undefined : `expected: ${check.expected}; seen: ${check.observed}`,
      hint: check.hint,
      place: check.place,
      evidenceFile: check.evidenceFile,
      isBonus
    }))
  )
}
