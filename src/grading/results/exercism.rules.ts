import type { CheckGrade, Grade } from '../points/grade.ts'

/**
 * Exercism’s results of a test runner, version 3 (exercism/docs, building/tooling/test-runners/interface.md). Times and
 * limits are theirs: a message of at most 65,535 characters at the top, output of at most 500 for each test.
 */
export type ExercismResults = {
  version: 3
  status: 'pass' | 'fail' | 'error'
  message?: string
  tests?: ExercismTest[]
}
export type ExercismTest = {
  name: string
  status: 'pass' | 'fail' | 'error'
  message?: string
  output?: string
  test_code?: string
  task_id: number
}

const MOST_MESSAGE = 65_535
const MOST_OUTPUT = 500

/** Checks that are left out are no tests. `error` at the top: no test ran. */
export function exercismResults({ status, assignments, obstacles }: Grade): ExercismResults {
  const tests = assignments.flatMap(({ name, checks }) =>
    checks.flatMap(check => (check.outcome === 'left-out' ? [] : [testOf(Number.parseInt(name, 10), check)]))
  )
  const hasRun = status !== 'refused' && tests.some(test => test.status !== 'error')
  if (!hasRun) {
    const why = obstacles.map(({ text }) => text).join('\n') || 'no check could be measured'
    return { version: 3, status: 'error', message: cut(why, MOST_MESSAGE) }
  }
  return { version: 3, status: tests.every(test => test.status === 'pass') ? 'pass' : 'fail', tests }
}

function testOf(task: number, { title, outcome, expected, observed, hint }: CheckGrade): ExercismTest {
  const about = { name: title, task_id: task }
  if (outcome === 'passed') return { ...about, status: 'pass', output: cut(observed, MOST_OUTPUT) }
  const message = [`Expected: ${expected}`, `Seen: ${observed}`, ...(hint ? [`Hint: ${hint}`] : [])]
  return { ...about, status: outcome === 'error' ? 'error' : 'fail', message: message.join('\n') }
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text
}
