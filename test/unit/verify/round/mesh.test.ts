import { afterEach, expect, test } from '@jest/globals'
import { askNodes } from '../../../../src/verify/round/mesh.ts'
import { quietEffects } from '../builders.ts'
import { type Behaviour, listen, respond, type TestServer, workloadText } from '../test-server.ts'

const servers: TestServer[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map(server => server.close()))
})

async function door(name: string, behave: Behaviour) {
  const server = await listen(behave)
  servers.push(server)
  return { node: { name }, endpoint: { host: '127.0.0.1', port: server.port } }
}

test('tells every kind of failure apart, node by node', async () => {
  const script: Behaviour[] = [
    (n, s) => respond(s, workloadText('one', n + 1)),
    (_, s) => s.resetAndDestroy(),
    () => undefined,
    (_, s) => respond(s, 'sorry', '500 Internal Server Error'),
    (_, s) => respond(s, '<html>Welcome to nginx</html>')
  ]
  const broken = await door('broken', (n, s) => script[n % script.length]?.(n, s))
  const sound = await door('sound', (n, s) => respond(s, workloadText(n % 2 ? 'one' : 'two', n + 1)))
  const gone = await door('gone', () => undefined)
  await servers.pop()?.close()

  const fx = quietEffects()
  const [first, second, third] = await askNodes(
    [broken, sound, gone],
    { requestsPerNode: 10, concurrency: 1, timeoutMs: 300 },
    fx
  )
  expect(first?.answers).toMatchObject({
    node: 'broken',
    requests: 10,
    failed: 8,
    failedByKind: { reset: 2, 'time-out': 2, status: 2, body: 2 },
    byReplica: { one: 2 }
  })
  expect(first?.firstFailure).toMatch(/^reset: /)
  expect(second?.answers).toMatchObject({ failed: 0, failedByKind: {}, byReplica: { one: 5, two: 5 } })
  expect(second?.visits.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  expect(third?.answers).toMatchObject({ failed: 10, failedByKind: { refused: 10 }, byReplica: {} })
  expect(fx.details.at(-1)).toBe('30/30, 18 failed')
})

test('gives up on a node that only fails, and counts what it asked', async () => {
  const dead = await door('dead', (_, s) => s.end())
  const [node] = await askNodes([dead], { requestsPerNode: 100, giveUpAfter: 5 }, quietEffects())
  expect(node?.answers.failed).toBe(node?.answers.requests)
  expect(node?.answers.requests).toBeLessThan(10)
})

test('one answer in between is reason enough to go on', async () => {
  const flaky = await door('flaky', (n, s) => (n % 2 ? respond(s, workloadText('one', n)) : s.end()))
  const [node] = await askNodes(
    [flaky],
    { requestsPerNode: 20, giveUpAfter: 3, concurrency: 1 },
    quietEffects()
  )
  expect(node?.answers).toMatchObject({ requests: 20, failed: 10 })
})

test('keeps no more than `concurrency` requests to one node under way', async () => {
  let now = 0
  let most = 0
  const slow = await door('slow', (n, s) => {
    most = Math.max(most, ++now)
    setTimeout(() => {
      now--
      respond(s, workloadText('one', n))
    }, 10)
  })
  await askNodes([slow], { requestsPerNode: 12, concurrency: 3 }, quietEffects())
  expect(most).toBe(3)
})

test('stops when the signal aborts', async () => {
  const abort = new AbortController()
  const endless = await door('endless', n => {
    if (n === 0) abort.abort()
  })
  await expect(askNodes([endless], { requestsPerNode: 9 }, quietEffects(abort.signal))).rejects.toMatchObject(
    { code: 'cancelled' }
  )
})

test('a replica named like a property of objects is a replica like any other', async () => {
  const odd = await door('odd', (n, s) => respond(s, workloadText('constructor', n)))
  const [node] = await askNodes([odd], { requestsPerNode: 3 }, quietEffects())
  expect(Object.entries(node?.answers.byReplica ?? {})).toEqual([['constructor', 3]])
})
