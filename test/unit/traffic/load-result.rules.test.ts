import { describe, expect, test } from '@jest/globals'
import { loadResult } from '../../../src/traffic/load-result.rules.ts'
import {
  addSample,
  createTally,
  MAX_REPLICAS,
  mergeTally,
  OTHER_REPLICAS
} from '../../../src/traffic/tally.rules.ts'
import { DEFAULT_LIMITS, type GeneratorSelf, selfOf } from '../../../src/traffic/void.rules.ts'
import { answered, failing, notSent } from './samples.ts'

const NAMES = ['node1', 'node2']
const calm: GeneratorSelf = {
  threads: 1,
  cpuShare: 0.2,
  loopLagMs: { p99: 1, max: 2 },
  sendLagMs: { p50: 0, p99: 1, max: 2 }
}
const resultOf = (tally = createTally(2), generator = calm) =>
  loadResult(NAMES, tally, { durationMs: 2000.4, generator, limits: DEFAULT_LIMITS })

/** Three answers, and a failure of each of two kinds, in two seconds and on two nodes. */
function aTally() {
  const tally = createTally(2)
  addSample(tally, answered(0, 0, 10), 'a', NAMES)
  addSample(tally, answered(1, 500, 20), 'b', NAMES)
  addSample(tally, answered(0, 1000, 30), 'a', NAMES)
  addSample(tally, failing('status', 1, 1500, 40), 'b', NAMES)
  addSample(tally, failing('refused', 1, 1600, 1), undefined, NAMES)
  addSample(tally, notSent(1, 1700), undefined, NAMES)
  return tally
}

test('what happened is told apart by node, by replica and by second', () => {
  const result = resultOf(aTally())
  expect(result).toMatchObject({
    planned: 6,
    answered: 3,
    failed: 2,
    notSent: 1,
    failedByKind: { status: 1, refused: 1 },
    latencyMs: { count: 3, p50: 20.1, max: 30 },
    allLatencyMs: { count: 5, max: 40 },
    durationMs: 2000,
    targets: [
      { name: 'node1', answered: 2, failed: 0, failedByKind: {} },
      { name: 'node2', answered: 1, failed: 2, notSent: 1 }
    ],
    replicas: [
      { name: 'a', answered: 2, failed: 0, latencyMs: { max: 30 } },
      { name: 'b', answered: 1, failed: 1, failedByKind: { status: 1 } }
    ],
    series: [
      { second: 0, sent: 2, failed: 0, notSent: 0, p99Ms: 20 },
      { second: 1, sent: 3, failed: 2, notSent: 1, p99Ms: 30 }
    ],
    isVoid: false
  })
  expect(result.firstFailures.map(({ atMs, target, kind }) => [atMs, target, kind])).toEqual([
    [1500, 'node2', 'status'],
    [1600, 'node2', 'refused'],
    [1700, 'node2', 'not-sent']
  ])
})

test('two senders add up to one', () => {
  const both = createTally(2)
  mergeTally(both, aTally())
  mergeTally(both, aTally())
  const [one, two] = [resultOf(aTally()), resultOf(both)]
  expect(two.planned).toBe(2 * one.planned)
  expect(two.failedByKind).toEqual({ status: 2, refused: 2 })
  expect(two.replicas.map(each => each.answered)).toEqual([4, 2])
  expect(two.series.map(each => each.sent)).toEqual([4, 6])
  expect(two.firstFailures.map(each => each.atMs)).toEqual([1500, 1500, 1600, 1600, 1700, 1700])
  expect(two.latencyMs.p50).toBe(one.latencyMs.p50)
})

test('a server that names itself anew each time fills no memory, and neither do failures', () => {
  const tally = createTally(1)
  for (let n = 0; n < 2 * MAX_REPLICAS; n++) addSample(tally, failing('reset', 0, n, 1), `r${n}`, ['node1'])
  expect(tally.replicas.size).toBe(MAX_REPLICAS + 1)
  expect(tally.replicas.get(OTHER_REPLICAS)?.failed).toBe(MAX_REPLICAS)
  expect(tally.firstFailures).toHaveLength(20)
})

describe('a run is void', () => {
  const why = (generator: Partial<GeneratorSelf>, tally = aTally()) => {
    const result = resultOf(tally, { ...calm, ...generator })
    return result.isVoid ? result.why : undefined
  }
  test.each<[Partial<GeneratorSelf>, string | undefined]>([
    [{}, undefined],
    [{ cpuShare: 0.95 }, 'the generator took 95 % of a core, more than 90 %'],
    [{ sendLagMs: { p50: 1, p99: 51, max: 60 } }, 'requests left late: p99 51 ms, more than 50 ms'],
    [{ loopLagMs: { p99: 70, max: 90 } }, 'the event loop lagged: p99 70 ms, more than 50 ms']
  ])('%j', (generator, expected) => {
    expect(why(generator)).toBe(expected)
  })

  test('when this machine ran out of something, but not when the server filled the cap', () => {
    const tally = aTally()
    addSample(tally, notSent(0, 1800, false), undefined, NAMES)
    expect(why({}, tally)).toBe('1 requests found no socket, port or memory on this machine')
  })

  test('when nothing was sent', () => {
    expect(why({}, createTally(2))).toBe('nothing was sent')
  })

  test('of several threads the worst counts', () => {
    const seen = (cpuShare: number, loopLagP99Ms: number) => ({
      cpuShare,
      loopLagP99Ms,
      loopLagMaxMs: loopLagP99Ms
    })
    expect(selfOf([seen(0.5, 3), seen(0.7, 1)], aTally())).toEqual({
      threads: 2,
      cpuShare: 0.7,
      loopLagMs: { p99: 3, max: 3 },
      sendLagMs: { p50: 0, p99: 0, max: 0 }
    })
  })
})
