import { describe, expect, test } from '@jest/globals'
import { judgeProbe } from '../../../src/traffic/judge-probe.rules.ts'
import { addPhase, addProbe, createProbeTally, probeResult } from '../../../src/traffic/probe.rules.ts'
import type { Sample } from '../../../src/traffic/samples.ts'
import { answered, failing, notSent } from './samples.ts'

type Mark = { phase: string; atMs: number }

/** What comes of requests, in the order of their ends, and phases. */
function probed(events: readonly (Sample | Mark)[], { endMs = 1000, unfinished = 0 } = {}) {
  const tally = createProbeTally(['node1', 'node2'], 'before')
  for (const event of events)
    if ('phase' in event) addPhase(tally, event.phase, event.atMs)
    else addProbe(tally, event)
  return probeResult(tally, 1_000, endMs, unfinished)
}

test('a request belongs to the phase in which it was due, even when it ends in a later one', () => {
  const result = probed([
    answered(0, 0, 10),
    { phase: 'update', atMs: 100 },
    failing('reset', 1, 90, 20),
    answered(0, 100, 5),
    { phase: 'update', atMs: 200 },
    { phase: 'after', atMs: 500 },
    failing('refused', 1, 300, 400),
    answered(1, 600, 7)
  ])
  const figures = result.phases.map(({ name, fromMs, toMs, answered, failed }) => [
    name,
    fromMs,
    toMs,
    answered,
    failed
  ])
  expect(figures).toEqual([
    ['before', 0, 100, 1, 1],
    ['update', 100, 500, 1, 1],
    ['after', 500, 1000, 1, 0]
  ])
  expect(result.phases[1]?.nodes.map(({ name, failedByKind }) => [name, failedByKind])).toEqual([
    ['node1', {}],
    ['node2', { refused: 1 }]
  ])
  expect(result).toMatchObject({ planned: 5, answered: 3, failed: 2, failedByKind: { reset: 1, refused: 1 } })
})

describe('the longest time without an answer', () => {
  const gaps = (events: Sample[], endMs?: number) =>
    probed(events, endMs === undefined ? {} : { endMs }).nodes.map(node => node.longestGap)

  test('of each node its own, failures in between or not', () => {
    expect(
      gaps([
        answered(0, 0, 10),
        answered(1, 5, 10),
        failing('refused', 0, 200, 1),
        answered(1, 500, 1),
        answered(0, 600, 10),
        answered(0, 990, 5),
        answered(1, 990, 5)
      ])
    ).toEqual([
      { fromMs: 10, toMs: 610, ms: 600 },
      { fromMs: 501, toMs: 995, ms: 494 }
    ])
  })

  test('from the start, and until the end', () => {
    expect(gaps([answered(0, 700, 0), answered(1, 100, 0)])).toEqual([
      { fromMs: 0, toMs: 700, ms: 700 },
      { fromMs: 100, toMs: 1000, ms: 900 }
    ])
    expect(gaps([])[0]).toEqual({ fromMs: 0, toMs: 1000, ms: 1000 })
  })
})

test('phases and first failures are bounded', () => {
  const many = Array.from({ length: 500 }, (_, n) => [{ phase: `p${n}`, atMs: n }, failing('reset', 0, n, 1)])
  const result = probed(many.flat())
  expect(result.phases).toHaveLength(200)
  expect(result.phases.at(-1)?.failed).toBe(302)
  expect(result.firstFailures).toHaveLength(20)
})

describe('the judgement', () => {
  const events = [
    answered(0, 0, 10),
    { phase: 'update', atMs: 100 },
    failing('refused', 1, 150, 1),
    answered(1, 900, 1)
  ]

  test('nothing lost', () => {
    expect(judgeProbe(probed([answered(0, 0, 10), answered(1, 5, 20)]), { maxFailedRequests: 0 })).toEqual({
      isGood: true,
      words: ['0 of 2 requests failed; latency p99 20 ms, max 20 ms']
    })
  })

  test('more lost than allowed, in words: where, when, how long', () => {
    expect(judgeProbe(probed(events), { maxFailedRequests: 0 })).toEqual({
      isGood: false,
      words: [
        '1 of 3 requests failed, more than the 0 allowed; latency p99 10 ms, max 10 ms',
        'update, node2: 1 of 2 requests failed (1 refused)',
        'node2: longest time without an answer 901 ms, from 0.0 s',
        'first failure at 0.1 s on node2: refused: some refused'
      ]
    })
  })

  test('as many lost as allowed', () => {
    const { isGood, words } = judgeProbe(probed(events), { maxFailedRequests: 1 })
    expect([isGood, words[0]]).toEqual([
      true,
      '1 of 3 requests failed, within the 1 allowed; latency p99 10 ms, max 10 ms'
    ])
  })

  test("what this machine did not send, or dropped at the end, is not the service's loss, but is said", () => {
    const result = probed([answered(0, 0, 10), notSent(0, 5)], { unfinished: 3 })
    expect(result).toMatchObject({ planned: 5, answered: 1, failed: 0, notSent: 1, unfinished: 3 })
    expect(judgeProbe(result, { maxFailedRequests: 0 })).toEqual({
      isGood: true,
      words: [
        '0 of 1 request failed; latency p99 10 ms, max 10 ms',
        '1 request could not be sent',
        '3 requests were dropped at the end'
      ]
    })
  })

  test('nothing sent shows nothing', () => {
    expect(judgeProbe(probed([notSent(0, 0)]), { maxFailedRequests: 9 }).isGood).toBe(false)
  })
})
