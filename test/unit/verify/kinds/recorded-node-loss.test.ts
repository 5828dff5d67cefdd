import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { listen, respond, type TestServer, workloadText } from '../test-server.ts'
import { disturb } from './disturb.ts'
import { HOSTNAMES } from './recorded.ts'

// Nodes that are lost, on a swarm that does what it is told.

let server: TestServer
let visits = 0
beforeAll(async () => {
  server = await listen((n, socket) => respond(socket, workloadText(HOSTNAMES[n % 2] ?? '', ++visits)))
})
afterAll(() => server.close())

const disturbed = (kind: string, said: object, life?: object, over?: object, visited?: TestServer) =>
  disturb(server.port, { kind, said, life, over, visited })

type Row = [string, object, object, string, RegExp, string[]]
test.each<Row>([
  [
    'a node without power',
    { what: 'kill-node' },
    {},
    'pass',
    /^1 task of worker1 back.*on worker2/,
    ['worker1 cut', 'worker1 restore']
  ],
  [
    'a node without network',
    { what: 'disconnect-node' },
    {},
    'pass',
    /^1 task of worker1 back.*on worker2/,
    ['worker1 disconnect', 'worker1 reconnect']
  ],
  [
    'a node without power whose tasks do not move',
    { what: 'kill-node' },
    { isDead: true },
    'fail',
    /^1 of 2 tasks run 180/,
    ['worker1 cut', 'worker1 restore', 'update']
  ],
  [
    'a leader without power',
    { what: 'kill-leader' },
    { isAllManagers: true, election: 30 },
    'pass',
    /^manager1 leads in place of worker1; 1 task of worker1 back after/,
    ['worker1 cut', 'worker1 restore']
  ],
  [
    'a leader without power whose tasks are back before another leads',
    { what: 'kill-leader' },
    { isAllManagers: true, quietElection: 30 },
    'pass',
    /^manager1 leads in place of worker1; 1 task of worker1 back after/,
    ['worker1 cut', 'worker1 restore']
  ],
  [
    'a leader without power in whose place nobody leads',
    { what: 'kill-leader', within: '5s' },
    { isAllManagers: true, election: Number.POSITIVE_INFINITY },
    'fail',
    /^no manager leads 5\.\d s after worker1 was lost/,
    ['worker1 cut', 'worker1 restore']
  ],
  [
    'the only manager',
    { what: 'kill-leader' },
    {},
    'inconclusive',
    /^without manager1 the swarm would have 0 of 1 managers/,
    []
  ]
])('%s', async (_title, said, life, status, words, changes) => {
  const { verdict, swarm } = await disturbed('self-healing', said, life)
  expect([verdict?.status, verdict?.observed]).toEqual([status, expect.stringMatching(words)])
  expect(swarm.changes).toEqual(changes)
  expect(swarm.alive()).toHaveLength(2)
})

test('nodes that Swarmline did not make are left alone', async () => {
  const { verdict, swarm } = await disturbed('self-healing', { what: 'kill-node' }, {}, { powers: {} })
  expect(verdict).toMatchObject({
    status: 'inconclusive',
    observed: 'worker1 cannot be switched off from here: Swarmline did not make it',
    hint: expect.stringContaining('swarmline up')
  })
  expect(swarm.changes).toEqual([])
})

test('a node that does not come back is said, and nothing passes', async () => {
  const { verdict } = await disturbed('self-healing', { what: 'kill-node' }, { isGone: true })
  expect(verdict).toMatchObject({
    status: 'inconclusive',
    observed: expect.stringMatching(/left the swarm changed: Bring worker1 back: node worker1 does not start/)
  })
})

test('what a lost node is asked itself is no loss of the service’s', async () => {
  const own = await listen((_n, socket) => respond(socket, 'hello'))
  const gone = await listen((_n, socket) => void socket.destroy())
  const doors = { worker1: gone.port }
  const said = { what: 'kill-node', port: own.port, rate: 500, lost: 0 }
  const { verdict } = await disturbed('self-healing', said, {}, { doors }, own)
  await Promise.all([own.close(), gone.close()])
  expect(verdict).toMatchObject({
    status: 'pass',
    observed: expect.stringMatching(/; 0 of \d+ requests failed; (\d+) of \1 to worker1 itself/),
    figures: { requestsFailed: 0 }
  })
})

test('services on several nodes are not restarted with one of them', async () => {
  const { verdict, swarm } = await disturbed('persistence', { by: 'restart-node', port: server.port })
  expect(verdict).toMatchObject({
    status: 'inconclusive',
    observed: expect.stringContaining('runs on 2 nodes')
  })
  expect(swarm.changes).toEqual([])
})

test('a counter that goes on has outlived its node’s restart', async () => {
  const said = { by: 'restart-node', port: server.port }
  const { verdict, swarm } = await disturbed('persistence', said, { isOnOneNode: true })
  expect(verdict).toMatchObject({ status: 'pass' })
  expect(swarm.changes).toEqual(['worker1 cut', 'worker1 restore', 'worker1 restore'])
})
