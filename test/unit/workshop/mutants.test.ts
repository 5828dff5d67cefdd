import { describe, expect, test } from '@jest/globals'
import type { GradedCheck } from '../../../src/grading/assignment.ts'
import { gradingKinds } from '../../../src/grading/kinds/all.ts'
import { outcomesOf } from '../../../src/grading/points/outcomes.rules.ts'
import { loadAssignments } from '../../../src/grading/suite/load-workshop.ts'
import { WORKSHOP } from '../../support/workshop/course.ts'
import { changedLines, type Mutant, mutants } from '../../support/workshop/mutants.ts'
import { PAPER_CHECKS } from '../../support/workshop/paper-checks.ts'
import { gradeOnPaper } from '../../support/workshop/paper-grade.ts'
import { verdict } from '../grading/builders.ts'

const ALL = mutants()
const assignments = await loadAssignments({
  root: WORKSHOP,
  kinds: gradingKinds({ files: [], read: async () => '', runScripts: async () => [] }),
  facts: { NODES: '3', PORT: '80' },
  cast: new Map()
})
const checks: GradedCheck[] = assignments.flatMap(each => each.checks)

/** What becomes of every check when those fail that a mutant says, and all others pass. */
function outcomes(mutant: Mutant) {
  const verdicts = new Map(checks.map(({ id }) => [id, verdict(id, id in mutant.fails ? 'fail' : 'pass')]))
  return outcomesOf(checks, { verdicts, cast: [] })
}

test('there are a hundred at least, each with a name of its own, and of every kind some', () => {
  expect(ALL.length).toBeGreaterThanOrEqual(100)
  expect(new Set(ALL.map(({ area, id }) => `${area}/${id}`)).size).toBe(ALL.length)
  for (const kind of ['mistake', 'cheat', 'hostile'])
    expect(ALL.filter(mutant => mutant.kind === kind).length).toBeGreaterThanOrEqual(15)
})

test('each changes as few lines as possible: one, in the middle, and never more than twelve', () => {
  const lines = ALL.map(changedLines).sort((a, b) => a - b)
  expect(lines.at(-1)).toBeLessThanOrEqual(12)
  expect(lines[Math.floor(lines.length / 2)]).toBeLessThanOrEqual(2)
})

test('every check is failed by a mutant that fails nothing else in its assignment', () => {
  const alone = new Set(
    ALL.flatMap(({ fails }) => {
      const ids = Object.keys(fails)
      return ids.filter(id => {
        const own = assignments.find(each => each.checks.some(check => check.id === id))
        return !ids.some(other => other !== id && own?.checks.some(check => check.id === other))
      })
    })
  )
  // These two are failed by steps: a service that was made by hand is in no stack, and before the end all is there.
  expect(checks.map(({ id }) => id).filter(id => !alone.has(id))).toEqual([
    'backend-in-stack',
    'nothing-left'
  ])
})

describe.each([...new Set(ALL.map(({ area }) => area))])('the mutants of %s', area => {
  const some = ALL.filter(mutant => mutant.area === area).map(mutant => [mutant.id, mutant] as const)

  test.each(some)('%s says what it must lose, and nothing that only waits', (_id, mutant) => {
    const became = outcomes(mutant)
    for (const id of Object.keys(mutant.fails)) expect([id, became.get(id)?.outcome]).toEqual([id, 'failed'])
    expect(mutant.refused === undefined || Object.keys(mutant.fails).length === 0).toBe(true)
    expect(mutant.kind !== 'hostile' || mutant.refused !== undefined || mutant.harm !== undefined).toBe(true)
  })

  test.each(some)('%s is on paper what it says', async (_id, mutant) => {
    const { refusals, stack, verdicts } = await gradeOnPaper(
      mutant.folder,
      mutant.cast,
      Object.keys(mutant.links)
    )
    if (mutant.refused !== undefined) return expect(refusals.join('\n')).toContain(mutant.refused)
    expect(refusals).toEqual([])
    if (mutant.runs === 'nothing') return expect(stack.errors.join('\n')).toContain(mutant.obstacle)
    expect(stack.errors).toEqual([])
    const became = outcomes(mutant)
    for (const id of PAPER_CHECKS) {
      const { status = 'missing', observed = '' } = verdicts.get(id) ?? {}
      const expected = became.get(id)?.outcome
      if (status === 'fail')
        expect([id, observed, expected]).toEqual([id, observed, expect.stringMatching(/failed|waiting/)])
      const words = mutant.fails[id]
      if (words === undefined || isOnlySeenRunning(words)) continue
      expect([id, status, observed]).toEqual([id, 'fail', expect.stringContaining(words)])
    }
  })
})

/** A program that does not come up runs on paper. */
const isOnlySeenRunning = (words: string): boolean => /^running tasks|was not found/.test(words)
