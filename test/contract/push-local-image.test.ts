// The registry HTTP API as our client uses it, against a registry of the test's own that misbehaves on demand.
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { explain } from '../../src/errors.ts'
import type { LocalBlob, LocalImage } from '../../src/images/local-image.ts'
import { pushImage } from '../../src/images/offline/push.ts'

const PASSWORD = 'never-shown'
const folder = mkdtempSync(join(tmpdir(), 'sl-push-'))
const stored = new Map<string, Buffer>()
const calls: string[] = []
/** Connections to break in the middle of an upload. */
let breaks = 0
let hasAbsoluteLocation = false
let servedDigest: string | undefined
let server: http.Server

beforeAll(async () => {
  server = http.createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://registry')
    calls.push(`${request.method} ${pathname.split('/').slice(4).join('/').slice(0, 30)}`)
    const login = Buffer.from((request.headers.authorization ?? '').slice(6), 'base64').toString()
    if (login !== `user:${PASSWORD}`)
      return void response.writeHead(401, { 'www-authenticate': 'Basic' }).end()
    if (request.method === 'PUT' && pathname.includes('/uploads/') && breaks > 0) {
      breaks--
      request.once('data', () => request.socket.resetAndDestroy())
      return
    }
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    const digest = `sha256:${createHash('sha256').update(body).digest('hex')}`
    if (request.method === 'HEAD')
      response.writeHead(stored.has(pathname.split('/').at(-1) ?? '') ? 200 : 404).end()
    else if (request.method === 'POST') {
      const start = hasAbsoluteLocation ? 'http://elsewhere.example' : ''
      response.writeHead(202, { location: `${start}${pathname}1?_state=a%3Db` }).end()
    } else if (pathname.includes('/uploads/')) {
      const isRight = searchParams.get('digest') === digest && searchParams.get('_state') === 'a=b'
      if (isRight) stored.set(digest, body)
      response.writeHead(isRight ? 201 : 400).end()
    } else response.writeHead(201, { 'docker-content-digest': servedDigest ?? digest }).end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})
beforeEach(() => {
  stored.clear()
  calls.length = 0
  breaks = 0
  hasAbsoluteLocation = false
  servedDigest = undefined
})

function blob(name: string, content: Buffer): LocalBlob {
  const path = join(folder, name)
  writeFileSync(path, content)
  const digest = `sha256:${createHash('sha256').update(content).digest('hex')}`
  return { digest, sizeBytes: content.length, path, mediaType: 'x/y' }
}
const layer = blob('layer', Buffer.alloc(3 * 1024 * 1024 + 5, 'layer'))
const manifest = blob('manifest', Buffer.from('{}'))
const image: LocalImage = {
  ...{ reference: 'a', madeFrom: '', digest: manifest.digest, manifest, layers: [layer] },
  config: blob('config', Buffer.from('{"a":1}'))
}

const details: string[] = []
function push(password = PASSWORD, signal = new AbortController().signal) {
  details.length = 0
  const { port } = server.address() as AddressInfo
  const registry = { endpoint: { host: '127.0.0.1', port }, login: { username: 'user', password } }
  return pushImage(registry, image, 'library/a', '1', {
    signal,
    log: { info() {}, debug() {}, warn() {}, step: (_, run) => run(detail => void details.push(detail)) }
  })
}

test('blobs, then the manifest; what is there is not sent again', async () => {
  expect(await push()).toBe(manifest.digest)
  expect(calls.map(call => call.split(' ')[0])).toEqual(['HEAD', 'POST', 'PUT', 'HEAD', 'POST', 'PUT', 'PUT'])
  expect(stored.get(layer.digest)?.length).toBe(layer.sizeBytes)
  expect(details).toContain('3 of 4 MiB')
  calls.length = 0
  await push()
  expect(calls.map(call => call.split(' ')[0])).toEqual(['HEAD', 'HEAD', 'PUT'])
})

test('an absolute Location counts only for its path: the registry may not send us elsewhere', async () => {
  hasAbsoluteLocation = true
  expect(await push()).toBe(manifest.digest)
})

test('a connection that breaks is tried once more, and only once', async () => {
  breaks = 1
  expect(await push()).toBe(manifest.digest)
  stored.clear()
  breaks = 2
  await expect(push()).rejects.toMatchObject({ code: 'push-failed' })
})

test('a registry that keeps something else is found out', async () => {
  servedDigest = 'sha256:other'
  await expect(push()).rejects.toMatchObject({
    code: 'push-failed',
    message: expect.stringContaining('keeps library/a:1 as sha256:other')
  })
})

test('a refused login is one line without the password', async () => {
  const error = await push('wrong-password').catch(caught => caught)
  expect(explain(error)).toMatch(/^the registry at 127\.0\.0\.1:\d+ refused the login of user — check/)
  expect(explain(error)).not.toContain('wrong-password')
})

test('a registry that is not there, and a run that is cancelled', async () => {
  await expect(push(PASSWORD, AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' })
  const registry = { endpoint: { host: '127.0.0.1', port: 1 }, login: undefined }
  const fx = {
    signal: new AbortController().signal,
    log: {
      info() {},
      debug() {},
      warn() {},
      step: <T>(_: string, run: (u: () => void) => Promise<T>) => run(() => {})
    }
  }
  await expect(pushImage(registry, image, 'a', '1', fx)).rejects.toMatchObject({
    code: 'push-failed',
    message: expect.stringContaining('no registry answers at 127.0.0.1:1')
  })
})
