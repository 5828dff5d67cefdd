import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { listen, respond, type TestServer, workloadText } from '../test-server.ts'
import { disturb } from './disturb.ts'
import { HOSTNAMES } from './recorded.ts'

// Disturbing kinds on a swarm that does what it is told: what they ask of it, what they see, what they leave behind.

let server: TestServer
let visits = 0
beforeAll(async () => {
  server = await listen((n, socket) => respond(socket, workloadText(HOSTNAMES[n % 2] ?? '', ++visits)))
})
afterAll(() => server.close())

const disturbed = (kind: string, said: object, life?: object, over?: object, visited?: TestServer) =>
  disturb(server.port, { kind, said, life, over, visited })

type Row = [string, string, object, object, string, RegExp, string[]]
test.each<Row>([
  [
    'an update',
    'rolling-update',
    { delay: '0s' },
    {},
    'pass',
    /^2 tasks in .*1 at once.*stop-first$/,
    ['update']
  ],
  [
    'an update without its pause',
    'rolling-update',
    {},
    {},
    'fail',
    /ms between two replacements, not 10000/,
    ['update']
  ],
  [
    'an update in another order',
    'rolling-update',
    { delay: '0s', order: 'start-first' },
    {},
    'fail',
    /^the order/,
    ['update']
  ],
  [
    'an update that is outrun twice',
    'rolling-update',
    { delay: '0s' },
    { outrun: 2 },
    'pass',
    /2 tasks/,
    ['update']
  ],
  [
    'an update that takes too long',
    'rolling-update',
    { within: '500ms' },
    {},
    'fail',
    /^the update is updating/,
    ['update']
  ],
  ['a bad program', 'rollback', {}, {}, 'pass', /^rollback_completed.*1 bad task; no such file/, ['update']],
  ['a bad image', 'rollback', { image: 'bad:1' }, {}, 'pass', /^rollback_completed/, ['update']],
  [
    'an image that is good',
    'rollback',
    { image: 'good:1' },
    {},
    'fail',
    /taken for a good one/,
    ['update', 'update']
  ],
  ['no rollback is wanted', 'rollback', {}, { failureAction: 'pause' }, 'fail', /is pause/, []],
  ['a kill', 'self-healing', {}, {}, 'pass', /^1 task of worker1 back after/, ['kill t0']],
  [
    'a kill without a restart',
    'self-healing',
    { within: '1s' },
    { isDead: true },
    'fail',
    /^1 of 2 tasks run/,
    ['kill t0', 'update']
  ],
  [
    'a drain',
    'self-healing',
    { what: 'drain-node' },
    {},
    'pass',
    /^1 task of worker1 back.*on worker2/,
    ['worker1 drain', 'worker1 active']
  ],
  [
    'a drain that moves nothing',
    'self-healing',
    { what: 'drain-node', within: '1s' },
    { isDead: true },
    'fail',
    /^1 of 2/,
    ['worker1 drain', 'worker1 active', 'update']
  ],
  ['a service that is not there', 'self-healing', { service: 'absent' }, {}, 'fail', /no service absent/, []]
])('%s', async (_title, kind, said, life, status, words, changes) => {
  const { verdict, swarm } = await disturbed(kind, said, life)
  expect([verdict?.status, verdict?.observed]).toEqual([status, expect.stringMatching(words)])
  expect(swarm.changes).toEqual(changes)
  expect(swarm.alive()).toHaveLength(2)
  expect(swarm.spec().TaskTemplate.ContainerSpec?.Image).toContain('shop/web:1')
  expect(swarm.spec().TaskTemplate.ContainerSpec).not.toHaveProperty('Command')
})

test('visitors ask while it is updated', async () => {
  const own = await listen((_n, socket) => respond(socket, 'hello'))
  const said = { delay: '0s', port: own.port, rate: 500 }
  const { verdict } = await disturbed('rolling-update', said, {}, {}, own)
  await own.close()
  expect(verdict).toMatchObject({ status: 'pass', figures: { requestsFailed: 0 } })
  expect(verdict?.figures.requests).toBeGreaterThanOrEqual(5)
})

test('visitors who lose more than may be lost are not passed over', async () => {
  const own = await listen((n, socket) => (n === 2 ? socket.destroy() : respond(socket, 'hello')))
  const said = { port: own.port, rate: 500 }
  const { verdict } = await disturbed('self-healing', { ...said, lost: 0 }, {}, {}, own)
  await own.close()
  expect(verdict).toMatchObject({
    status: 'fail',
    observed: expect.stringMatching(/^visitors noticed.*1 of \d+ requests failed; first on .*reset/)
  })
})

test('a counter that goes on has outlived every task', async () => {
  const { verdict, swarm } = await disturbed('persistence', { port: server.port })
  expect(verdict).toMatchObject({ status: 'pass' })
  expect(swarm.changes).toEqual(['kill t0', 'kill t1'])
})

test('a counter that begins anew has not', async () => {
  const { verdict } = await disturbed('persistence', { port: server.port, by: 'update' })
  expect(verdict?.status).toBe('pass')
  const forgetful = await listen((n, socket) => respond(socket, workloadText('a', n === 0 ? 40 : 1)))
  const { verdict: lost } = await disturbed('persistence', { port: forgetful.port, by: 'update' })
  await forgetful.close()
  expect(lost).toMatchObject({ status: 'fail', observed: '40 before, 1 after' })
})

test.each([
  ['self-healing', {}],
  ['self-healing', { what: 'kill-node' }],
  ['persistence', { by: 'restart-node', port: 1 }]
])('without a word that allows it nothing is touched: %s %j', async (kind, said) => {
  const { verdict, swarm } = await disturbed(kind, said, {}, { isDisruptionAllowed: false })
  expect([verdict?.status, swarm.changes]).toEqual(['skipped', []])
})

test('containers out of reach are nobody’s failure', async () => {
  const { verdict, swarm } = await disturbed('self-healing', {}, {}, { foreign: ['worker1', 'worker2'] })
  expect([verdict?.status, swarm.changes]).toEqual(['inconclusive', []])
})
