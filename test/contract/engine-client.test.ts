// The engine client against a server on a unix socket that answers as engines do, and as they should not.
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { connectEngine, type EngineClient } from '../../src/docker/client.ts'

let folder: string
let server: Server
let client: EngineClient
let answer: (request: IncomingMessage, response: ServerResponse, body: string) => void
/** What it answers to `/_ping`: a status, and the newest version of its API. */
let ping: { status?: number; api?: string }
let asked: string[]

beforeEach(async () => {
  ping = { api: '1.51' }
  asked = []
  folder = mkdtempSync(path.join(tmpdir(), 'client-'))
  server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    asked.push(`${request.method} ${request.url}`)
    if (request.url === '/_ping')
      return void response
        .writeHead(ping.status ?? 200, ping.api ? { 'api-version': ping.api } : {})
        .end('OK')
    answer(request, response, body)
  })
  await new Promise<void>(resolve => server.listen(path.join(folder, 's'), resolve))
  client = connectEngine(path.join(folder, 's'))
})
afterEach(async () => {
  client.close()
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
  rmSync(folder, { recursive: true })
})

test('sends query and JSON, and reads JSON', async () => {
  answer = (request, response, body) =>
    response.end(JSON.stringify([request.method, request.url, JSON.parse(body)]))
  const asked = client.json('POST', '/x', { query: { a: 'b c', not: undefined, n: 1 }, body: { k: 'v' } })
  expect(await asked).toEqual(['POST', '/v1.51/x?a=b+c&n=1', { k: 'v' }])
})

describe('the version of the API', () => {
  const ok = (_: IncomingMessage, response: ServerResponse): void => void response.end('{}')
  const refused = (response: ServerResponse, message: string): void =>
    void response.writeHead(400).end(JSON.stringify({ message }))

  test.each([
    ['1.40', '/v1.40/x'],
    ['1.41', '/v1.41/x'],
    ['1.54', '/v1.54/x'],
    ['1.57', '/v1.57/x'],
    ['1.99', '/v1.57/x'],
    ['2.0', '/v1.57/x'],
    ['../../..', '/x'],
    [undefined, '/x']
  ])('is the newest that the engine has (%s), or ours, and is asked for once', async (api, path) => {
    ping = api === undefined ? {} : { api }
    answer = ok
    await client.json('GET', '/x')
    await client.json('POST', '/x')
    expect(asked).toEqual(['GET /_ping', `GET ${path}`, `POST ${path}`])
  })

  test('is not known of an engine behind a proxy that lets nobody ask for it', async () => {
    ping = { status: 403 }
    answer = ok
    await client.json('GET', '/x')
    expect(asked).toEqual(['GET /_ping', 'GET /x'])
  })

  test('has to be one whose answers are known', async () => {
    ping = { api: '1.39' }
    answer = ok
    await expect(client.json('GET', '/x')).rejects.toMatchObject({
      code: 'no-engine',
      message: expect.stringMatching(/is 1\.39, and the oldest .* is 1\.40/)
    })
    ping = { api: '1.70' }
    answer = (_, response) =>
      refused(
        response,
        'client version 1.57 is too old. Minimum supported API version is 1.60, please upgrade your client to a newer version'
      )
    await expect(client.json('GET', '/x')).rejects.toMatchObject({
      code: 'no-engine',
      message: expect.stringMatching(/begins at 1\.60, and the newest .* is 1\.57/),
      hint: expect.stringContaining('update Swarmline')
    })
  })

  test('is asked for again when an older engine has taken its place, whatever was to be done', async () => {
    answer = ok
    await client.json('GET', '/x')
    ping = { api: '1.45' }
    answer = (request, response) =>
      request.url?.startsWith('/v1.45/')
        ? ok(request, response)
        : refused(response, 'client version 1.51 is too new. Maximum supported API version is 1.45')
    await client.json('POST', '/x')
    expect(asked.slice(2)).toEqual(['POST /v1.51/x', 'GET /_ping', 'POST /v1.45/x'])
    answer = (_, response) =>
      refused(response, 'client version 1.45 is too new. Maximum supported API version is 1.44')
    await expect(client.json('POST', '/x')).rejects.toMatchObject({ status: 400 })
  })
})

test("an answer that is no success carries the engine's own words and its status", async () => {
  answer = (_, response) => response.writeHead(409).end('{"message":"name is in use"}')
  await expect(client.json('GET', '/x')).rejects.toMatchObject({ message: 'name is in use', status: 409 })
  answer = (_, response) => response.writeHead(502).end('<html>bad gateway</html>')
  await expect(client.json('GET', '/x')).rejects.toMatchObject({ status: 502 })
})

test('an empty answer is undefined; one that is not JSON is an engine lost', async () => {
  answer = (_, response) => response.writeHead(204).end()
  expect(await client.json('GET', '/x')).toBeUndefined()
  answer = (_, response) => response.end('{"cut')
  await expect(client.json('GET', '/x')).rejects.toMatchObject({ code: 'engine-lost' })
})

test('an answer that does not end is an engine lost, and of a refusal no more is read than is shown', async () => {
  const endless = (status: number) => (_: IncomingMessage, response: ServerResponse) => {
    response.writeHead(status)
    const more = () => {
      while (!response.destroyed && response.write(' '.repeat(1024 * 1024)));
    }
    response.on('drain', more)
    more()
  }
  answer = (request, response) => endless(200)(request, response)
  await expect(client.json('GET', '/x')).rejects.toMatchObject({
    code: 'engine-lost',
    message: expect.stringContaining('longer than 64 MiB')
  })
  answer = (request, response) => endless(500)(request, response)
  await expect(client.json('GET', '/x')).rejects.toMatchObject({
    status: 500,
    message: 'the engine answered 500'
  })
})

test('an answer that breaks off, and nobody there, is an engine lost, with the way out', async () => {
  answer = (_, response) => {
    response.writeHead(200, { 'content-length': 100 })
    response.write('{')
    response.destroy()
  }
  await expect(client.json('GET', '/x')).rejects.toMatchObject({ code: 'engine-lost' })
  const nobody = connectEngine(path.join(folder, 'none'))
  await expect(nobody.json('GET', '/x')).rejects.toMatchObject({
    code: 'engine-lost',
    hint: expect.any(String)
  })
})

test('no answer in time is `timed-out`; an aborted signal is `cancelled`', async () => {
  answer = () => undefined
  await expect(client.json('GET', '/x', { timeoutMs: 30 })).rejects.toMatchObject({ code: 'timed-out' })
  const stop = new AbortController()
  const asked = client.json('GET', '/x', { signal: stop.signal })
  stop.abort()
  await expect(asked).rejects.toMatchObject({ code: 'cancelled' })
})
