import { describe, expect, test } from '@jest/globals'
import { caveats, headline, noStandIns } from '../../../src/report/headline.rules.ts'
import { abortedReport, failingReport, passingReport } from '../../support/sample-report.ts'

describe('the one sentence', () => {
  test.each([
    [
      'a pass',
      passingReport(),
      'All 3 nodes answered through the routing mesh: 300 of 300 requests, from 3 replicas.'
    ],
    [
      'an error',
      abortedReport(),
      'No engine answers, and QEMU is not installed — install it with: apt-get install qemu-system-x86'
    ],
    [
      'a deploy that was not verified',
      { ...passingReport(), verify: undefined },
      'The stack workshop is deployed: 5 services converged in 19.2 s.'
    ],
    ['nothing', { ...abortedReport(), error: undefined }, 'The run ended before anything was deployed.']
  ])('of %s', (_title, report, sentence) => {
    expect(headline(report)).toBe(sentence)
  })
  test('of a failure names the checks; what could not be measured has not failed', () => {
    expect(headline(failingReport())).toBe(
      '2 of 5 checks failed: Every node answers through the routing mesh; Requests spread over all replicas. ' +
        '1 check could not be measured: The visits counter counts requests, and only them.'
    )
  })
  test('of many failures names the first', () => {
    const report = failingReport()
    const [first] = report.verify?.verdicts.filter(verdict => verdict.status === 'fail') ?? []
    if (!first || !report.verify) throw new Error('the sample has no failure')
    const verdicts = Array.from({ length: 12 }, (_, i) => ({ ...first, title: `Check ${i}` }))
    expect(headline({ ...report, verify: { ...report.verify, verdicts } })).toBe(
      '12 of 12 checks failed: Check 0; Check 1; Check 2; Check 3; Check 4; and 7 more.'
    )
  })
  test('of a suite that asked no node claims no answers', () => {
    const { verify, ...report } = passingReport()
    const [first, second] = verify?.verdicts ?? []
    if (!verify || !first || !second) throw new Error('the sample has no checks')
    const of = (...verdicts: typeof verify.verdicts) =>
      headline({ ...report, verify: { ...verify, nodes: [], verdicts } })
    expect(of(first, second)).toBe('2 checks passed.')
    expect(of(first, { ...second, status: 'skipped' })).toBe('1 check passed, and 1 was skipped.')
  })
  test('of a deploy that did not converge says what became of the stack, and claims no deploy', () => {
    const { deploy, ...report } = failingReport()
    if (!deploy) throw new Error('no deploy')
    const undone = { kind: 'restored' as const, isComplete: true }
    const of = (more: object) => headline({ ...report, deploy: { ...deploy, ...more }, verify: undefined })
    expect(of({ outcome: 'paused', undone })).toBe(
      'The stack workshop paused during its update. The whole stack runs as it did before.'
    )
    expect(of({ outcome: 'timed-out', undone: undefined })).toBe(
      'The stack workshop did not converge in time.'
    )
  })
  test('of a run without a mesh does not claim one', () => {
    const report = passingReport()
    expect(headline({ ...report, engine: { ...report.engine, hasMesh: false } })).toContain(
      'without a routing mesh'
    )
  })
})

describe('what must be known', () => {
  test('stand-ins are counted, their absence is said', () => {
    expect(caveats(passingReport())).toEqual([expect.stringMatching(/^5 images .* are stand-ins/)])
    expect(noStandIns(passingReport())).toBeUndefined()
    expect(caveats(failingReport())).toEqual([])
    expect(noStandIns(failingReport())).toMatch(/^No stand-ins/)
  })
  test('an untested mesh is said, but not of a run that never had a swarm', () => {
    const report = failingReport()
    const engine = { ...report.engine, hasMesh: false }
    expect(caveats({ ...report, engine })).toEqual([expect.stringMatching(/mesh was not tested/)])
    expect(caveats({ ...report, engine, nodes: [] })).toHaveLength(1)
    expect(caveats(abortedReport())).toEqual([])
    expect(noStandIns(abortedReport())).toBeUndefined()
  })
})
