import { describe, expect, test } from '@jest/globals'
import { gradingKinds } from '../../../src/grading/kinds/all.ts'
import { outcomesOf } from '../../../src/grading/points/outcomes.rules.ts'
import { loadAssignments } from '../../../src/grading/suite/load-workshop.ts'
import { assignmentNames, readmeOf, states, WORKSHOP } from '../../support/workshop/course.ts'
import { beyond } from '../../support/workshop/folder.ts'
import { readLesson } from '../../support/workshop/lesson.ts'
import { gradeOnPaper } from '../../support/workshop/paper-grade.ts'
import { steps } from '../../support/workshop/steps.ts'
import { verdict } from '../grading/builders.ts'

const STEPS = steps()
const CAST = {
  ...{ BACKEND: 'backend', REDIS: 'redis', CADVISOR: 'cadvisor', UTILITY: 'utility' },
  ...{ PROMETHEUS: 'prometheus', PASSWORD: 'db_password' }
}
const assignments = (
  await loadAssignments({
    root: WORKSHOP,
    kinds: gradingKinds({ files: [], read: async () => '', runScripts: async () => [] }),
    facts: { NODES: '3', PORT: '80' },
    cast: new Map()
  })
).filter(each => !each.needsSwarm)
const checks = assignments.flatMap(each => each.checks)
/** Those of the assignments up to one. */
const dueBy = (name: string) =>
  assignments.filter(each => each.name <= name).flatMap(each => each.checks.map(({ id }) => id))

test('the files of the steps are what the texts make of the starter', () => {
  const said = states()
  for (const { name, folder } of STEPS) {
    const after = said.get(name)?.folder ?? new Map()
    expect([name, [...beyond(folder, after).keys()], folder.size]).toEqual([name, [], after.size])
  }
})

test('every step earns what came before, and the last one itself alone', () => {
  const names = assignmentNames()
  for (const [index, { name, earns }] of STEPS.slice(0, -1).entries())
    expect([name, earns]).toEqual([name, names.slice(0, index + 1)])
  expect(STEPS.at(-1)?.earns).toEqual(['20-removal'])
})

describe.each(STEPS.filter(step => step.deploys).map(step => [step.name, step] as const))(
  'after %s',
  (name, step) => {
    const graded = gradeOnPaper(step.folder, CAST)
    test('the stack file has no error, and nothing is refused', async () => {
      const { stack, refusals } = await graded
      expect([stack.errors, refusals]).toEqual([[], []])
    })
    test('the images that it names are built, or those of others', async () => {
      expect([...(await graded).builds.values()].sort()).toEqual(step.builds)
    })
    test('just the checks up to there pass: on paper, or if what is not on paper does as it should', async () => {
      const due = dueBy(name)
      const { verdicts } = await graded
      const all = new Map(
        checks.map(({ id }) => [
          id,
          verdict(id, verdicts.get(id)?.status ?? (due.includes(id) ? 'pass' : 'fail'))
        ])
      )
      const became = outcomesOf(checks, { verdicts: all, cast: [] })
      expect(checks.filter(({ id }) => became.get(id)?.outcome === 'passed').map(({ id }) => id)).toEqual(due)
    })
  }
)

describe('what the swarm is told', () => {
  /** Commands that change the swarm, as the texts have them, in one line each. */
  const typed = (name: string): string[] =>
    readLesson(readmeOf(name))
      .flatMap(action => (action.kind === 'run' ? [action.script] : []))
      .join('\n')
      .replace(/\s*\\\n\s*/g, ' ')
      .split('\n')
      .map(line => line.trim())
      .filter(line =>
        /^docker (?:service (?:create|scale|update|rm)|node (?:promote|update)|stack (?:deploy|rm)) /.test(
          line
        )
      )

  test('is what the texts tell it, step by step', () => {
    expect(typed('02-managers')).toEqual(['docker node promote worker1', 'docker node promote worker2'])
    expect(typed('06-scaling')).toEqual(['docker service scale backend=3'])
    expect(typed('08-rolling-updates')).toEqual([
      'docker service update backend --update-parallelism 1 --update-delay 15s --force'
    ])
    const label = STEPS.find(step => step.name === '11-labels')?.commands.at(-1)
    expect(typed('11-labels')[0]).toBe(`docker ${label?.join(' ')}`)
  })

  test.each([
    ['04-service', '--replicas 1', false],
    ['05-routing-mesh', '--publish published=80,target=80', true],
    ['06-scaling', '--replicas 3', false],
    ['08-rolling-updates', '--update-parallelism 1 --update-delay 15s', false]
  ])('makes the service of %s with %s', (name, options) => {
    const step = STEPS.find(each => each.name === name)
    const line = step?.commands.find(([what]) => what === 'service')?.join(' ') ?? ''
    expect(line).toContain(options)
    expect(line).toMatch(/ workshop\/docker-swarm-workshop-backend:latest$/)
  })

  test('needs an image that is built by then', () => {
    for (const { name, commands, builds, deploys } of STEPS)
      if (deploys || commands.some(([what]) => what === 'service'))
        expect([name, builds]).toEqual([name, expect.arrayContaining(['backend'])])
  })
})
