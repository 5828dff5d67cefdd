import { expect, test } from '@jest/globals'
import { judgeNodes, type NodesEvidence } from '../../../../src/verify/checks/nodes.rules.ts'
import { apiNode, fakeEngine, nodeDoor } from '../builders.ts'

const names = ['manager1', 'worker1', 'worker2']
const engine = fakeEngine({})

function evidence(change: Partial<NodesEvidence> = {}): NodesEvidence {
  return {
    listed: names.map(name => apiNode(name)),
    expected: names.map(name => nodeDoor(name, engine).node),
    pinned: { service: 'redis', label: 'data', value: 'persistent' },
    pinnedTo: ['id-worker1'],
    ...change
  }
}
const listedWith = (change: Parameters<typeof apiNode>[1]) => ({
  listed: names.map(name => apiNode(name, name === 'worker2' ? change : {}))
})

test('passes when all are there and Redis is where the label is', () => {
  expect(judgeNodes(evidence())).toMatchObject({
    status: 'pass',
    observed: '3 of 3 nodes Ready and active; redis runs on worker1',
    figures: { nodes: 3, ready: 3, managers: 1 }
  })
})

test('passes without a pinned service', () => {
  expect(judgeNodes(evidence({ pinned: undefined, pinnedTo: undefined })).status).toBe('pass')
})

test.each<[string, Partial<NodesEvidence>, RegExp]>([
  [
    'a node is missing',
    { listed: [apiNode('manager1'), apiNode('worker1')] },
    /worker2: is not in the swarm/
  ],
  ['a node is down', listedWith({ Status: { State: 'down', Addr: '' } }), /worker2: is down and active/],
  [
    'a node is drained',
    listedWith({ Spec: { Role: 'worker', Availability: 'drain' } }),
    /worker2: is ready and drain/
  ],
  ['a worker is a manager', listedWith({ role: 'manager' }), /worker2: is a manager, not a worker/],
  ['a stranger has joined', { listed: [...evidence().listed, apiNode('worker9')] }, /worker9: is not one/],
  [
    'a label is missing',
    {
      listed: names.map(name =>
        apiNode(name, { Spec: { Role: name === 'manager1' ? 'manager' : 'worker', Availability: 'active' } })
      )
    },
    /worker1: lacks the label data=persistent/
  ],
  ['Redis runs elsewhere', { pinnedTo: ['id-worker2'] }, /redis runs on worker2, without that label/],
  ['Redis runs on a node that is gone', { pinnedTo: ['id-gone'] }, /an unknown node/],
  ['Redis does not run', { pinnedTo: [] }, /redis does not run/]
])('fails when %s', (_title, change, observed) => {
  const verdict = judgeNodes(evidence(change))
  expect(verdict).toMatchObject({ status: 'fail', observed: expect.stringMatching(observed) })
  expect(verdict.hint).toBeTruthy()
})

test('is inconclusive when nobody says where Redis runs', () => {
  expect(judgeNodes(evidence({ pinnedTo: undefined })).status).toBe('inconclusive')
})
