import { afterEach, describe, expect, test } from '@jest/globals'
import { ask } from '../../../../src/verify/looking/http.ts'
import { type Behaviour, listen, respond, type TestServer } from '../test-server.ts'

let server: TestServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

async function askServer(behave: Behaviour, options: Parameters<typeof ask>[1] = {}) {
  server = await listen(behave)
  return ask({ host: '127.0.0.1', port: server.port }, options)
}

describe('what a server does, and what kind of failure it is', () => {
  const cases: [string, Behaviour, object][] = [
    ['answers', (_, s) => respond(s, 'hello'), { kind: 'answer', status: 200, body: 'hello' }],
    ['closes the connection without a word', (_, s) => s.end(), { kind: 'reset' }],
    ['resets the connection', (_, s) => s.resetAndDestroy(), { kind: 'reset' }],
    [
      'ends in the middle of its answer',
      (_, s) => s.end('HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhal'),
      { kind: 'reset' }
    ],
    ['says nothing', () => undefined, { kind: 'time-out' }],
    [
      'stalls in the middle of its answer',
      (_, s) => s.write('HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhal'),
      { kind: 'time-out' }
    ],
    [
      'answers 503',
      (_, s) => respond(s, 'redis is down\n', '503 Service Unavailable'),
      { kind: 'status', detail: 'HTTP 503: redis is down\n' }
    ],
    ['redirects', (_, s) => respond(s, '', '302 Found'), { kind: 'status' }],
    ['speaks no HTTP', (_, s) => s.end('+PONG\r\n'), { kind: 'body' }],
    ['answers too much', (_, s) => respond(s, 'x'.repeat(2000)), { kind: 'body' }]
  ]
  test.each(cases)('%s', async (_title, behave, expected) => {
    // Long enough for a busy machine to answer in, where an answer is expected.
    const timeoutMs = 'kind' in expected && expected.kind === 'time-out' ? 80 : 5000
    expect(await askServer(behave, { timeoutMs, maxBytes: 1000 })).toMatchObject(expected)
  })

  test('listens no more: refused', async () => {
    const gone = await listen(() => undefined)
    await gone.close()
    expect(await ask({ host: '127.0.0.1', port: gone.port })).toMatchObject({ kind: 'refused' })
  })

  test('has no such name: unreachable', async () => {
    expect(await ask({ host: 'no-such-host.invalid', port: 80 })).toMatchObject({ kind: 'unreachable' })
  })
})

test('every request has a connection of its own, though the server would keep it', async () => {
  await askServer((_, s) => respond(s, 'hello'))
  await ask({ host: '127.0.0.1', port: server?.port ?? 0 })
  expect(server?.connections()).toBe(2)
})

test('the time runs to the last byte', async () => {
  const late: Behaviour = (_, s) => {
    s.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\na')
    setTimeout(() => s.write('b'), 60)
  }
  expect((await askServer(late)).ms).toBeGreaterThanOrEqual(55)
})

test.each([
  ['before the answer', (() => undefined) as Behaviour],
  ['within the answer', ((_, s) => s.write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx')) as Behaviour]
])('an abort %s is no failure of the server', async (_title, behave) => {
  const abort = new AbortController()
  setTimeout(() => abort.abort(), 30)
  await expect(askServer(behave, { signal: abort.signal })).rejects.toMatchObject({ code: 'cancelled' })
})
