import { expect, test } from '@jest/globals'
import type { LoadResult } from '../../../../../src/traffic/load-result.rules.ts'
import { judgeLoad, type LoadParams } from '../../../../../src/verify/kinds/load/judge.ts'

const PARAMS: LoadParams = { port: 80, path: '/', rate: 10, duration: 10_000, latency: {}, errors: 0.02 }
const latencyMs = { count: 99, mean: 5, p50: 4, p90: 8, p95: 9, p99: 30, p999: 40, max: 50 }

function result(over: object = {}): LoadResult {
  const share = { planned: 100, answered: 100, failed: 0, notSent: 0, failedByKind: {}, latencyMs }
  return {
    ...share,
    latencyBuckets: [],
    allLatencyMs: latencyMs,
    durationMs: 10_000,
    targets: [],
    replicas: [],
    series: [],
    firstFailures: [],
    generator: {
      threads: 1,
      cpuShare: 0.1,
      loopLagMs: { p99: 1, max: 1 },
      sendLagMs: { p50: 0, p99: 1, max: 1 }
    },
    isVoid: false,
    ...over
  } as LoadResult
}
const refused = { atMs: 1, target: 'worker1', kind: 'refused', detail: 'connect\u001b[31m' }

test.each<[string, Partial<LoadParams>, LoadResult | undefined, string, RegExp]>([
  ['all answered', {}, result(), 'pass', /^0 of 100 requests failed; p50 4 ms, p99 30 ms/],
  ['within the budget', {}, result({ answered: 98, failed: 2 }), 'pass', /^2 of 100/],
  [
    'beyond the budget',
    {},
    result({ answered: 97, failed: 3, firstFailures: [refused] }),
    'fail',
    /^3 of 100 requests failed; first on worker1: refused: connect/
  ],
  ['what was not sent counts', {}, result({ answered: 97, failed: 1, notSent: 2 }), 'fail', /^3 of 100/],
  ['a percentile at its limit', { latency: { p99: 30 } }, result(), 'pass', /p99 30 ms/],
  ['a percentile above its limit', { latency: { p50: 4, p99: 29 } }, result(), 'fail', /^p99 is 30 ms; 0 of/],
  ['no answer, whatever the budget', { errors: 1 }, result({ answered: 0, failed: 100 }), 'fail', /^100 of/],
  [
    'a void run that looks good',
    {},
    result({ isVoid: true, why: 'requests left late' }),
    'inconclusive',
    /^void: requests left late/
  ],
  [
    'a void run that looks bad',
    {},
    result({ answered: 0, failed: 100, isVoid: true, why: 'requests left late' }),
    'inconclusive',
    /^void/
  ],
  ['no task', {}, undefined, 'fail', /no task of web runs/]
])('%s', (_title, over, seen, status, words) => {
  const judged = judgeLoad({ ...PARAMS, ...over }, { publishers: ['web'], result: seen })
  expect([judged.status, judged.observed]).toEqual([status, expect.stringMatching(words)])
  expect(judged.observed).not.toContain('\u001b')
})

test('no node and no publisher prove nothing', () => {
  expect(judgeLoad(PARAMS, { publishers: [], result: undefined }).status).toBe('inconclusive')
})
