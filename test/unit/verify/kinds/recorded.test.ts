import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { listen, respond, type TestServer, workloadText } from '../test-server.ts'
import { HOSTNAMES, PASSWORD, type RecordedSwarm, verdictOf } from './recorded.ts'
import { PORT } from './rows.ts'
import { CONTENT_ROWS } from './rows-contents.ts'
import { SERVICE_ROWS } from './rows-services.ts'

// What each kind makes of a swarm's answers, as they were recorded and with one thing changed in them.

let visits = 0
let server: TestServer
beforeAll(async () => {
  server = await listen((n, socket) => respond(socket, workloadText(HOSTNAMES[n % 2] ?? '', ++visits)))
})
afterAll(() => server.close())
beforeEach(() => {
  visits = 0
})

const MOST_VOID_RUNS = 100

/** Load that a busy machine could not send in time is void, and sent again. */
const judged = async (kind: string, said: object, over: Partial<RecordedSwarm> = {}) => {
  for (let runs = 1; ; runs++) {
    const verdict = await verdictOf(kind, said, { port: server.port, ...over })
    if (runs >= MOST_VOID_RUNS || !verdict.observed.startsWith('void: ')) return verdict
  }
}
const ROWS = [...SERVICE_ROWS, ...CONTENT_ROWS]

test.each(ROWS.map(each => [`${each.kind}: ${each.title}`, each] as const))(
  '%s',
  async (_title, each) => {
    const { kind, said, status, words, routes = {} } = each
    const needsPort = ['http', 'routing-mesh', 'counter', 'load'].includes(kind)
    const asked = {
      ...(needsPort ? { port: server.port } : {}),
      ...(kind === 'security' ? { ports: [PORT, server.port] } : {}),
      ...said
    }
    const verdict = await judged(kind, asked, { routes, files: { pw: PASSWORD } })
    expect([verdict.status, verdict.observed]).toEqual([status, expect.stringMatching(words)])
    expect(kind === 'secret' ? JSON.stringify(verdict) : '').not.toContain(PASSWORD)
  },
  60_000
)

describe('a node whose engine is out of reach', () => {
  const foreign = ['manager1', 'worker1', 'worker2']
  test.each([
    ['exec', { service: 'web', command: ['x'] }],
    ['image', { service: 'web', healthcheck: true }],
    ['secret', { secret: 'db_password', services: ['db'] }],
    ['metrics', { url: 'http://x:1/m', from: 'web' }]
  ])('%s is inconclusive', async (kind, said) => {
    expect(await judged(kind, said, { foreign })).toMatchObject({ status: 'inconclusive' })
  })
})

test('without a mesh the mesh is skipped, and only nodes with a task are asked', async () => {
  const port = server.port
  expect(await judged('routing-mesh', { service: 'web', port }, { hasMesh: false })).toMatchObject({
    status: 'skipped'
  })
  expect(await judged('http', { port }, { hasMesh: false })).toMatchObject({
    status: 'pass',
    figures: { nodes: 2 }
  })
})
