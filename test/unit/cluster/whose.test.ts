// Two users of one engine have a cluster of the same name. The engine is an HTTP server that remembers what it has.
import { mkdtempSync, rmSync } from 'node:fs'
import http from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { ownLabels } from '../../../src/cluster/labels.rules.ts'
import { findLeftovers, refuseStrangers } from '../../../src/cluster/leftovers.ts'
import { ensureNetwork } from '../../../src/cluster/network.ts'
import { openDoor } from '../../../src/cluster/registry-door.ts'
import { saveCluster } from '../../../src/cluster/state.ts'
import { runOf, whoseOf } from '../../../src/cluster/whose.rules.ts'
import { connectEngine, type EngineClient } from '../../../src/docker/client.ts'
import { down } from '../../../src/usecases/down.ts'
import { fakeEffects } from '../../support/fake-engine.ts'
import { aCluster, aHostEngine } from './builders.ts'

type Thing = { kind: 'containers' | 'networks' | 'volumes'; name: string; labels: Record<string, string> }

const CREATED = '2026-01-02T03:04:05.000Z'
const labelsOf = (run: string, owner: string, createdAt = CREATED) =>
  ownLabels({ cluster: 'demo', owner, run, createdAt: Date.parse(createdAt), ttlHours: 24 })
const ours = labelsOf('run-a', 'ann')
const theirs = labelsOf('run-b', 'bob')

let folder: string
let server: http.Server
let client: EngineClient
let things: Thing[]

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'whose-'))
  things = []
  server = http.createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://docker')
    const [, kind, name, more] = url.pathname.split('/')
    const of = (wanted: string) => things.filter(each => each.kind === wanted)
    const answer = (status: number, body?: unknown) =>
      response.writeHead(status).end(body === undefined ? undefined : JSON.stringify(body))
    request.resume().on('end', () => {
      const thing = things.find(each => each.kind === kind && each.name === name)
      if (request.method === 'DELETE') {
        things = things.filter(each => each !== thing)
        return answer(204)
      }
      if (url.pathname === '/version')
        return answer(200, { Version: '28.5.2', ApiVersion: '1.51', Os: 'linux' })
      if (url.pathname === '/info') return answer(200, { KernelVersion: '6' })
      if (url.pathname === '/containers/json')
        return answer(
          200,
          of('containers').map(c => ({ Id: c.name, Names: [`/${c.name}`], Labels: c.labels }))
        )
      if (url.pathname === '/networks')
        return answer(
          200,
          of('networks').map(n => ({ Id: n.name, Name: n.name, Labels: n.labels }))
        )
      if (url.pathname === '/volumes')
        return answer(200, { Volumes: of('volumes').map(v => ({ Name: v.name, Labels: v.labels })) })
      if (thing && more === 'json')
        return answer(200, {
          Id: name,
          Image: 'i',
          State: { Running: true, ExitCode: 0 },
          Config: { Labels: thing.labels }
        })
      if (thing) return answer(200, { Labels: thing.labels, IPAM: { Config: [{ Subnet: '10.79.0.0/24' }] } })
      return answer(404, { message: 'no such thing' })
    })
  })
  await new Promise<void>(resolve => server.listen(path.join(folder, 'engine.sock'), resolve))
  client = connectEngine(path.join(folder, 'engine.sock'))
})
afterEach(async () => {
  client.close()
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
  rmSync(folder, { recursive: true, force: true })
})

const has = (labels: Record<string, string>, mark: string): Thing[] => [
  { kind: 'containers', name: `swarmline-demo-${mark}`, labels: { ...labels, 'io.swarmline.node': mark } },
  { kind: 'networks', name: `net-${mark}`, labels },
  { kind: 'volumes', name: `vol-${mark}`, labels }
]
const engine = () => ({ socketPath: path.join(folder, 'engine.sock') })

describe('down', () => {
  /** Of the cluster `demo` as `saved` has it, on the engine. */
  async function takeDown(saved: { run?: string; createdAt?: string }) {
    const socketPath = path.join(folder, 'engine.sock')
    const state = { ...aHostEngine, dockerHost: `unix://${socketPath}`, socketPath } as never
    const stateDir = path.join(folder, 's')
    await saveCluster(stateDir, aCluster({ name: 'demo', engine: state, ...saved }))
    const fx = fakeEffects()
    await down({ name: 'demo', isAllOfOurs: false }, { stateDir, cacheDir: folder }, fx)
    return { left: things.map(({ name }) => name), said: fx.lines.join('\n') }
  }

  test('removes what its own run made, and leaves and names what another one did', async () => {
    things = [...has(ours, 'manager1'), ...has(theirs, 'worker1')]
    const { left, said } = await takeDown({ run: 'run-a' })
    expect(left).toEqual(['swarmline-demo-worker1', 'net-worker1', 'vol-worker1'])
    expect(said).toContain('not removed, because another run created it: container swarmline-demo-worker1')
    expect(said).toContain('(bob, since 2026-01-02T03:04:05.000Z)')
  })

  test('removes nothing when all of that name is another’s', async () => {
    things = has(theirs, 'manager1')
    expect((await takeDown({ run: 'run-a' })).left).toHaveLength(3)
  })

  test('a cluster that was saved without its run is known by the moment of its making', async () => {
    things = [
      ...has(ours, 'manager1'),
      ...has(labelsOf('run-b', 'bob', '2026-01-02T03:04:06.000Z'), 'worker1')
    ]
    const { left } = await takeDown({ createdAt: CREATED })
    expect(left).toEqual(['swarmline-demo-worker1', 'net-worker1', 'vol-worker1'])
  })
})

describe('up', () => {
  const spec = {
    ...{ cluster: 'demo', labels: ours, image: 'registry:2', dockerConfigDir: '/d', cliPluginsExtraDirs: [] },
    addresses: {
      registry: '10.79.0.5:5000',
      mirror: '10.79.0.6:5000',
      subnet: '10.79.0.0/24',
      gateway: '10.79.0.1'
    }
  }
  const { signal } = new AbortController()

  test('makes nothing beside a cluster of the same name that another run has', async () => {
    things = has(theirs, 'manager1')
    await expect(refuseStrangers(runOf(ours), engine(), { signal })).rejects.toMatchObject({
      code: 'cluster-failed',
      message: expect.stringMatching(
        /container swarmline-demo-manager1, network net-manager1, .*\(bob, since/
      )
    })
    things = has(ours, 'manager1')
    await refuseStrangers(runOf(ours), engine(), { signal })
  })

  test('takes no network and no registry of another run, whatever it is called', async () => {
    for (const labels of [theirs, {}]) {
      things = [
        { kind: 'networks', name: 'swarmline-demo', labels },
        { kind: 'containers', name: 'swarmline-demo-registry', labels }
      ]
      const network = ensureNetwork(client, { ...spec, engine: { kind: 'host', bridge: undefined } }, signal)
      await expect(network).rejects.toMatchObject({
        code: 'cluster-failed',
        message: expect.stringContaining('another run')
      })
      await expect(openDoor(client, spec, 'push', signal)).rejects.toMatchObject({ code: 'cluster-failed' })
      expect(things).toHaveLength(2)
    }
  })

  test('in a VM of ours what an earlier run made is taken: it woke with it', async () => {
    things = [{ kind: 'networks', name: 'swarmline-demo', labels: theirs }]
    const inVm = { ...spec, engine: { kind: 'vm' as const, bridge: 'br0' } }
    expect(await ensureNetwork(client, inVm, signal)).toBe(false)
    const { name, run, createdAt } = aCluster({ name: 'demo', run: 'run-a' })
    const vm = whoseOf({ name, createdAt, ...(run ? { run } : {}), engine: { isOwned: true } as never })
    things = has(theirs, 'manager1')
    await refuseStrangers(vm, engine(), { signal })
    expect(await findLeftovers(engine())).toHaveLength(3)
  })
})
