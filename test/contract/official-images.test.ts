// Fetching official images, against a registry that asks for a token and answers with an index of platforms.
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { fetchOfficial, isUpstreamReachable } from '../../src/images/official.ts'
import { openConnectProxy } from '../support/connect-proxy.ts'

const digestOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`
const described = (text: string, mediaType: string) => ({
  mediaType,
  digest: digestOf(text),
  size: Buffer.byteLength(text)
})
const IMAGE = 'application/vnd.oci.image.manifest.v1+json'
const INDEX = 'application/vnd.oci.image.index.v1+json'
const layer = 'a layer'
const config = '{"os":"linux"}'
const manifest = JSON.stringify({
  config: described(config, 'application/vnd.oci.image.config.v1+json'),
  layers: [described(layer, 'application/vnd.oci.image.layer.v1.tar+gzip')]
})
const index = JSON.stringify({
  manifests: [{ ...described(manifest, IMAGE), platform: { os: 'linux', architecture: 'amd64' } }]
})
const image = { reference: 'alpine', repository: 'library/alpine', tag: 'latest' }

let server: Server
let upstream: string
let cacheDir: string
let asked: string[]
let blobs: Record<string, string>
const fx = { signal: new AbortController().signal }

beforeEach(async () => {
  asked = []
  blobs = { [digestOf(layer)]: layer, [digestOf(config)]: config }
  cacheDir = mkdtempSync(path.join(tmpdir(), 'official-'))
  server = createServer((request, response) => {
    const url = request.url ?? ''
    asked.push(url)
    if (url === '/v2/') return void response.writeHead(401).end()
    const name = url.split('/').at(-1) ?? ''
    const found = { latest: index, [digestOf(manifest)]: manifest, ...blobs }[name]
    if (found === undefined) return void response.writeHead(404).end()
    const type = name === 'latest' ? INDEX : name === digestOf(manifest) ? IMAGE : 'application/octet-stream'
    response.writeHead(200, { 'content-type': type }).end(found)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  upstream = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
  rmSync(cacheDir, { recursive: true })
})

const fetchIt = (architecture = 'amd64') => fetchOfficial(image, { cacheDir, upstream, architecture }, fx)

test('follows the index to the image of the platform, and keeps its parts', async () => {
  const fetched = await fetchIt()
  expect(fetched).toMatchObject({ reference: 'alpine', madeFrom: undefined, digest: digestOf(manifest) })
  expect(fetched.layers.map(each => readFileSync(each.path, 'utf8'))).toEqual([layer])
  expect(readFileSync(fetched.config.path, 'utf8')).toBe(config)
  expect(readFileSync(fetched.manifest.path, 'utf8')).toBe(manifest)
  expect(fetched.manifest.mediaType).toBe(IMAGE)
})

test('what was fetched once is not fetched again', async () => {
  await fetchIt()
  asked = []
  await fetchIt()
  expect(asked.filter(url => url.includes('/blobs/'))).toEqual([])
})

test('a blob that is not what its digest says is refused and not kept', async () => {
  blobs[digestOf(layer)] = 'a forgery'
  await expect(fetchIt()).rejects.toThrow(/is not sha256:/)
  expect(readdirSync(path.join(cacheDir, 'official/blobs'))).toEqual([])
})

test('a platform that is not there is said', async () => {
  await expect(fetchIt('s390x')).rejects.toThrow('alpine does not exist for linux/s390x')
})

test('an image that is not there is `not-found`', async () => {
  const missing = { ...image, tag: 'nope' }
  await expect(
    fetchOfficial(missing, { cacheDir, upstream, architecture: 'amd64' }, fx)
  ).rejects.toMatchObject({
    code: 'not-found'
  })
})

test('a registry that wants a login answers all the same; nobody there is no', async () => {
  expect(await isUpstreamReachable(upstream, fx.signal)).toBe(true)
  expect(await isUpstreamReachable('http://127.0.0.1:1', fx.signal)).toBe(false)
})

test('docker.io is asked through the proxy, where there is one', async () => {
  const proxy = await openConnectProxy(() => (server.address() as AddressInfo).port)
  process.env.HTTP_PROXY = `http://${proxy.address}`
  try {
    const place = { cacheDir, upstream: 'http://upstream.test', architecture: 'amd64' }
    expect(await isUpstreamReachable(place.upstream, fx.signal)).toBe(true)
    expect((await fetchOfficial(image, place, fx)).digest).toBe(digestOf(manifest))
    expect(new Set(proxy.asked.map(({ host }) => host))).toEqual(new Set(['upstream.test:80']))
  } finally {
    delete process.env.HTTP_PROXY
    await proxy.close()
  }
})
