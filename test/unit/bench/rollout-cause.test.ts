import { expect, test } from '@jest/globals'
import { type CauseEvidence, causesOf } from '../../../bench/support/rollout-cause.ts'
import type { Slot } from '../../../bench/support/rollout-formula.ts'
import type { FirstFailure } from '../../../src/traffic/samples.ts'

const BEGAN = 1_000_000
const failed = (kind: FirstFailure['kind'], atMs: number, detail = 'connect ECONNREFUSED'): FirstFailure => ({
  target: 'manager1',
  atMs,
  kind,
  detail
})
/** A task that began to run so long after the prober. */
const running = (ms: number): Slot => ({ task: 't', node: 'n', madeAtMs: BEGAN, runsAtMs: BEGAN + ms })

const causes = (evidence: Partial<CauseEvidence>): string[] =>
  causesOf({
    firstFailures: [],
    probeBeganAtMs: BEGAN,
    slots: [running(5_000)],
    hasHealthcheck: true,
    killed: 0,
    ...evidence
  })

test('nothing was lost and nobody killed: there is no cause to tell', () => {
  expect(causes({})).toEqual([])
  expect(causes({ hasHealthcheck: false })).toEqual([])
})

test('requests lost just after a start: the missing health check, or a check that said yes too early', () => {
  const firstFailures = [failed('refused', 5_000), failed('reset', 15_000), failed('refused', 900)]
  const [without, ...none] = causes({ firstFailures, hasHealthcheck: false })
  expect(none).toEqual([])
  expect(without).toMatch(
    /^2 of the first 3 failures came within 10 s .*: without a health check a task gets/
  )
  expect(causes({ firstFailures })).toEqual([
    "2 of the first 3 failures came within 10 s of a new task's start, though it was healthy"
  ])
})

test.each([
  [4_999, false],
  [5_000, true],
  [15_000, true],
  [15_001, false]
])('a failure at %i ms is laid at the door of a task that ran at 5000 ms: %s', (atMs, isSo) => {
  const [cause = ''] = causes({ firstFailures: [failed('refused', atMs)], hasHealthcheck: false })
  expect(/without a health check/.test(cause)).toBe(isSo)
  expect(/^unknown; the first failure was refused: connect ECONNREFUSED$/.test(cause)).toBe(!isSo)
})

test('one of several tasks is enough', () => {
  const slots = [running(100_000), running(5_000)]
  expect(causes({ firstFailures: [failed('reset', 6_000)], slots })[0]).toMatch(/^1 of the first 1 failures/)
})

test('a kill is told, and explains no lost request', () => {
  expect(causes({ killed: 3 })).toEqual([expect.stringMatching(/^3 old tasks .* \(exit 137\)$/)])
  expect(causes({ killed: 1, firstFailures: [failed('time-out', 200, 'nothing in 2 s')] })).toEqual([
    expect.stringMatching(/^1 old tasks /),
    'unknown; the first failure was time-out: nothing in 2 s'
  ])
})

test("the service's own refusals are told apart from what the update lost", () => {
  const firstFailures = [failed('status', 6_000, 'HTTP 503'), failed('refused', 7_000)]
  expect(causes({ firstFailures, hasHealthcheck: false })).toEqual([
    expect.stringMatching(/^1 of the first 1 failures came within 10 s/),
    expect.stringMatching(/^1 of the first 2 failures were the service's own answers \(HTTP 503\)/)
  ])
  expect(causes({ firstFailures: [failed('status', 6_000, 'HTTP 503')] })).toEqual([
    expect.stringMatching(/^1 of the first 1 failures were the service's own answers/)
  ])
})

test('what was never sent is no failure of the service', () => {
  expect(causes({ firstFailures: [failed('not-sent', 6_000)], hasHealthcheck: false })).toEqual([])
})
