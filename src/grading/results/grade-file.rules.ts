import type { CheckGrade, Grade } from '../points/grade.ts'
import type { GradeFile } from './grade-schema.ts'

export type GradeAbout = Pick<GradeFile, 'tool' | 'gradedAt' | 'of'> & { phases?: GradeFile['phases'] }

/** A grade as `grade.json` has it: plain JSON, without what is not there. */
export function gradeFile(grade: Grade, about: GradeAbout): GradeFile {
  const { assignments, cast, obstacles, ...sums } = grade
  return {
    schema: 'swarmline/grade/v1',
    ...about,
    phases: about.phases ?? [],
    ...sums,
    cast: cast.map(({ found, others, ...rest }) => ({
      ...rest,
      ...given('found', found),
      others: [...others]
    })),
    obstacles: obstacles.map(({ hint, place, ...rest }) => ({
      ...rest,
      ...given('hint', hint),
      ...given('place', place)
    })),
    assignments: assignments.map(({ checks, ...rest }) => ({ ...rest, checks: checks.map(checkOf) }))
  }
}

function checkOf({ hint, waitsFor, place, evidenceFile, ...rest }: CheckGrade) {
  return {
    ...rest,
    ...given('hint', hint),
    ...given('waitsFor', waitsFor),
    ...given('place', place),
    ...given('evidenceFile', evidenceFile)
  }
}

function given<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]: Value })
}

/**
 * What of a grade is the same whenever the same thing is graded: without times, versions, evidence, and the words of what
 * was seen, which hold figures. For golden files.
 */
export function steadyPart({ status, total, bonus, score, cast, obstacles, assignments }: GradeFile) {
  return {
    ...{ status, total, bonus, score },
    cast: cast.map(({ role, found = null, others }) => ({ role, found, others })),
    obstacles: obstacles.map(({ phase, kind, text }) => ({ phase, kind, text })),
    checks: Object.fromEntries(
      assignments.flatMap(({ checks }) =>
        checks.map(({ id, outcome, points, max, waitsFor }) => [
          id,
          { outcome, points, max, ...(waitsFor === undefined ? {} : { waitsFor }) }
        ])
      )
    )
  }
}
