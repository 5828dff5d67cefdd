import { describe, expect, test } from '@jest/globals'
import { run } from '../../../src/cli/run.ts'
import { type GradeFile, grade, gradeFile } from '../../../src/grading/grading.ts'
import type { GradeRequest } from '../../../src/usecases/workshop/grade-swarm.ts'
import type { NextRequest } from '../../../src/usecases/workshop/next.ts'
import { assignment, cast, check, verdict, verdicts } from '../grading/builders.ts'
import { fakeDoor } from './fake-door.ts'

const sample = (status: 'pass' | 'fail' | 'inconclusive'): GradeFile =>
  gradeFile(
    grade([assignment('05-routing-mesh', [check('mesh'), check('later', { requires: ['mesh'] })])], {
      verdicts: verdicts(verdict('mesh', status), verdict('later')),
      cast: [cast('BACKEND', 'web', 'it publishes port 80')]
    }),
    {
      tool: { name: 'swarmline', version: '0.1.0' },
      gradedAt: '2026-01-01T00:00:00.000Z',
      of: { kind: 'swarm', name: 'swarmline', fingerprint: 'f' }
    }
  )

describe('workshop check', () => {
  test.each([
    ['pass', 0],
    ['fail', 1],
    ['inconclusive', 1]
  ] as const)('that ends with %s has status %i', async (status, exitCode) => {
    expect(await run(['workshop', 'check', '05'], fakeDoor({ gradeSwarm: async () => sample(status) }))).toBe(
      exitCode
    )
  })

  test('shows what was seen, the hint, what waits, and whom it took for what', async () => {
    const door = fakeDoor({ gradeSwarm: async () => sample('fail') })
    await run(['workshop', 'check', '05'], door)
    const text = door.stdout.text()
    for (const words of ['✗ failed', 'mesh was seen', 'look at mesh', '· waits', 'web', 'publishes port 80'])
      expect(text).toContain(words)
    expect(text).toContain('0 of 4 points')
  })

  test('grades the folder that it is called in, on the swarm that is named', async () => {
    const asked: GradeRequest[] = []
    const gradeSwarm = async (request: GradeRequest) => {
      asked.push(request)
      return sample('pass')
    }
    await run(['workshop', 'check', '5', '--cluster', 'mine', '--json'], fakeDoor({ gradeSwarm }))
    expect(asked).toEqual([
      {
        target: { kind: 'cluster', name: 'mine' },
        ...{ folder: '/project', workshop: '/opt/swarmline/workshop', assignment: '5' }
      }
    ])
  })

  test.each([
    [['workshop', 'check'], 'swarmline workshop check 05'],
    [['workshop', 'chek', '5'], 'did you mean check?'],
    [['workshop'], 'missing required argument']
  ])('%j says what to type, with status 2', async (argv, said) => {
    const door = fakeDoor()
    expect(await run(argv, door)).toBe(2)
    expect(door.stderr.text()).toContain(said)
  })
})

test('workshop status has one line for each assignment', async () => {
  const door = fakeDoor({ gradeSwarm: async () => sample('fail') })
  expect(await run(['workshop', 'status'], door)).toBe(1)
  expect(door.stdout.text()).toMatch(/✗ +05 +title of 05-routing-mesh +0\/4 +look at mesh/)
})

describe('workshop next', () => {
  test('prints the text; when all is done, says so', async () => {
    const asked: NextRequest[] = []
    const nextAssignment = async (request: NextRequest) => {
      asked.push(request)
      return { name: '01-x', title: 'X', file: '/x/README.md', text: '# 1. X\n' }
    }
    const door = fakeDoor({ nextAssignment })
    expect(await run(['workshop', 'next', '--dir', 'mine'], door)).toBe(0)
    expect(door.stdout.text()).toBe('# 1. X\n')
    expect(asked[0]).toMatchObject({ folder: '/project/mine', assignment: undefined })
    const done = fakeDoor({ nextAssignment: async () => undefined })
    expect(await run(['workshop', 'next'], done)).toBe(0)
    expect(done.stdout.text()).toContain('swarmline workshop status')
  })
})

test('workshop start names the folder, and what to type then', async () => {
  const door = fakeDoor({
    startWorkshop: async ({ folder }) => ({ folder, written: ['a', 'b'], kept: ['c'] })
  })
  expect(await run(['workshop', 'start', 'mine'], door)).toBe(0)
  expect(door.stdout.text()).toContain('/project/mine')
  expect(door.stdout.text()).toContain('swarmline workshop next')
})
