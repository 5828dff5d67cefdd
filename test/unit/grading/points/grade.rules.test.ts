import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { GradedCheck } from '../../../../src/grading/assignment.ts'
import { grade, gradeOf } from '../../../../src/grading/points/grade.rules.ts'
import type { Obstacle } from '../../../../src/grading/points/grade.ts'
import { worthRunning } from '../../../../src/grading/points/outcomes.rules.ts'
import type { VerdictStatus } from '../../../../src/verify/verdict.ts'
import { assignment, cast, check, verdict, verdicts } from '../builders.ts'

const outcomes = (graded: ReturnType<typeof grade>) =>
  Object.fromEntries(graded.assignments.flatMap(({ checks }) => checks.map(each => [each.id, each.outcome])))
const one = (graded: ReturnType<typeof grade>, id: string) =>
  graded.assignments.flatMap(({ checks }) => checks).find(each => each.id === id)

describe('what becomes of a check', () => {
  test.each<[VerdictStatus, string, number, number, number]>([
    ['pass', 'passed', 2, 2, 0],
    ['fail', 'failed', 0, 2, 0],
    ['inconclusive', 'error', 0, 2, 2],
    ['skipped', 'left-out', 0, 0, 0]
  ])('a verdict %s is %s', (status, outcome, points, max, undecided) => {
    const graded = grade([assignment('01-a', [check('a')])], {
      verdicts: verdicts(verdict('a', status)),
      cast: []
    })
    expect(outcomes(graded)).toEqual({ a: outcome })
    expect(graded.total).toEqual({ points, max, undecided })
  })

  test('one that was not measured is an error', () => {
    const graded = grade([assignment('01-a', [check('a')])], { verdicts: new Map(), cast: [] })
    expect(graded).toMatchObject({ status: 'incomplete', total: { points: 0, max: 2, undecided: 2 } })
    expect(one(graded, 'a')).toMatchObject({ outcome: 'error', observed: 'not measured', hint: undefined })
  })

  test('an engine that is lost takes nobody’s points', () => {
    const about = {
      verdicts: verdicts(verdict('a', 'fail')),
      cast: [cast('R', undefined)],
      lost: 'the engine is gone'
    }
    const graded = grade([assignment('01-a', [check('a'), check('b', { roles: ['R'] })])], about)
    expect(outcomes(graded)).toEqual({ a: 'error', b: 'error' })
    expect(graded.total).toEqual({ points: 0, max: 4, undecided: 4 })
  })

  test('a role that nobody plays fails what names it, with the reason', () => {
    const about = {
      verdicts: verdicts(verdict('a')),
      cast: [cast('R', undefined, 'nobody speaks it'), cast('B', 'b')]
    }
    const graded = grade(
      [assignment('01-a', [check('a', { roles: ['B', 'R'] }), check('b', { roles: ['B'] })])],
      about
    )
    expect(one(graded, 'a')).toMatchObject({
      outcome: 'failed',
      observed: 'the R was not found: nobody speaks it',
      hint: 'look at a'
    })
    expect(outcomes(graded)).toEqual({ a: 'failed', b: 'error' })
  })
})

describe('requirements', () => {
  const chain = [check('c', { requires: ['b'] }), check('b', { requires: ['a'] }), check('a')]
  test.each<[VerdictStatus, Record<string, string>]>([
    ['pass', { a: 'passed', b: 'passed', c: 'passed' }],
    ['fail', { a: 'failed', b: 'waiting', c: 'waiting' }],
    ['inconclusive', { a: 'error', b: 'error', c: 'error' }],
    ['skipped', { a: 'left-out', b: 'left-out', c: 'left-out' }]
  ])('when the first is %s', (status, expected) => {
    const about = { verdicts: verdicts(verdict('a', status), verdict('b'), verdict('c')), cast: [] }
    expect(outcomes(grade([assignment('01-a', chain)], about))).toEqual(expected)
  })

  test('say what is waited for', () => {
    const about = { verdicts: verdicts(verdict('a', 'fail'), verdict('b'), verdict('c')), cast: [] }
    expect(one(grade([assignment('01-a', chain)], about), 'c')).toMatchObject({
      waitsFor: 'b',
      observed: 'not looked at, because “b” did not pass',
      hint: undefined
    })
  })

  test('a failure counts more than an error beside it', () => {
    const checks = [check('a'), check('b'), check('c', { requires: ['a', 'b'] })]
    const about = {
      verdicts: verdicts(verdict('a', 'inconclusive'), verdict('b', 'fail'), verdict('c')),
      cast: []
    }
    expect(outcomes(grade([assignment('01-a', checks)], about))).toMatchObject({ c: 'waiting' })
  })

  test('one that waits has nothing of a verdict, whatever was measured', () => {
    const measured = verdict('b', 'pass', { evidenceFile: 'b.json', compose: { file: 'x', line: 1 } })
    const about = { verdicts: verdicts(verdict('a', 'fail'), measured), cast: [] }
    expect(one(grade([assignment('01-a', chain)], about), 'b')).toMatchObject({
      ...{ outcome: 'waiting', durationMs: 0, evidenceFile: undefined, place: undefined }
    })
  })

  test('one unmet requirement among several is enough to spare a check', () => {
    const checks = [check('a'), check('b'), check('c', { requires: ['a', 'b'] })]
    const measured = { verdicts: verdicts(verdict('a', 'fail'), verdict('b')), cast: [] }
    expect(worthRunning(checks.slice(2), checks, measured)).toEqual([])
  })

  test('spare the checks that can earn nothing', () => {
    const [c, b, a] = chain as [GradedCheck, GradedCheck, GradedCheck]
    const run = (status: VerdictStatus) =>
      worthRunning([c, b], [a, b, c], { verdicts: verdicts(verdict('a', status)), cast: [] }).map(
        ({ id }) => id
      )
    expect(run('pass')).toEqual(['c', 'b'])
    expect(run('inconclusive')).toEqual(['c', 'b'])
    expect(run('fail')).toEqual(['c'])
    expect(worthRunning([b, c], [a, b, c], { verdicts: verdicts(verdict('a', 'fail')), cast: [] })).toEqual(
      []
    )
  })
})

describe('points', () => {
  const assignments = [
    assignment('01-a', [check('a', { points: 3 }), check('b', { points: 4 })]),
    assignment('02-b', [check('c', { points: 5 })], { isBonus: true })
  ]
  const about = { verdicts: verdicts(verdict('a'), verdict('b', 'fail'), verdict('c')), cast: [] }

  test('partial credit: each check earns its own', () => {
    expect(grade(assignments, about)).toMatchObject({
      status: 'complete',
      total: { points: 3, max: 7, undecided: 0 },
      bonus: { points: 5, max: 5, undecided: 0 },
      assignments: [
        { points: 3, max: 7 },
        { points: 5, max: 5 }
      ]
    })
  })

  test.each([
    ['compensates', { points: 7, max: 7 }],
    ['counts', { points: 8, max: 12 }],
    ['shown', { points: 3, max: 7 }]
  ] as const)('a bonus that %s', (bonus, score) => {
    expect(grade(assignments, { ...about, bonus }).score).toEqual(score)
  })

  test('a solution that is refused is not run and earns nothing, with the way out', () => {
    const refusal: Obstacle = {
      phase: 'stack',
      kind: 'refused',
      text: 'it mounts /',
      hint: 'use a volume',
      place: undefined
    }
    const graded = grade(assignments, { ...about, obstacles: [refusal] })
    expect(graded).toMatchObject({ status: 'refused', score: { points: 0, max: 7 }, bonus: { points: 0 } })
    expect(one(graded, 'a')).toMatchObject({
      outcome: 'failed',
      observed: 'not run: it mounts /',
      hint: undefined
    })
  })

  test('a failed build is an obstacle, and what could be measured counts', () => {
    const obstacle: Obstacle = {
      phase: 'build',
      kind: 'failed',
      text: 'no',
      hint: undefined,
      place: undefined
    }
    expect(grade(assignments, { ...about, obstacles: [obstacle] })).toMatchObject({
      status: 'complete',
      total: { points: 3 },
      obstacles: [obstacle]
    })
  })

  test('hints get more concrete with each failure before', () => {
    const hintAfter = (failures: number) =>
      one(grade(assignments, { ...about, failedBefore: new Map([['b', failures]]) }), 'b')?.hint
    expect([0, 1, 2, 9].map(hintAfter)).toEqual([
      'look at b',
      'look closer at b',
      'look very close at b',
      'look very close at b'
    ])
  })
})

describe('properties', () => {
  const ids = ['a', 'b', 'c', 'd', 'e']
  const status = fc.constantFrom<VerdictStatus>('pass', 'fail', 'inconclusive', 'skipped')
  const arbitrary = fc.array(
    fc.record({ status, points: fc.integer({ min: 1, max: 9 }), before: fc.nat(4) }),
    {
      minLength: 5,
      maxLength: 5
    }
  )
  const graded = (given: { status: VerdictStatus; points: number; before: number }[]) => {
    // A requirement is always of an earlier one, so there are no circles.
    const checks = given.map(({ points, before }, i) =>
      check(ids[i] ?? '', { points, requires: before < i ? [ids[before] ?? ''] : [] })
    )
    const all = given.map((each, i) => verdict(ids[i] ?? '', each.status))
    return grade([assignment('01-a', checks)], { verdicts: verdicts(...all), cast: [] })
  }

  test('points are never below 0, nor above the maximum, and what is undecided is neither', () => {
    void fc.assert(
      fc.property(arbitrary, given => {
        const { total, score } = graded(given)
        expect(total.points).toBeGreaterThanOrEqual(0)
        expect(total.points + total.undecided).toBeLessThanOrEqual(total.max)
        expect(score.points).toBeLessThanOrEqual(score.max)
      })
    )
  })

  test('a check that turns out better never costs points', () => {
    void fc.assert(
      fc.property(arbitrary, fc.nat(4), (given, at) => {
        const better = given.map((each, i) =>
          i === at && each.status === 'fail' ? { ...each, status: 'pass' as const } : each
        )
        expect(graded(better).total.points).toBeGreaterThanOrEqual(graded(given).total.points)
      })
    )
  })

  test('the machine’s failure never leaves a lower sum of earned and undecided points', () => {
    void fc.assert(
      fc.property(arbitrary, fc.nat(4), (given, at) => {
        const slow = given.map((each, i) => (i === at ? { ...each, status: 'inconclusive' as const } : each))
        const sum = ({ total }: ReturnType<typeof grade>) => total.points + total.undecided
        if (given[at]?.status !== 'skipped')
          expect(sum(graded(slow))).toBeGreaterThanOrEqual(sum(graded(given)))
      })
    )
  })
})

describe('a grade of some assignments', () => {
  const isBonus = { ...assignment('03-c', [check('c', { points: 3 })]), isBonus: true }
  const whole = grade([assignment('01-a', [check('a')]), assignment('02-b', [check('b')]), isBonus], {
    verdicts: verdicts(verdict('a', 'inconclusive'), verdict('b', 'fail'), verdict('c')),
    cast: [cast('R', 'web')],
    obstacles: [{ phase: 'stack', kind: 'failed', text: 'odd', hint: undefined, place: undefined }]
  })

  test('counts theirs alone', () => {
    expect(whole).toMatchObject({ status: 'incomplete', total: { points: 0, max: 4 } })
    expect(gradeOf(['02-b', '03-c'], whole)).toEqual({
      ...whole,
      status: 'complete',
      total: { points: 0, max: 2, undecided: 0 },
      bonus: { points: 3, max: 3, undecided: 0 },
      score: { points: 2, max: 2 },
      obstacles: [],
      assignments: whole.assignments.slice(1)
    })
  })

  test('of bonus assignments alone, the bonus is the score', () => {
    expect(gradeOf(['03-c'], whole).score).toEqual({ points: 3, max: 3 })
  })
})
