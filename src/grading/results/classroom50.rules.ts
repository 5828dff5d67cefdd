import type { Grade } from '../points/grade.ts'

/** What Classroom 50 tells a grader about a submission, by its environment. Its runner overwrites some of it. */
export type Submission = {
  classroom: string
  assignment: string
  assignmentType: 'individual' | 'group'
  owner: string
  /** `submit/…` */
  submission: string
  commit: string
  release: string
  review: string
  /** ISO 8601 in UTC, to the second: `2026-11-30T12:00:00Z`. */
  datetime: string
}

/** foundation50/classroom50, schemas/result-v1.schema.json. Scores are whole, and none is above its maximum. */
export type Classroom50Result = {
  schema: 'classroom50/result/v1'
  classroom: string
  assignment: string
  assignment_type: 'individual' | 'group'
  owner: string
  submission: string
  commit: string
  release: string
  review: string
  datetime: string
  score: number
  'max-score': number
  tests: Classroom50Test[]
}
export type Classroom50Test = { 'test-name': string; passed: boolean; score: number; 'max-score': number }

/**
 * The result of a submission; `undefined` for a grade with undecided points, for which the grader must end with an error:
 * nothing is then published, and nobody loses points for a machine that failed.
 */
export function classroom50Result(grade: Grade, about: Submission): Classroom50Result | undefined {
  if (grade.status === 'incomplete') return undefined
  const { classroom, assignment, assignmentType, owner, submission, commit, release, review, datetime } =
    about
  return {
    schema: 'classroom50/result/v1',
    ...{ classroom, assignment, assignment_type: assignmentType, owner, submission },
    ...{ commit, release, review, datetime },
    score: grade.score.points,
    'max-score': grade.score.max,
    tests: grade.assignments.flatMap(({ title, isBonus, checks }) =>
      checks
        .filter(({ outcome }) => outcome !== 'left-out')
        .map(check => ({
          'test-name': `${isBonus ? 'Bonus: ' : ''}${title}: ${check.title}`,
          passed: check.outcome === 'passed',
          score: check.points,
          'max-score': check.max
        }))
    )
  }
}
