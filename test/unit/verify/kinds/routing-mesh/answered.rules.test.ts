import { expect, test } from '@jest/globals'
import {
  judgeRoutingMesh,
  type RoutingMeshEvidence
} from '../../../../../src/verify/kinds/routing-mesh/answered.rules.ts'
import { answers } from '../../builders.ts'

function evidence(change: Partial<RoutingMeshEvidence> = {}): RoutingMeshEvidence {
  const nodes = ['manager1', 'worker1'].map(node => ({ answers: answers({ node }), firstFailure: undefined }))
  return { requestsPerNode: 100, nodes, nodesWithoutTask: [], ...change }
}

test('passes when every node answered everything, and names nodes without a task', () => {
  expect(judgeRoutingMesh(evidence({ nodesWithoutTask: ['worker1'] }))).toMatchObject({
    status: 'pass',
    observed: '200 requests to 2 nodes, worker1 without a task: 0 failed',
    figures: { nodes: 2, nodesWithoutTask: 1, requests: 200, failed: 0 }
  })
})

test.each([
  ['refused', /nothing listens/],
  ['unreachable', /cannot be reached/],
  ['reset', /ends connections/],
  ['time-out', /UDP 4789/],
  ['status', /answers with an error/],
  ['body', /something else/]
])('fails on a single %s, with what it usually means', (kind, hint) => {
  const broken = answers({ node: 'worker2', failed: 1, failedByKind: { [kind]: 1 } })
  const nodes = [...evidence().nodes, { answers: broken, firstFailure: `${kind}: words` }]
  expect(judgeRoutingMesh(evidence({ nodes }))).toMatchObject({
    status: 'fail',
    observed: `worker2: 1 of 100 failed (1 ${kind}, first: ${kind}: words)`,
    hint: expect.stringMatching(hint)
  })
})

test('the hint is for the most frequent failure of the worst node', () => {
  const nodes = [
    { answers: answers({ failed: 1, failedByKind: { body: 1 } }), firstFailure: undefined },
    { answers: answers({ failed: 9, failedByKind: { refused: 2, 'time-out': 7 } }), firstFailure: undefined }
  ]
  expect(judgeRoutingMesh(evidence({ nodes })).hint).toMatch(/UDP 4789/)
})

test.each([
  ['no node was asked', { nodes: [] }],
  ['a node was asked less often than planned', { requestsPerNode: 101 }],
  [
    'nothing was asked at all',
    { requestsPerNode: 0, nodes: [{ answers: answers({ requests: 0 }), firstFailure: undefined }] }
  ]
])('fails when %s', (_title, change) => {
  expect(judgeRoutingMesh(evidence(change))).toMatchObject({ status: 'fail' })
})
