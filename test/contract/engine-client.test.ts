// The engine client against a server on a unix socket that answers as engines do, and as they should not.
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { connectEngine, type EngineClient } from '../../src/docker/client.ts'

let folder: string
let server: Server
let client: EngineClient
let answer: (request: IncomingMessage, response: ServerResponse, body: string) => void

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'client-'))
  server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
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
  expect(await asked).toEqual(['POST', '/x?a=b+c&n=1', { k: 'v' }])
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
