import { expect, test } from '@jest/globals'
import { judgeMesh, type RoutingMeshEvidence } from '../../../../../src/verify/kinds/routing-mesh/judge.ts'
import type { Measurement, ReplicasReading } from '../../../../../src/verify/round/measurement.ts'
import { answers } from '../../builders.ts'
import { seen } from '../../round/seen.ts'

const REPLICAS = {
  isKnown: true,
  replicas: { wanted: 2, running: [{ hostname: 'a' }, { hostname: 'b' }] }
} as unknown as ReplicasReading

const round = (firstAnswers: Record<string, number>, requests = 100): RoutingMeshEvidence => ({
  hasMesh: true,
  ...({
    requestsPerNode: requests,
    nodes: [
      { answers: answers({ requests }), visits: [], firstAnswers: { a: 1, b: 2 }, firstFailure: undefined },
      {
        answers: answers({ node: 'worker1', requests }),
        visits: [],
        firstAnswers,
        firstFailure: undefined
      }
    ],
    nodesWithoutTask: [],
    replicasBefore: REPLICAS,
    replicasAfter: REPLICAS,
    visitsBefore: seen(undefined),
    visitsAfter: seen(undefined)
  } satisfies Measurement)
})

test.each<[string, boolean, RoutingMeshEvidence, string, RegExp]>([
  ['each in its turn', true, round({ a: 2, b: 1 }), 'pass', /0 failed/],
  ['the last allowed connection', true, round({ a: 1, b: 6 }), 'pass', /0 failed/],
  [
    'one connection too late',
    true,
    round({ a: 1, b: 7 }),
    'fail',
    /^worker1 used b only after 7 connections, not within 6/
  ],
  ['too late where nobody asked how soon', false, round({ a: 1, b: 7 }), 'pass', /0 failed/],
  ['never through one node', true, round({ a: 1 }), 'fail', /^worker1 used b only after 101/],
  [
    'never, but asked too seldom',
    true,
    round({ a: 1 }, 3),
    'inconclusive',
    /3 connections to each node are fewer than 6/
  ],
  ['asked seldom, and all used', true, round({ a: 1, b: 2 }, 3), 'pass', /0 failed/]
])('%s', (_title, soon, evidence, status, words) => {
  const judged = judgeMesh({ service: 'web', requests: 100, share: 0.2, soon }, evidence)
  expect([judged.status, judged.observed]).toEqual([status, expect.stringMatching(words)])
})
