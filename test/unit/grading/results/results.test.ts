import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { grade } from '../../../../src/grading/points/grade.rules.ts'
import type { Obstacle } from '../../../../src/grading/points/grade.ts'
import { classroom50Result } from '../../../../src/grading/results/classroom50.rules.ts'
import { exercismResults } from '../../../../src/grading/results/exercism.rules.ts'
import { gradeFile, steadyPart } from '../../../../src/grading/results/grade-file.rules.ts'
import { GRADE, gradeJsonSchema } from '../../../../src/grading/results/grade-schema.ts'
import { testRows } from '../../../../src/grading/results/rows.rules.ts'
import { assignment, cast, check, verdict, verdicts } from '../builders.ts'

const COURSE = [
  assignment('03-image', [check('a', { points: 3 }), check('b', { requires: ['c'] })]),
  assignment('04-service', [check('c', { points: 4 }), check('d'), check('e')]),
  assignment('17-volume', [check('f')], { isBonus: true })
]
const compose = { file: 'docker-compose.yml', line: 12 }
const MEASURED = verdicts(
  verdict('a', 'pass', { evidenceFile: 'a.json' }),
  verdict('c', 'fail', { compose }),
  verdict('d', 'inconclusive'),
  verdict('e', 'skipped'),
  verdict('f')
)
const about = { verdicts: MEASURED, cast: [cast('BACKEND', 'web'), cast('REDIS', undefined)] }
const incomplete = grade(COURSE, about)
const complete = grade(COURSE, { ...about, verdicts: verdicts(...MEASURED.values(), verdict('d')) })
const refusal: Obstacle = {
  phase: 'stack',
  kind: 'refused',
  text: 'it mounts /',
  hint: 'use a volume',
  place: compose
}
const refused = grade(COURSE, { ...about, obstacles: [refusal] })
const FRAME = {
  tool: { name: 'swarmline' as const, version: '1.2.3' },
  gradedAt: '2026-11-30T12:00:00Z',
  of: { kind: 'folder' as const, name: 'solution', fingerprint: 'f00' }
}

describe('grade.json', () => {
  test.each([
    ['complete', complete],
    ['incomplete', incomplete],
    ['refused', refused]
  ])('holds a grade that is %s', (status, graded) => {
    const file = gradeFile(graded, FRAME)
    expect(file.status).toBe(status)
    expect(GRADE.parse(JSON.parse(JSON.stringify(file)))).toEqual(file)
  })

  test('says what was expected and seen, the hint and the place, and leaves out what is not there', () => {
    const checks = gradeFile(incomplete, FRAME).assignments.flatMap(each => each.checks)
    expect(checks.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([
      ...['a passed', 'b waiting', 'c failed', 'd error', 'e left-out', 'f passed']
    ])
    expect(checks[0]).toEqual({
      ...{ id: 'a', title: 'the check a', outcome: 'passed', points: 3, max: 3, durationMs: 7 },
      ...{
        expected: 'a is right',
        observed: 'a was seen',
        suite: { file: 'a.yml', line: 3 },
        evidenceFile: 'a.json'
      }
    })
    expect(checks[1]).toMatchObject({ waitsFor: 'c', points: 0, max: 2 })
    expect(checks[2]).toMatchObject({ place: compose, hint: 'look at c' })
  })

  test('has a schema that is published, and strict', () => {
    expect(JSON.parse(readFileSync('schema/grade.schema.json', 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(gradeJsonSchema()))
    )
    expect(GRADE.safeParse({ ...gradeFile(complete, FRAME), more: 1 }).success).toBe(false)
    expect(GRADE.safeParse({ ...gradeFile(complete, FRAME), schema: 'swarmline/grade/v2' }).success).toBe(
      false
    )
  })

  test('the steady part says of each check what became of it', () => {
    expect(steadyPart(gradeFile(incomplete, FRAME))).toMatchObject({
      status: 'incomplete',
      cast: [
        { role: 'BACKEND', found: 'web', others: [] },
        { role: 'REDIS', found: null, others: [] }
      ],
      checks: {
        a: { outcome: 'passed', points: 3, max: 3 },
        b: { outcome: 'waiting', points: 0, max: 2, waitsFor: 'c' }
      }
    })
    expect(Object.keys(steadyPart(gradeFile(incomplete, FRAME)).checks.a ?? {})).not.toContain('waitsFor')
  })

  test('the steady part has neither times nor figures', () => {
    const later = grade(COURSE, {
      ...about,
      verdicts: new Map(
        [...MEASURED].map(([id, each]) => [id, { ...each, durationMs: 99, observed: 'other figures' }])
      )
    })
    const other = { ...FRAME, gradedAt: '2027-01-01T00:00:00Z', phases: [{ title: 'Build', durationMs: 3 }] }
    expect(steadyPart(gradeFile(later, other))).toEqual(steadyPart(gradeFile(incomplete, FRAME)))
    expect(steadyPart(gradeFile(complete, FRAME))).not.toEqual(steadyPart(gradeFile(incomplete, FRAME)))
  })
})

describe('exercism', () => {
  test('lists the tests in their order, with the number of the assignment', () => {
    expect(exercismResults(complete)).toEqual({
      version: 3,
      status: 'fail',
      tests: [
        { name: 'the check a', task_id: 3, status: 'pass', output: 'a was seen' },
        {
          name: 'the check b',
          task_id: 3,
          status: 'fail',
          message: expect.stringMatching(/^Expected: the check b\nSeen: not looked at/)
        },
        {
          name: 'the check c',
          task_id: 4,
          status: 'fail',
          message: 'Expected: c is right\nSeen: c was seen\nHint: look at c'
        },
        { name: 'the check d', task_id: 4, status: 'pass', output: 'd was seen' },
        { name: 'the check f', task_id: 17, status: 'pass', output: 'f was seen' }
      ]
    })
  })

  test('a check in error is one, and makes the whole not pass', () => {
    const { status, tests = [] } = exercismResults(incomplete)
    expect(status).toBe('fail')
    expect(tests.filter(test => test.status === 'error').map(({ name }) => name)).toEqual(['the check d'])
  })

  test('passes when all do', () => {
    const all = grade([assignment('03-image', [check('a')])], { ...about, cast: [] })
    expect(exercismResults(all)).toMatchObject({ status: 'pass' })
  })

  test('is an error when no test ran', () => {
    expect(exercismResults(refused)).toEqual({ version: 3, status: 'error', message: 'it mounts /' })
    const lost = grade(COURSE, { ...about, lost: 'the engine is gone' })
    expect(exercismResults(lost)).toMatchObject({ status: 'error', message: 'no check could be measured' })
  })

  test('keeps to its limits', () => {
    const long = grade([assignment('03-image', [check('a')])], {
      cast: [],
      verdicts: verdicts(verdict('a', 'pass', { observed: 'x'.repeat(600) }))
    })
    expect(exercismResults(long).tests?.[0]?.output).toHaveLength(500)
    const wordy = grade(COURSE, { ...about, obstacles: [{ ...refusal, text: 'x'.repeat(70_000) }] })
    expect(exercismResults(wordy).message).toHaveLength(65_535)
  })
})

describe('Classroom 50', () => {
  const submission = {
    ...{
      classroom: 'swarm-2026',
      assignment: 'workshop',
      assignmentType: 'individual' as const,
      owner: 'someone'
    },
    ...{ submission: 'submit/20261130', commit: 'https://example.org/c', release: 'https://example.org/r' },
    ...{ review: 'https://example.org/v', datetime: '2026-11-30T12:00:00Z' }
  }

  test('gets whole scores, none above its maximum, and no test that was left out', () => {
    const result = classroom50Result(complete, submission)
    expect(result).toMatchObject({
      schema: 'classroom50/result/v1',
      assignment_type: 'individual',
      score: 7,
      'max-score': 11
    })
    expect(
      result?.tests.map(each => `${each['test-name']} ${each.score}/${each['max-score']} ${each.passed}`)
    ).toEqual([
      'title of 03-image: the check a 3/3 true',
      'title of 03-image: the check b 0/2 false',
      'title of 04-service: the check c 0/4 false',
      'title of 04-service: the check d 2/2 true',
      'Bonus: title of 17-volume: the check f 2/2 true'
    ])
  })

  test('gets none as long as points are undecided, so that nobody loses them', () => {
    expect(classroom50Result(incomplete, submission)).toBeUndefined()
  })

  test('has the fields that the schema asks for, and no others', () => {
    expect(Object.keys(classroom50Result(complete, submission) ?? {}).sort()).toEqual([
      ...['assignment', 'assignment_type', 'classroom', 'commit', 'datetime', 'max-score', 'owner'],
      ...['release', 'review', 'schema', 'score', 'submission', 'tests']
    ])
  })
})

test('rows for reports: the machine’s failure is an error, and what waits is skipped', () => {
  expect(
    testRows(incomplete).map(({ suite, id, status, rawStatus }) => [suite, id, status, rawStatus])
  ).toEqual([
    ['3. title of 03-image', 'a', 'passed', 'passed'],
    ['3. title of 03-image', 'b', 'skipped', 'waiting'],
    ['4. title of 04-service', 'c', 'failed', 'failed'],
    ['4. title of 04-service', 'd', 'error', 'error'],
    ['4. title of 04-service', 'e', 'skipped', 'left-out'],
    ['17. title of 17-volume', 'f', 'passed', 'passed']
  ])
  expect(testRows(incomplete)[2]).toMatchObject({
    message: 'expected: c is right; seen: c was seen',
    hint: 'look at c',
    place: compose,
    points: 0,
    max: 4
  })
})
