import { expect, test } from '@jest/globals'
import { deployStackOutputs } from '../../../src/actions/deploy-stack.ts'
import { verifyFault, verifyOutputs } from '../../../src/actions/verify.ts'
import { explain, type SwarmlineError } from '../../../src/errors.ts'
import { deployFault } from '../../../src/usecases/deploy/fault.rules.ts'
import { sampleDeploy, sampleVerify } from '../../support/action-samples.ts'

const taken = (isComplete: boolean) => ({
  kind: 'restored' as const,
  services: [],
  result: undefined,
  removed: [],
  left: [],
  isComplete
})
const said = (fault: SwarmlineError | undefined): string => (fault ? explain(fault) : '')

test('a converged stack passes', () => {
  expect(said(deployFault(sampleDeploy('converged')))).toBe('')
  expect(deployStackOutputs(sampleDeploy('converged'), '/r').failure).toBe('')
})

test("a stack that did not converge fails with the task's own error and the way out", () => {
  const result = sampleDeploy('rolled-back', 'task: non-zero exit (1)')
  expect(said(deployFault(result))).toBe(
    'the stack workshop was rolled back: backend on worker1: task: non-zero exit (1)' +
      ' — the previous version runs; fix what failed and deploy again'
  )
  expect(deployStackOutputs(result, '/r')).toMatchObject({
    outcome: 'rolled-back',
    'report-path': '/r',
    'duration-ms': '1235',
    failure: 'the stack workshop was rolled back: backend on worker1: task: non-zero exit (1)'
  })
})

test.each([
  [{ kind: 'kept' } as const, ' — deploy a version that works, or: docker service rollback SERVICE'],
  [{ kind: 'removed' } as const, '; nothing of it is left — fix what failed and deploy again'],
  [taken(true), '; the whole stack runs as it did before — fix what failed and deploy again'],
  [
    taken(false),
    '; it is not exactly as it was before (see swarmline status) — fix what failed and deploy again'
  ]
])('a pause that was followed by %j ends with what is so then', (undone, end) => {
  expect(said(deployFault({ ...sampleDeploy('paused', 'boom'), undone }))).toBe(
    `the stack workshop paused in its update: backend on worker1: boom${end}`
  )
})

test('how each service stands is said, where somebody looked', () => {
  const report = { ...sampleDeploy('paused', 'boom'), undone: taken(false) }
  expect(said(deployFault({ ...report, leftBehind: ['w_a: old', 'w_b: not there'] }))).toContain(
    ': boom; w_a: old; w_b: not there — '
  )
})

test('a failure that no node had names none', () => {
  const report = sampleDeploy('failed', '3 requests failed')
  const failures = report.failures.map(failure => ({ ...failure, node: '' }))
  expect(said(deployFault({ ...report, failures }))).toMatch(
    /^the stack workshop failed: backend: 3 requests failed —/
  )
})

test('without a task error the services that are behind are named', () => {
  expect(said(deployFault(sampleDeploy('timed-out')))).toMatch(
    /^the stack workshop did not converge in time: backend —/
  )
})

test('a deploy that was interrupted says what became of the stack, or how each service stands', () => {
  const cut = { ...sampleDeploy('cancelled'), services: [], failures: [] }
  const kinds = [
    [{ undone: { kind: 'removed' as const } }, 'nothing of it is left'],
    [{ leftBehind: ['w_a: has its old spec', 'w_b: not there'] }, 'w_a: has its old spec; w_b: not there']
  ] as const
  for (const [more, end] of kinds)
    expect(said(deployFault({ ...cut, ...more }))).toMatch(
      new RegExp(`^the stack workshop was interrupted; ${end} — run the job again`)
    )
})

test('a failure that has no node names none', () => {
  const result = sampleDeploy('failed', 'no suitable node')
  const [failure] = result.failures
  if (failure) failure.node = ''
  expect(said(deployFault(result))).toMatch(/^the stack workshop failed: backend: no suitable node/)
})

test('verdicts: skipped checks do not fail, failed ones are told with what was expected and seen', () => {
  expect(said(verifyFault(sampleVerify('pass', 'skipped')))).toBe('')
  expect(said(verifyFault(sampleVerify('pass', 'fail', 'inconclusive')))).toBe(
    '1 of 3 checks failed; Check 1: expected 300 visits, saw 299 visits — look at redis'
  )
})

test('what proves nothing does not pass', () => {
  expect(said(verifyFault(sampleVerify('inconclusive')))).toMatch(/^nothing was proven; Check 0/)
  expect(said(verifyFault(sampleVerify('skipped')))).toMatch(/^nothing was proven/)
})

test('the outputs count what passed and what failed', () => {
  expect(verifyOutputs(sampleVerify('pass', 'pass', 'fail'), '/r.json')).toEqual({
    status: 'fail',
    passed: '2',
    failed: '1',
    inconclusive: '0',
    skipped: '0',
    'report-path': '/r.json'
  })
})
