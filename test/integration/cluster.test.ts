import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { planAddresses } from '../../src/cluster/addresses.rules.ts'
import type { RegistryDoor, SwarmNode } from '../../src/cluster/cluster-record.ts'
import { ownLabels } from '../../src/cluster/labels.rules.ts'
import { findLeftovers } from '../../src/cluster/leftovers.ts'
import { ensureNetwork } from '../../src/cluster/network.ts'
import { providers } from '../../src/cluster/providers.ts'
import type { RaiseSpec } from '../../src/cluster/raise.ts'
import { raiseSwarm } from '../../src/cluster/raise.ts'
import { openRegistry, rotateLogin } from '../../src/cluster/registry.ts'
import { runOf } from '../../src/cluster/whose.rules.ts'
import { connectEngine, type EngineClient } from '../../src/docker/client.ts'
import type { ApiContainer, ApiNode } from '../../src/docker/types.ts'
import { type HostEngine, openHostEngine } from '../../src/engine/host.ts'
import { mountsUnder, type PrivateDockerd, startDockerd, whyNoDockerd } from '../support/dockerd.ts'
import { recordedEffects } from '../support/effects.ts'
import { footprint, leftSince, stays } from '../support/leftovers.ts'
import { loadNodeImages, NODE_IMAGE, REGISTRY_IMAGE } from '../support/node-images.ts'
import { credentialsIn, pull, push, statusOf } from '../support/registry-client.ts'
import { describeIf } from '../support/requires.ts'
import { importTinyImage } from '../support/tiny-image.ts'
import { connected } from '../support/traffic.ts'

const missing = whyNoDockerd()

describeIf(!missing, missing ?? '', 'a cluster on an engine of this machine', () => {
  const cluster = `it${process.pid}`
  const addresses = planAddresses({ managers: 1, workers: 2 }, '10.214.7')
  const { maker } = providers.dind
  const { fx, lines } = recordedEffects()
  let folder: string
  let dockerd: PrivateDockerd
  let client: EngineClient
  let engine: HostEngine
  let registry: RegistryDoor
  let nodes: SwarmNode[]
  let before: ReturnType<typeof footprint>

  const labels = ownLabels({ cluster, owner: 'tests', run: '1', createdAt: Date.now(), ttlHours: 1 })
  const raise = (change: Partial<RaiseSpec> = {}, on: HostEngine = engine, effects = fx) =>
    raiseSwarm(
      maker,
      {
        cluster,
        addresses,
        labels,
        nodeLabels: { worker1: { data: 'persistent' } },
        registry,
        isOffline: true,
        ...change
      },
      on,
      effects
    )
  const loginSpec = () => ({
    cluster,
    addresses,
    dockerConfigDir: registry.dockerConfigDir,
    cliPluginsExtraDirs: []
  })
  const socketOf = (name: string) => nodes.find(node => node.name === name)?.socketPath ?? ''
  const swarmNodes = async () => {
    const manager = connectEngine(socketOf('manager1'))
    return manager.json<ApiNode[]>('GET', '/nodes').finally(() => manager.close())
  }

  beforeAll(async () => {
    folder = mkdtempSync('/tmp/sl-cluster-')
    dockerd = await startDockerd()
    client = connectEngine(dockerd.socketPath)
    await loadNodeImages(client, fx)
    before = footprint(folder)
    engine = await openHostEngine(
      { dockerHost: `unix://${dockerd.socketPath}`, runDir: folder, nodeImage: NODE_IMAGE },
      fx
    )
    await ensureNetwork(client, { cluster, labels, addresses, engine }, fx.signal)
    registry = await openRegistry(
      {
        cluster,
        labels,
        image: REGISTRY_IMAGE,
        addresses,
        dockerConfigDir: path.join(folder, 'docker'),
        cliPluginsExtraDirs: []
      },
      engine,
      fx
    )
    nodes = await raise()
  })

  afterAll(async () => {
    if (engine) await maker.remove(undefined, engine, fx)
    client?.close()
    await dockerd?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  test('the engine is described as it is, and nothing of the look at it is left', async () => {
    expect(engine.title).toMatch(/^Docker Engine \d+\.\d+\.\d+.* on this machine$/)
    expect(engine.hasMesh).toBe(existsSync('/proc/net/ip_vs') && existsSync('/sys/module/vxlan'))
    const containers = await client.json<ApiContainer[]>('GET', '/containers/json', { query: { all: true } })
    expect(containers.filter(c => c.Names.some(name => name.includes('trial')))).toEqual([])
    const images = await client.json<{ RepoTags: string[] }[]>('GET', '/images/json')
    expect(images.flatMap(image => image.RepoTags).sort()).toEqual([NODE_IMAGE, REGISTRY_IMAGE].sort())
  })

  test('three nodes are ready in one swarm, each at its own address', async () => {
    const seen = await swarmNodes()
    expect(
      seen.map(n => [n.Description.Hostname, n.Spec.Role, n.Status.State, n.Status.Addr]).sort()
    ).toEqual([
      ['manager1', 'manager', 'ready', '10.214.7.11'],
      ['worker1', 'worker', 'ready', '10.214.7.12'],
      ['worker2', 'worker', 'ready', '10.214.7.13']
    ])
    expect(nodes.map(node => node.id).sort()).toEqual(seen.map(n => n.ID).sort())
  })

  test('labels are in the swarm and in what is handed on', async () => {
    const seen = await swarmNodes()
    const worker1 = seen.find(n => n.Description.Hostname === 'worker1')
    expect(worker1?.Spec.Labels).toEqual({ data: 'persistent' })
    expect(nodes.find(node => node.name === 'worker1')?.labels).toEqual({ data: 'persistent' })
  })

  test.each([2375, 2376])('no node listens on %i', async port => {
    await expect(connected('10.214.7.11', port)).resolves.toBe(false)
    await expect(connected('10.214.7.11', 2377)).resolves.toBe(true)
  })

  test('no join token was logged', () => {
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.join('\n')).not.toMatch(/SWMTKN/)
  })

  describe('the registry', () => {
    const write = 'http://10.214.7.5:5000/v2/'
    const read = 'http://10.214.7.6:5000/v2/'
    const auth = () => credentialsIn(registry.dockerConfigDir, registry.reference)

    test('refuses who has no login, and whoever has a wrong one', async () => {
      expect(await statusOf(write)).toBe(401)
      expect(await statusOf(write, Buffer.from('swarmline:guess').toString('base64'))).toBe(401)
      expect(await statusOf(write, auth())).toBe(200)
    })

    test('the mirror is open for reading and shut for writing', async () => {
      expect(await statusOf(read)).toBe(200)
      expect(await statusOf(`${read}library/tiny/blobs/uploads/`, auth(), 'POST')).toBe(405)
      type Mounts = { Mounts: { Destination: string; RW: boolean }[] }
      const { Mounts } = await client.json<Mounts>('GET', `/containers/swarmline-${cluster}-mirror/json`)
      expect(Mounts.find(mount => mount.Destination === '/var/lib/registry')?.RW).toBe(false)
    })

    test('what one node pushes, another pulls: by login from the one door, by its own name from the other', async () => {
      const name = `${registry.reference}/library/tiny`
      const manager = connectEngine(socketOf('manager1'))
      await importTinyImage(manager, 'tiny:1')
      await manager.json('POST', '/images/tiny:1/tag', { query: { repo: name, tag: '1' } })
      manager.close()
      await expect(push(socketOf('manager1'), name, '1')).rejects.toThrow(/no basic auth|unauthorized/)
      await push(socketOf('manager1'), name, '1', auth())
      await expect(pull(socketOf('worker2'), name, '1')).rejects.toThrow(/no basic auth|unauthorized/)
      await pull(socketOf('worker2'), 'tiny', '1')
      await expect(pull(socketOf('worker2'), 'absent', '1')).rejects.toThrow()
    })

    test('a new login ends the old one, also twice within a second', async () => {
      const old = auth()
      await rotateLogin(loginSpec(), engine, fx)
      const second = auth()
      await rotateLogin(loginSpec(), engine, fx)
      expect([
        await statusOf(write, old),
        await statusOf(write, second),
        await statusOf(write, auth())
      ]).toEqual([401, 401, 200])
    })

    test('the password is in no argument, environment or label', async () => {
      const password = Buffer.from(auth(), 'base64').toString().split(':')[1] ?? ''
      const inspected = await client.json('GET', `/containers/swarmline-${cluster}-registry/json`)
      expect(password).toHaveLength(32)
      expect(JSON.stringify(inspected)).not.toContain(password)
    })
  })

  test('a second run changes nothing', async () => {
    const ids = async () =>
      (await client.json<ApiContainer[]>('GET', '/containers/json')).map(container => container.Id).sort()
    const first = await ids()
    expect(await raise()).toEqual(nodes)
    expect(await ids()).toEqual(first)
  })

  test('a node that dies at its start is named with its last words, and stays to be looked at until it is removed', async () => {
    const other = `${cluster}b`
    const broken: HostEngine = { ...engine, nodeSource: { kind: 'image', reference: REGISTRY_IMAGE } }
    const failure = raise(
      {
        cluster: other,
        addresses: planAddresses({ managers: 1, workers: 0 }, '10.214.8'),
        labels: { ...labels, 'io.swarmline.cluster': other }
      },
      broken
    )
    await expect(failure).rejects.toMatchObject({
      code: 'cluster-failed',
      message: expect.stringMatching(
        /^node manager1 has stopped \(exit status 127\); its last output: .*dockerd/
      )
    })
    const removed = await maker.remove({ ...runOf(labels), cluster: other }, engine, fx)
    expect(removed.map(({ name }) => name)).toContain(`swarmline-${other}-manager1`)
    expect(await findLeftovers(engine, { cluster: other })).toEqual([])
    expect(existsSync(`/run/swarmline/${other}`)).toBe(false)
    expect(existsSync(`/run/swarmline/${cluster}`)).toBe(true)
  })

  test('giving up in the middle leaves nothing that cannot be removed', async () => {
    const other = `${cluster}c`
    const abort = new AbortController()
    const { fx: aborted } = recordedEffects(abort.signal)
    const step = aborted.log.step
    // Its first questions to the engines are under way by then, and no machine is quick enough to have done more.
    aborted.log.step = (title, run) => {
      const formed = step(title, run)
      if (title === 'Forming the swarm') abort.abort()
      return formed
    }
    const failure = raise(
      {
        cluster: other,
        addresses: planAddresses({ managers: 1, workers: 1 }, '10.214.9'),
        labels: { ...labels, 'io.swarmline.cluster': other }
      },
      engine,
      aborted
    )
    await expect(failure).rejects.toMatchObject({ code: 'cancelled' })
    await maker.remove({ ...runOf(labels), cluster: other }, engine, fx)
    expect(await findLeftovers(engine, { cluster: other })).toEqual([])
    expect(existsSync(`/run/swarmline/${other}`)).toBe(false)
  })

  test('addresses that are taken are said to be', async () => {
    await expect(
      raise({ cluster: `${cluster}d`, labels: { ...labels, 'io.swarmline.cluster': `${cluster}d` } })
    ).rejects.toMatchObject({
      code: 'cluster-failed',
      message: 'the addresses 10.214.7.0/24 are in use by another network of this engine'
    })
  })

  test('a node that was killed is an error with its name, and the others stay', async () => {
    await client.json('POST', `/containers/swarmline-${cluster}-worker2/kill`)
    await expect(raise()).rejects.toMatchObject({
      code: 'cluster-failed',
      message: expect.stringMatching(/^node worker2 has stopped \(exit status 137\)/),
      hint: expect.stringMatching(/then create it again/)
    })
    expect((await findLeftovers(engine, { cluster })).filter(left => left.kind === 'container')).toHaveLength(
      5
    )
  })

  test('down leaves nothing: no container, network, volume, socket, process, mount or interface', async () => {
    const removed = await maker.remove(runOf(labels), engine, fx)
    expect(removed.map(left => left.kind).sort()).toEqual([
      ...Array(5).fill('container'),
      'network',
      'volume'
    ])
    expect(await findLeftovers(engine)).toEqual([])
    const volumes = await client.json<{ Volumes: unknown[] | null }>('GET', '/volumes')
    expect(volumes.Volumes ?? []).toEqual([])
    const containers = await client.json<ApiContainer[]>('GET', '/containers/json', { query: { all: true } })
    expect(containers).toEqual([])
    expect(existsSync(`/run/swarmline/${cluster}`)).toBe(false)
    const sockets = () => readFileSync('/proc/net/unix', 'utf8').split('\n')
    expect(await stays(() => sockets().filter(each => each.includes(`/run/swarmline/${cluster}`)))).toEqual(
      []
    )
    expect(await stays(() => mountsUnder(path.join(dockerd.folder, 'data/overlay2')))).toEqual([])
    expect(await leftSince(before, folder, line => !isOthers(line))).toEqual([])
    expect(await maker.remove(runOf(labels), engine, fx)).toEqual([])
  })
})

/** Other tests run beside this one: only what names our folder or our addresses is ours. */
const isOthers = (line: string): boolean => !/10\.214\.|sl-cluster-/.test(line)
