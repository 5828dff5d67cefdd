// Inputs that others wrote to do harm, of five families (the fifth is in hostile-bytes.test.ts): no stack trace, no
// file outside its folder, no input that takes the time or the memory of the process. There are some thousand, and a
// hang is the own one of the test; `SWARMLINE_HOSTILE_INPUTS=50000 bin/test contract -- hostile` measures both as well.
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, expect, test } from '@jest/globals'
import { connectEngine } from '../../src/docker/client.ts'
import { fetchOfficial } from '../../src/images/official.ts'
import { registrySession } from '../../src/images/registry-session.ts'
import { assess } from '../../src/rollout/assess.rules.ts'
import { EMPTY_BASELINE } from '../../src/rollout/snapshot.ts'
import { readRecords, readSpecs } from '../../src/stack/kept/record/read.ts'
import { inspectStack } from '../../src/stack/lint/load.ts'
import { readCurrent } from '../../src/stack/plan/current.ts'
import { fakeEffects } from '../support/fake-engine.ts'
import { hostileJson, hostileText } from '../support/hostile/make.ts'
import { randomOf } from '../support/hostile/random.ts'
import { TEXT_READERS, YAML_READERS } from '../support/hostile/readers.ts'
import { collect, EACH, harmless, SEED } from '../support/hostile/run.ts'
import { watch } from '../support/hostile/watch.ts'
import { HOSTILE_STACKS } from '../support/hostile-yaml.ts'
import { aNode, aService, aTask } from '../support/swarm-builders.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'hostile-inputs-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing) await close()
  closing = []
})

async function listen(handle: http.RequestListener, at: string | number): Promise<http.Server> {
  const server = http.createServer(handle)
  await new Promise<void>(resolve =>
    server.listen(at as never, ...(at === 0 ? ['127.0.0.1'] : []), resolve as never)
  )
  closing.push(() => {
    server.closeAllConnections()
    return new Promise(resolve => server.close(resolve))
  })
  return server
}

test('YAML', async () => {
  const random = randomOf(SEED)
  const files = [
    'docker-compose.yml',
    'suites/workload.yml',
    'suites/disturbances.yml',
    '.github/workflows/deploy.yml'
  ]
  const seeds = [
    ...files.map(file => readFileSync(file, 'utf8')),
    ...Object.values(HOSTILE_STACKS).filter(t => t.length < 5000)
  ]
  const seen = watch(false, collect)
  const inside = path.join(folder, 'yaml')
  mkdirSync(inside)
  const file = path.join(inside, 'stack.yml')
  for (let i = 0; i < EACH; i++) {
    const text = hostileText(seeds, random)
    for (const [name, read] of Object.entries(YAML_READERS)) await seen.see(name, text, () => read(text))
    writeFileSync(file, text)
    await seen.see('inspectStack', text, () =>
      inspectStack({
        composeFiles: [file],
        variables: { A: 'a', TAG: '1', REGISTRY: 'r' },
        shownFrom: inside
      })
    )
  }
  expect(readdirSync(folder)).toEqual(['yaml'])
  expect(readdirSync(inside)).toEqual(['stack.yml'])
  harmless(seen)
})

test('foreign text', async () => {
  const random = randomOf(SEED + 1)
  const seeds = [
    'FROM a AS b\nRUN --mount=type=bind,from=c true\n',
    'Error response from daemon: rpc error: code = Unknown desc = network s_n not found',
    'failed to create service s_web: Error response from daemon: invalid mount',
    'Bearer realm="https://a.example/t",service="s",scope="repository:a:pull"',
    'up{job="a"} 1\n# HELP x y\nx_total{a="b",c="d"} 1e3 1700000000\n',
    'HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\nabc',
    'A=1\nexport B="two ${A}"\nC=\'x\'\n',
    'registry.example:5000/team/web:1@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
    'ssh://user@host:22/run/docker.sock',
    'Types: deb\nURIs: https://deb.debian.org/debian\nSigned-By: /usr/share/keyrings/a.gpg\n',
    '{"manifests":[{"digest":"sha256:1","platform":{"os":"linux"}}]}'
  ]
  const seen = watch(false, collect)
  for (let i = 0; i < EACH; i++) {
    const text = hostileText(seeds, random)
    for (const [name, read] of Object.entries(TEXT_READERS))
      await seen.see(name, text, () => {
        try {
          return read(text)
        } catch (error) {
          // Refused in words for who calls, not for people.
          if ((error as Error).constructor !== Error) throw error
        }
      })
  }
  harmless(seen)
})

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
  const place = `http://127.0.0.1:${(other.address() as { port: number }).port}`
  const registry = await listen(({ url = '', headers }, response) => {
    if (url.startsWith('/token')) return void response.end(hostileJson({ token: 'abc' }, random))
    if (!headers.authorization && random.chance(0.2)) {
      const realm = random.pick([
        `${place}/token`,
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
        .writeHead(307, { location: random.pick([place, url, '//', '../..', 'file:///etc/passwd']) })
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
  const inside = path.join(folder, 'registry')
  const fx = fakeEffects()
  const seen = watch(false, collect)
  for (let i = 0; i < EACH; i++) {
    const cacheDir = path.join(inside, 'cache')
    await seen.see('fetchOfficial', String(i), () =>
      fetchOfficial(
        { reference: 'a', repository: 'library/a', tag: random.pick(['latest', digestOf(text)]) },
        { cacheDir, upstream: origin, architecture: 'amd64' },
        fx
      )
    )
    await seen.see('registrySession', String(i), () =>
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
    )
    rmSync(path.join(inside, 'cache', 'official', 'blobs'), { recursive: true, force: true })
  }
  expect(elsewhere).toBe(0)
  expect(readdirSync(folder).sort()).toEqual(['registry', 'yaml'])
  expect(readdirSync(inside)).toEqual(['cache'])
  expect(readdirSync(path.join(inside, 'cache'))).toEqual(['official'])
  harmless(seen)
})

test('answers of an engine', async () => {
  const random = randomOf(SEED + 3)
  const labels = {
    'com.docker.stack.namespace': 's',
    'io.swarmline.kind': 'deploy',
    'io.swarmline.deploy.seq': '1',
    'io.swarmline.deploy.parts': '1'
  }
  const config = {
    ID: 'c',
    Version: { Index: 1 },
    CreatedAt: '2026-01-01T00:00:00Z',
    UpdatedAt: '',
    Spec: { Name: 'swarmline-deploy-s-1', Labels: labels, Data: 'eA==' }
  }
  const answers: Record<string, unknown> = {
    '/services': [aService('s_web'), aService('s_db')],
    '/tasks': [aTask('s_web', 'running'), aTask('s_db', 'failed', { err: 'x' })],
    '/nodes': [aNode('n1')],
    '/networks': [{ Id: 'n', Name: 's_n', Labels: labels }],
    '/secrets': [{ ID: 'x', Spec: { Name: 's_x', Labels: labels } }],
    '/configs': [
      config,
      {
        ...config,
        Spec: {
          ...config.Spec,
          Name: 'swarmline-deploy-s-1.1',
          Labels: { ...labels, 'io.swarmline.kind': 'deploy-part' }
        }
      }
    ]
  }
  const socket = path.join(folder, 's')
  await listen(({ url = '' }, response) => {
    const answer = answers[url.split('?')[0] ?? ''] ?? {}
    response
      .writeHead(random.chance(0.05) ? random.pick([400, 404, 500]) : 200)
      .end(hostileJson(answer, random))
  }, socket)
  const client = connectEngine(socket)
  closing.unshift(async () => client.close())
  const clock = { now: () => 0, sleep: () => Promise.reject(new Error('nobody waits here')) }
  const fx = fakeEffects({ clock: clock as never })
  const seen = watch(true, collect)
  for (let i = 0; i < EACH; i++) {
    await seen.see('records', String(i), async () => (await readRecords(client, 's', fx)).map(readSpecs))
    await seen.see('current', String(i), () => readCurrent(client, 's', fx.signal))
    await seen.see('assess', String(i), async () => {
      const [services, tasks, nodes] = await Promise.all(
        ['/services', '/tasks', '/nodes'].map(each => client.json('GET', each))
      )
      return assess({ services, tasks, nodes } as never, EMPTY_BASELINE)
    })
  }
  harmless(seen)
})
