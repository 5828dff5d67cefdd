// Registries that lead a client elsewhere, and send what they were not asked for: over real HTTP.
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { fetchOfficial } from '../../src/images/official.ts'
import { configInRegistry } from '../../src/images/registry-config.ts'
import { fakeEffects } from '../support/fake-engine.ts'

// Nobody waits for it but a machine that is busy.
jest.setTimeout(60_000)

type Handler = (request: http.IncomingMessage, response: http.ServerResponse) => void
type Server = {
  origin: string
  host: string
  asked: string[]
  logins: string[]
  handle: Handler
  close(): Promise<void>
}
const digestOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`
const servers: Server[] = []

async function serve(handle: Handler): Promise<Server> {
  const server = http.createServer((request, response) => {
    one.asked.push(request.url ?? '')
    if (request.headers.authorization) one.logins.push(request.headers.authorization)
    one.handle(request, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const one: Server = {
    ...{ origin: `http://${host}`, host, asked: [], logins: [], handle },
    close: () => {
      server.closeAllConnections()
      return new Promise(resolve => void server.close(() => resolve()))
    }
  }
  servers.push(one)
  return one
}
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

const config = '{"config":{"User":"u"}}'
const manifest = JSON.stringify({ config: { digest: digestOf(config) }, layers: [] })
const blobs: Record<string, string> = { [digestOf(config)]: config, [digestOf(manifest)]: manifest }
const content: Handler = ({ url = '' }, response) => {
  const found = blobs[url.split('/').at(-1) ?? '']
  response.writeHead(found === undefined ? 404 : 200).end(found)
}
const ask = (host: string) =>
  configInRegistry(
    {
      reference: `${host}/team/web:1@${digestOf(manifest)}`,
      architecture: 'amd64',
      login: { username: 'u', password: 'p' },
      timeoutMs: 60_000
    },
    fakeEffects()
  )
const bearer = (realm: string) => ({ 'www-authenticate': `Bearer realm="${realm}",service="s"` })

describe('a login', () => {
  test.each([
    ['Basic realm="x"', () => 'Basic realm="x"'],
    ['a token', (other: Server) => `Bearer realm="${other.origin}/token"`]
  ])('is not given to whom the registry leads to, who asks for %s', async (_, challenge) => {
    const other = await serve((_, response) => {
      response.writeHead(401, { 'www-authenticate': challenge(other) }).end()
    })
    const registry = await serve(({ url }, response) => {
      response.writeHead(307, { location: `${other.origin}${url}` }).end()
    })
    expect(await ask(registry.host)).toBeUndefined()
    expect(other.logins).toEqual([])
    expect(other.asked.filter(url => url.startsWith('/token'))).toEqual([])
    expect(registry.logins).toEqual([])
  })

  test('stays with the registry when its blobs are elsewhere', async () => {
    const storage = await serve(content)
    const registry = await serve((request, response) => {
      if (!request.headers.authorization)
        return void response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end()
      if (!request.url?.includes('/blobs/')) return content(request, response)
      response.writeHead(307, { location: `${storage.origin}${request.url}` }).end()
    })
    expect(await ask(registry.host)).toEqual({ User: 'u' })
    expect(storage.asked).toHaveLength(1)
    expect(storage.logins).toEqual([])
  })

  test('does not follow whom the giver of tokens leads to', async () => {
    const other = await serve((_, response) => void response.end('{"token":"abc"}'))
    const registry = await serve(({ url }, response) => {
      if (url?.startsWith('/token')) response.writeHead(307, { location: `${other.origin}/token` }).end()
      else response.writeHead(401, bearer(`${registry.origin}/token`)).end()
    })
    expect(await ask(registry.host)).toBeUndefined()
    expect(other.asked).toEqual([])
  })

  test('is not given for a token of any length', async () => {
    const registry = await serve(({ url }, response) => {
      if (url?.startsWith('/token')) response.end(`{"token":"${'a'.repeat(3_000_000)}"}`)
      else response.writeHead(401, bearer(`${registry.origin}/token`)).end()
    })
    expect(await ask(registry.host)).toBeUndefined()
    expect(registry.asked).toHaveLength(2)
  })

  test.each([
    'ftp://127.0.0.1/t',
    'http://example.test/t',
    'https://u:p@127.0.0.1/t',
    'nonsense',
    'file:///etc/passwd'
  ])('is not brought to %s', async realm => {
    const registry = await serve((_, response) => void response.writeHead(401, bearer(realm)).end())
    expect(await ask(registry.host)).toBeUndefined()
    expect(registry.asked).toHaveLength(1)
    expect(registry.logins).toEqual([])
  })
})

describe('an official image', () => {
  const layer = 'a layer'
  const sized = (text: string, more: object = {}) => ({
    ...{ mediaType: 'application/octet-stream', digest: digestOf(text), size: Buffer.byteLength(text) },
    ...more
  })
  const platform = { os: 'linux', architecture: 'amd64' }
  let cacheDir: string
  beforeEach(() => {
    cacheDir = mkdtempSync(path.join(tmpdir(), 'hostile-'))
  })
  afterEach(() => rmSync(cacheDir, { recursive: true }))
  const fetchFrom = async (answers: Record<string, string>, tag = 'latest') => {
    const registry = await serve(({ url = '' }, response) => {
      const found = answers[decodeURIComponent(url.split('/').slice(5).join('/'))]
      response.writeHead(found === undefined ? 404 : 200).end(found)
    })
    const image = { reference: 'alpine', repository: 'library/alpine', tag }
    const place = {
      cacheDir: path.join(cacheDir, 'a', 'cache'),
      upstream: registry.origin,
      architecture: 'amd64'
    }
    return fetchOfficial(image, place, fakeEffects()).then(
      () => 'taken',
      error => `${error.code}: ${error.message}`
    )
  }
  const imageOf = (parts: object) => JSON.stringify({ config: sized('{}'), layers: [sized(layer)], ...parts })
  const whole = { [digestOf('{}')]: '{}', [digestOf(layer)]: layer }

  test.each([
    ['../../../../out', '../../../../out'],
    ['sha256:../../out', 'sha256:../../out'],
    ['md5:d41d8cd98f00b204e9800998ecf8427e', 'md5:d41d8cd98f00b204e9800998ecf8427e'],
    ['of capitals', digestOf(layer).toUpperCase()],
    ['a number', 5],
    ['a line break after it', `${digestOf(layer)}\n`]
  ])('whose layer’s digest is %s is refused', async (_, digest) => {
    const said = await fetchFrom({ ...whole, latest: imageOf({ layers: [sized(layer, { digest })] }) })
    expect(said).toMatch(/^push-failed: /)
    expect(readdirSync(path.join(cacheDir, 'a', 'cache', 'official', 'blobs'))).toEqual([])
    expect(existsSync(path.join(cacheDir, 'out'))).toBe(false)
  })

  test.each<[string, object]>([
    ['longer than it says', { size: 3 }],
    ['shorter than it says', { size: 300 }],
    ['of no length', { size: -1 }],
    ['of a length that is a text', { size: '7' }]
  ])('whose layer is %s is refused', async (_, more) => {
    expect(await fetchFrom({ ...whole, latest: imageOf({ layers: [sized(layer, more)] }) })).toMatch(
      /^push-failed: /
    )
  })

  test('of a platform is the one that the index names', async () => {
    const wanted = imageOf({})
    const index = JSON.stringify({ manifests: [sized(wanted, { platform })] })
    const answers = {
      ...whole,
      latest: index,
      [digestOf(wanted)]: imageOf({ annotations: { forged: 'yes' } })
    }
    expect(await fetchFrom(answers)).toBe(`push-failed: what docker.io sent is not ${digestOf(wanted)}`)
    expect(await fetchFrom({ ...answers, [digestOf(wanted)]: wanted })).toBe('taken')
  })

  test('that is asked for by digest is that one', async () => {
    const digest = digestOf(imageOf({}))
    expect(await fetchFrom({ ...whole, [digest]: imageOf({ annotations: { forged: 'yes' } }) }, digest)).toBe(
      `push-failed: what docker.io sent is not ${digest}`
    )
  })

  test.each<[string, string]>([
    ['null', 'null'],
    ['a list', '[]'],
    ['a list of lists', '{"manifests":[[]]}'],
    ['no JSON', '<html>'],
    ['more than anybody writes', ' '.repeat(5 * 1024 * 1024)]
  ])('whose manifest is %s is refused', async (_, latest) => {
    expect(await fetchFrom({ ...whole, latest })).toMatch(/^push-failed: /)
  })

  test('that was written into the cache by somebody else is fetched again', async () => {
    const answers = { ...whole, latest: imageOf({}) }
    expect(await fetchFrom(answers)).toBe('taken')
    const file = path.join(cacheDir, 'a/cache/official/blobs', digestOf(layer).replace(':', '-'))
    writeFileSync(file, 'b layer')
    expect(await fetchFrom({ ...answers, [digestOf(layer)]: 'b layer' })).toMatch(/^push-failed: /)
    expect(await fetchFrom(answers)).toBe('taken')
  })
})
