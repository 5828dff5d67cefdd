import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals'
import type { EngineClient } from '../../../src/docker/client.ts'
import type { Exec } from '../../../src/effects/effects.ts'
import { servicesOf } from '../../../src/stack/read/model.rules.ts'
import type { Model } from '../../../src/stack/read/plain.rules.ts'
import { lookAtImages } from '../../../src/usecases/deploy/look-at-images.ts'
import { sampleCluster } from '../../support/action-samples.ts'
import { answered, type FakeEngine, fakeEffects, fakeEngine, lost } from '../../support/fake-engine.ts'

// Nobody waits for it but a machine that is busy.
jest.setTimeout(60_000)

const DIGEST = `sha256:${'a'.repeat(64)}`
let asked: string[] = []
let authorizations: (string | undefined)[] = []
let registry: http.Server
let address = ''
beforeAll(async () => {
  registry = http.createServer(({ url = '', headers: { authorization } }, response) => {
    asked.push(url)
    authorizations.push(authorization)
    response.writeHead(authorization ? 404 : 401, { 'www-authenticate': 'Basic realm="x"' }).end()
  })
  await new Promise<void>(resolve => registry.listen(0, '127.0.0.1', resolve))
  address = `127.0.0.1:${(registry.address() as AddressInfo).port}`
})
afterAll(async () => {
  registry.closeAllConnections()
  await new Promise(resolve => registry.close(resolve))
})
beforeEach(() => {
  asked = []
  authorizations = []
})

/** An engine that has images under these references, as it is asked for them. */
const engineWith = (images: Record<string, object> = {}): FakeEngine =>
  fakeEngine(({ path }) => {
    if (path === '/version') return { Arch: 'amd64' }
    const found = images[path.slice('/images/'.length, -'/json'.length)]
    if (!found) throw answered(404, 'No such image')
    return { Config: found }
  })
const swarmOf = (manager: EngineClient, others: EngineClient[] = [], isOurs = false) => ({
  manager,
  nodes: [manager, ...others].map((client, i) => ({
    ...{ id: `${i}`, name: `n${i}`, role: 'manager' as const, labels: {}, address: '' },
    client,
    power: undefined
  })),
  cluster: isOurs ? sampleCluster : undefined,
  dockerConfigDir: undefined as string | undefined
})
const look = (
  services: Record<string, Record<string, unknown>>,
  swarm: ReturnType<typeof swarmOf>,
  exec?: Exec
) => {
  const model: Model = { services }
  const pinned: Model = {
    services: Object.fromEntries(
      Object.entries(services).map(([name, service]) => [
        name,
        { ...service, image: `${String(service.image)}@${DIGEST}` }
      ])
    )
  }
  return lookAtImages(
    { model, services: servicesOf(model) },
    pinned,
    swarm,
    fakeEffects(exec ? { exec } : {})
  )
}
const ports = [{ target: 80, published: 80, protocol: 'tcp', mode: 'ingress' }]

test('images are known by the names of the plan, and looked up by digest on every node', async () => {
  const [manager, worker] = [
    engineWith({ [`web@${DIGEST}`]: { Healthcheck: { Test: ['CMD', 'x'] } }, 'db:1': { User: 'wrong' } }),
    engineWith({ [`db@${DIGEST}`]: { User: 'right' } })
  ]
  const known = await look(
    { web: { image: 'web:1' }, db: { image: 'db:1' }, none: { image: 'none:1' } },
    swarmOf(manager, [worker, worker])
  )
  expect(Object.keys(known)).toEqual(['web:1', 'db:1'])
  expect(known['web:1']).toMatchObject({ hasHealthcheck: true })
  expect(known['db:1']).toMatchObject({ user: 'right', hasHealthcheck: false })
  // Each engine once, however many nodes lead to it.
  expect(worker.requests.toSorted()).toEqual([
    `GET /images/db@${DIGEST}/json`,
    `GET /images/none@${DIGEST}/json`
  ])
})

test('a registry is asked only for what no engine has and a warning depends on', async () => {
  const manager = engineWith({ [`${address}/here@${DIGEST}`]: {} })
  const of = (name: string, more: object = {}) => ({ image: `${address}/${name}:1`, ...more })
  await look(
    {
      here: of('here', { ports }),
      inner: of('inner'),
      checked: of('checked', { ports, healthcheck: { test: ['CMD', 'x'] } }),
      off: of('off', { ports, healthcheck: { disable: true } }),
      wanted: of('wanted', { ports })
    },
    swarmOf(manager)
  )
  expect(asked).toEqual([`/v2/wanted/manifests/${DIGEST}`])
})

test('the registry of a cluster of ours is behind its engine: it is not asked from here', async () => {
  const known = await look(
    { wanted: { image: `${address}/wanted:1`, ports } },
    swarmOf(engineWith(), [], true)
  )
  expect([known, asked]).toEqual([{}, []])
})

test('a registry that wants a login is shown it, wherever docker keeps it', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'look-test-'))
  try {
    writeFileSync(path.join(folder, 'config.json'), JSON.stringify({ credsStore: 'mine' }))
    const exec: Exec = async file => ({
      exitCode: file === 'docker-credential-mine' ? 0 : 1,
      stdout: '{"Username":"u","Secret":"p"}',
      stderr: ''
    })
    const swarm = { ...swarmOf(engineWith()), dockerConfigDir: folder }
    await look({ wanted: { image: `${address}/wanted:1`, ports } }, swarm, exec)
    expect(authorizations).toEqual([undefined, `Basic ${Buffer.from('u:p').toString('base64')}`])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('an engine that is away makes nothing fail: the image is unknown', async () => {
  const away = fakeEngine(() => {
    throw lost()
  })
  expect(await look({ wanted: { image: `${address}/wanted:1`, ports } }, swarmOf(away))).toEqual({})
  expect(asked).toEqual([])
})
