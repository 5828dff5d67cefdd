import { describe, expect, test } from '@jest/globals'
import { KNOWN, PAPER_CHECKS } from '../../support/workshop/paper-checks.ts'
import { gradeOnPaper } from '../../support/workshop/paper-grade.ts'
import { solutionNames, solutions } from '../../support/workshop/solutions.ts'

const ALL = solutions()

test('there are eight other ways at least, beside the reference and the book', () => {
  expect(solutionNames().length).toBeGreaterThanOrEqual(10)
  expect(new Set([...ALL.values()].map(({ differs }) => differs)).size).toBe(ALL.size)
})

describe.each([...ALL.values()].map(solution => [solution.name, solution] as const))(
  '%s',
  (_name, solution) => {
    const graded = gradeOnPaper(solution.folder, solution.cast)

    test('has stack files without an error', async () => {
      const { composeFiles, stack } = await graded
      expect(composeFiles.length).toBeGreaterThan(0)
      expect(stack.errors).toEqual([])
    })

    test('asks for nothing that it may not have', async () => {
      expect((await graded).refusals).toEqual([])
    })

    test('builds its own images, and pulls those that are known', async () => {
      const { builds, pulled } = await graded
      expect(builds.size).toBeGreaterThan(0)
      for (const image of pulled)
        expect(KNOWN).toContain(image.replace(/^docker\.io\//, '').replace(/:latest$/, ''))
    })

    test('passes every check that can be judged on paper', async () => {
      const { verdicts } = await graded
      expect([...verdicts.keys()].sort()).toEqual(PAPER_CHECKS)
      const failed = [...verdicts].filter(([, { status }]) => status !== 'pass')
      expect(failed.map(([id, { observed }]) => `${id}: ${observed}`)).toEqual([])
    })
  }
)
