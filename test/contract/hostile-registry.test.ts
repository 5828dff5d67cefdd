// Answers of a registry that wants to do harm, and the archives in them, see test/support/hostile/run.ts.
import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import { fetchOfficial } from '../../src/images/official.ts'
import { registrySession } from '../../src/images/registry-session.ts'
import { fakeEffects } from '../support/fake-engine.ts'
import { listen } from '../support/hostile/listen.ts'
import { hostileJson, hostileText } from '../support/hostile/make.ts'
import { hostilePlace } from '../support/hostile/place.ts'
import { randomOf } from '../support/hostile/random.ts'
import { EACH, harmless, SEED } from '../support/hostile/run.ts'
import { watch } from '../support/hostile/watch.ts'

test('answers of a registry, and the archives in them', async () => {
  const random = randomOf(SEED + 2)
  const digestOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`
  const layer = 'a layer'
  const part = (text: string) => ({ mediaType: 'a/b', digest: digestOf(text), size: text.length })
  const image = { config: part('{}'), layers: [part(layer)] }
  const text = JSON.stringify(image)
  const index = { manifests: [{ ...part(text), platform: { os: 'linux', architecture: 'amd64' } }] }
  const blobs: Record<string, string> = {
    [digestOf('{}')]: '{}',
    [digestOf(layer)]: layer,
    [digestOf(text)]: text
  }
  let elsewhere = 0
  const other = await listen((request, response) => {
    // A giver of tokens that the registry itself names is asked with the login; nobody else there is.
    if (request.headers.authorization && !request.url?.startsWith('/token')) elsewhere++
    response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end()
  }, 0)
  const away = `http://127.0.0.1:${(other.address() as { port: number }).port}`
  const registry = await listen(({ url = '', headers }, response) => {
    if (url.startsWith('/token')) return void response.end(hostileJson({ token: 'abc' }, random))
    if (!headers.authorization && random.chance(0.2)) {
      const realm = random.pick([
        `${away}/token`,
        `${origin}/token`,
        `${origin}/token`,
        'http://10.0.0.1/',
        'x'
      ])
      const header = random.pick([
        `Bearer realm="${realm}",service="s"`,
        'Basic realm="x"',
        hostileText(['Bearer '], random)
      ])
      return void response
        .writeHead(401, { 'www-authenticate': header.replace(/[^\x20-\x7e]/g, '?').slice(0, 8000) })
        .end()
    }
    if (random.chance(0.1))
      return void response
        .writeHead(307, { location: random.pick([away, url, '//', '../..', 'file:///etc/passwd']) })
        .end()
    if (random.chance(0.02)) return void response.destroy()
    const found =
      blobs[url.split('/').at(-1) ?? ''] ??
      (random.chance(0.5) ? hostileJson(index, random) : hostileJson(image, random))
    response
      .writeHead(random.chance(0.05) ? random.pick([204, 404, 500]) : 200)
      .end(random.chance(0.05) ? hostileText([found], random) : found)
  }, 0)
  const origin = `http://127.0.0.1:${(registry.address() as { port: number }).port}`
  const place = hostilePlace()
  const cacheDir = path.join(place.inside, 'cache')
  const fetched = path.join(cacheDir, 'official', 'blobs')

  const seen = watch()
  for (let i = 0; i < EACH; i++) {
    const fx = fakeEffects()
    await seen.see(String(i), {
      fetchOfficial: () =>
        fetchOfficial(
          { reference: 'a', repository: 'library/a', tag: random.pick(['latest', digestOf(text)]) },
          { cacheDir, upstream: origin, architecture: 'amd64' },
          fx
        ),
      registrySession: () =>
        registrySession(
          new URL(origin),
          'a/b',
          { username: 'u', password: 'p' },
          globalThis.fetch as never,
          fx.signal
        )
          .get('manifests', digestOf(text))
          .catch((error: Error) => {
            if (error instanceof RangeError || error instanceof ReferenceError) throw error
          })
    })
    if (random.chance(0.2)) rmSync(fetched, { recursive: true, force: true })
  }
  rmSync(fetched, { recursive: true, force: true })
  expect(elsewhere).toBe(0)
  place.leave(['cache', 'cache/official'])
  harmless(seen)
})
