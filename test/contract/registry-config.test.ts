// An image's configuration from a registry, over real HTTP: logins, tokens, platforms, and registries that mislead.
import { createHash } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { configInRegistry, type RegistryQuestion } from '../../src/images/registry-config.ts'
import { fakeEffects } from '../support/fake-engine.ts'

// Nobody waits for it but a machine that is busy.
jest.setTimeout(60_000)

const blobs = new Map<string, string>()
const keep = (content: object): string => keepText(JSON.stringify(content))
const keepText = (text: string): string => {
  const digest = `sha256:${createHash('sha256').update(text).digest('hex')}`
  blobs.set(digest, text)
  return digest
}
const image = (config: object): string =>
  keep({ schemaVersion: 2, config: { digest: keep({ architecture: 'amd64', config }) }, layers: [] })

type Handler = (request: http.IncomingMessage, response: http.ServerResponse) => void
const serve: Handler = ({ url = '' }, response) => {
  const found = blobs.get(/\/v2\/team\/web\/(?:manifests|blobs)\/(.*)$/.exec(url)?.[1] ?? '')
  response.writeHead(found === undefined ? 404 : 200).end(found)
}
let handle: Handler
let asked: { path: string; authorization: string | undefined }[]
let server: http.Server
let address: string
beforeEach(async () => {
  handle = serve
  asked = []
  server = http.createServer((request, response) => {
    asked.push({ path: request.url ?? '', authorization: request.headers.authorization })
    handle(request, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  address = `127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
})

const LOGIN = { username: 'u', password: 'p' }
const BASIC = `Basic ${Buffer.from('u:p').toString('base64')}`
const config = { Healthcheck: { Test: ['CMD', 'true'] } }
const ask = (digest: string, more: Partial<RegistryQuestion> = {}, signal = new AbortController().signal) =>
  configInRegistry(
    {
      reference: `${address}/team/web:1@${digest}`,
      architecture: 'arm64',
      login: undefined,
      timeoutMs: 60_000,
      ...more
    },
    fakeEffects({ signal })
  )

test('of an image, and of the platform of the nodes', async () => {
  expect(await ask(image(config))).toEqual(config)
  const index = keep({
    manifests: [
      { digest: image({ User: 'amd' }), platform: { os: 'linux', architecture: 'amd64' } },
      { digest: image({ User: 'win' }), platform: { os: 'windows', architecture: 'arm64' } },
      { digest: image({ User: 'arm' }), platform: { os: 'linux', architecture: 'arm64' } }
    ]
  })
  expect(await ask(index)).toEqual({ User: 'arm' })
  expect(await ask(index, { architecture: 'riscv64' })).toBeUndefined()
})

test('without a digest nobody is asked', async () => {
  expect(await ask('', { reference: `${address}/team/web:1` })).toBeUndefined()
  expect(asked).toEqual([])
})

test('a login is shown to a registry that asks for it, and once only', async () => {
  handle = (request, response) => {
    if (request.headers.authorization === BASIC) return serve(request, response)
    response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end()
  }
  expect(await ask(image(config))).toBeUndefined()
  asked = []
  expect(await ask(image(config), { login: LOGIN })).toEqual(config)
  expect(asked.map(({ authorization }) => authorization)).toEqual([undefined, BASIC, BASIC])
  asked = []
  expect(await ask(image(config), { login: { ...LOGIN, password: 'wrong' } })).toBeUndefined()
  expect(asked).toHaveLength(2)
})

test('a token is had for the login, or for nothing', async () => {
  handle = (request, response) => {
    if (request.url?.startsWith('/token')) return void response.end('{"token":"abc"}')
    if (request.headers.authorization === 'Bearer abc') return serve(request, response)
    const realm = `realm="http://${address}/token",service="reg"`
    response.writeHead(401, { 'www-authenticate': `Bearer ${realm},scope="repository:other:push"` }).end()
  }
  expect(await ask(image(config))).toEqual(config)
  const token = asked.find(({ path }) => path.startsWith('/token'))
  expect(token).toEqual({
    path: '/token?service=reg&scope=repository%3Ateam%2Fweb%3Apull',
    authorization: undefined
  })
  asked = []
  expect(await ask(image(config), { login: LOGIN })).toEqual(config)
  expect(asked.find(({ path }) => path.startsWith('/token'))?.authorization).toBe(BASIC)
})

test('a refresh token gets an access token, in a body and not in an address', async () => {
  const bodies: string[] = []
  handle = (request, response) => {
    if (request.url?.startsWith('/token')) {
      request.setEncoding('utf8').on('data', text => bodies.push(text))
      return void request.on('end', () => response.end('{"access_token":"abc"}'))
    }
    if (request.headers.authorization === 'Bearer abc') return serve(request, response)
    response
      .writeHead(401, { 'www-authenticate': `Bearer realm="http://${address}/token",service="reg"` })
      .end()
  }
  expect(await ask(image(config), { login: { identityToken: 'r+f' } })).toEqual(config)
  expect(asked.find(({ path }) => path.startsWith('/token'))).toEqual({
    path: '/token',
    authorization: undefined
  })
  expect(Object.fromEntries(new URLSearchParams(bodies.join('')))).toEqual({
    ...{ grant_type: 'refresh_token', refresh_token: 'r+f', client_id: 'docker', service: 'reg' },
    scope: 'repository:team/web:pull'
  })
})

test('a token of the registry is shown as it is', async () => {
  handle = (request, response) => {
    if (request.headers.authorization === 'Bearer mine') return serve(request, response)
    response.writeHead(401, { 'www-authenticate': `Bearer realm="http://${address}/token"` }).end()
  }
  expect(await ask(image(config), { login: { registryToken: 'mine' } })).toEqual(config)
})

test('a login goes to nobody elsewhere without TLS', async () => {
  // The same machine by an address that does not say so.
  const realm = `http://0.0.0.0:${address.split(':')[1]}/token`
  handle = ({ url }, response) =>
    url?.startsWith('/token')
      ? void response.end('{"token":"abc"}')
      : void response.writeHead(401, { 'www-authenticate': `Bearer realm="${realm}"` }).end()
  expect(await ask(image(config), { login: LOGIN })).toBeUndefined()
  expect(asked).toHaveLength(1)
})

test.each<[string, Handler]>([
  ['no JSON', (_, response) => void response.end('nonsense')],
  ['an error', (_, response) => void response.writeHead(500).end()],
  ['nothing', (_, response) => void response.destroy()],
  ['a redirect in a circle', ({ url }, response) => void response.writeHead(307, { location: url }).end()]
])('%s: it is unknown', async (_, misleading) => {
  handle = misleading
  expect(await ask(image(config))).toBeUndefined()
})

test('other bytes than those of the digest are not believed', async () => {
  const other = image({ User: 'other' })
  handle = ({ url = '', headers }, response) => {
    const isFirst = url.endsWith(wanted)
    serve({ url: isFirst ? url.replace(wanted, other) : url, headers } as http.IncomingMessage, response)
  }
  const wanted = image(config)
  expect(await ask(wanted)).toBeUndefined()
  expect(await ask(other)).toEqual({ User: 'other' })
})

test('more than anybody writes is not read', async () => {
  const text = blobs.get(image(config)) ?? ''
  expect(await ask(keepText(text + ' '.repeat(1024)))).toEqual(config)
  expect(await ask(keepText(text + ' '.repeat(5 * 1024 * 1024)))).toBeUndefined()
})

test('a config whose digest is no digest is not asked for', async () => {
  expect(await ask(keep({ config: { digest: '../../secret' } }))).toBeUndefined()
  expect(asked).toHaveLength(1)
})

test('a registry that does not answer is not waited for', async () => {
  handle = () => undefined
  expect(await ask(image(config), { timeoutMs: 50 })).toBeUndefined()
})

test('a cancelled deploy does not wait for it either', async () => {
  const abort = new AbortController()
  handle = () => abort.abort()
  await expect(ask(image(config), {}, abort.signal)).rejects.toThrow()
})
