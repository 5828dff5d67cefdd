// Checks that let nodes of a real swarm be lost: each node is a container of a private engine, as `up` leaves it.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { nameOf } from '../../src/cluster/labels.rules.ts'
import { saveCluster } from '../../src/cluster/state.ts'
import { importImage } from '../../src/docker/import-image.ts'
import type { ApiTask } from '../../src/docker/types.ts'
import { waitFor } from '../../src/effects/wait-for.ts'
import { verify } from '../../src/usecases/verify.ts'
import { isRunning } from '../../src/verify/disturb/whole.rules.ts'
import type { VerifyResult } from '../../src/verify/verdict.ts'
import { whyNoDockerd } from '../support/dockerd.ts'
import { whyNoListener } from '../support/listening-stack.ts'
import { type NodeSwarm, startNodeSwarm } from '../support/node-swarm.ts'
import { realEffects } from '../support/real-effects.ts'
import { describeIf } from '../support/requires.ts'

const reason = whyNoDockerd() ?? whyNoListener
const SECOND = 1e9
const PORT = 8080
const TASKS = 3

const SUITE = `
checks:
  - { id: kept, kind: persistence, service: kept, by: restart-node, command: [/bin/busybox, cat, /data/x] }
  - { id: dies, kind: self-healing, service: web, what: kill-node, port: ${PORT}, lost: 0 }
  - { id: cut-off, kind: self-healing, service: web, what: disconnect-node }
  - { id: beheaded, kind: self-healing, service: web, what: kill-leader }
  - { id: pinned, kind: self-healing, service: kept, what: kill-node }
`

describeIf(reason === undefined, reason ?? '', 'checks that let nodes of a real swarm be lost', () => {
  const fx = realEffects()
  let swarm: NodeSwarm
  let folder: string
  let result: VerifyResult
  let sinceMs: number
  /** Every wanted task runs, and none does that is not: a node that was away may still have its former ones. */
  const areWhole = async (): Promise<boolean> => {
    const tasks = await swarm.client('manager1').json<ApiTask[]>('GET', '/tasks')
    const there = tasks.filter(({ Status }) => ['starting', 'running'].includes(Status.State))
    return there.length === TASKS && there.every(isRunning)
  }
  const allRun = () =>
    waitFor('all tasks', async () => (await areWhole()) || undefined, {
      clock: fx.clock,
      deadlineMs: 120_000
    })

  beforeAll(async () => {
    folder = mkdtempSync('/tmp/sl-vn-')
    mkdirSync(path.join(folder, 'state'))
    writeFileSync(path.join(folder, 'suite.yml'), SUITE)
    swarm = await startNodeSwarm({ managers: 3, workers: 1, prefix: '10.214.31', images: [] })
    await noticeSoon()
    for (const node of swarm.names) await importBusybox(node)
    await createService(
      'web',
      2,
      '$b mkdir /www; echo hello >/www/index.html; exec $b httpd -f -p 80 -h /www',
      {
        EndpointSpec: { Ports: [{ TargetPort: 80, PublishedPort: PORT, PublishMode: 'host' }] }
      }
    )
    const keep =
      '[ -e /data/x ] || $b cat /proc/sys/kernel/random/uuid >/data/x; while :; do $b sleep 1; done'
    await createService('kept', 1, keep, {}, ['node.hostname==worker1'])
    await allRun()
    await saveCluster(path.join(folder, 'state'), swarm.cluster)
    sinceMs = Date.now()
    result = await run(['kept', 'dies', 'cut-off', 'beheaded'])
  })
  afterAll(async () => {
    await swarm?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const run = (only: string[], signal = fx.signal): Promise<VerifyResult> =>
    verify(
      {
        target: { kind: 'cluster', name: swarm.cluster.name },
        stack: 'shop',
        suite: {
          files: [path.join(folder, 'suite.yml')],
          root: folder,
          only,
          tags: [],
          variables: {},
          isDisruptionAllowed: true,
          composeFiles: [],
          evidenceDir: undefined
        }
      },
      { cacheDir: path.join(folder, 'state'), stateDir: path.join(folder, 'state') },
      { ...fx, signal }
    )
  const isOn = async (node: string): Promise<boolean> => {
    const container = `/containers/${nameOf.node(swarm.cluster.name, node)}/json`
    return (await swarm.host.json<{ State: { Running: boolean } }>('GET', container)).State.Running
  }

  /** With heartbeats every two seconds instead of five a lost node is noticed sooner. */
  async function noticeSoon(): Promise<void> {
    const manager = swarm.client(await swarm.leader('manager1'))
    const { Version, Spec } = await manager.json<{ Version: { Index: number }; Spec: object }>(
      'GET',
      '/swarm'
    )
    await manager.json('POST', '/swarm/update', {
      query: { version: Version.Index },
      body: { ...Spec, Dispatcher: { HeartbeatPeriod: 2 * SECOND } }
    })
  }

  async function importBusybox(node: string): Promise<void> {
    await importImage(swarm.client(node), 'busy:v1', [
      ...['proc', 'sys', 'dev', 'etc', 'data'].map(folder => ({ kind: 'folder' as const, path: folder })),
      { kind: 'file', path: 'bin/busybox', content: readFileSync('/bin/busybox'), mode: 0o755 }
    ])
  }

  async function createService(
    name: string,
    Replicas: number,
    program: string,
    more: object,
    Constraints: string[] = []
  ): Promise<void> {
    const ContainerSpec = {
      Image: 'busy:v1',
      Command: ['/bin/busybox', 'ash', '-c', `b=/bin/busybox; ${program}`],
      StopGracePeriod: SECOND,
      Mounts: name === 'kept' ? [{ Type: 'volume', Source: 'shop_data', Target: '/data' }] : []
    }
    await swarm.client('manager1').json('POST', '/services/create', {
      body: {
        Name: `shop_${name}`,
        Labels: { 'com.docker.stack.namespace': 'shop' },
        TaskTemplate: {
          ContainerSpec,
          RestartPolicy: { Condition: 'any', Delay: SECOND / 10 },
          Placement: { Constraints }
        },
        Mode: { Replicated: { Replicas } },
        ...more
      }
    })
  }

  /** What was done to the nodes from outside of them, as their engine remembers it: `worker1 kill`. */
  async function history(): Promise<string[]> {
    const filters = JSON.stringify({ event: ['kill', 'start', 'connect', 'disconnect'] })
    const stream = await swarm.host.stream('GET', '/events', {
      query: { filters, since: sinceMs / 1000, until: Date.now() / 1000 }
    })
    const idToName = new Map<string, string>()
    for (const name of swarm.names) {
      const container = nameOf.node(swarm.cluster.name, name)
      const { Id } = await swarm.host.json<{ Id: string }>('GET', `/containers/${container}/json`)
      idToName.set(Id, name)
    }
    let text = ''
    for await (const chunk of stream) text += String(chunk)
    const events = text
      .split('\n')
      .filter(line => line.trim() !== '')
      .map(line => JSON.parse(line))
    const off = new Set<string>()
    const told: string[] = []
    for (const { Action, Actor } of events) {
      const name = idToName.get(Actor.Attributes.container ?? Actor.ID)
      if (!name) continue
      // A container that ends, or starts, leaves and joins its network by itself.
      if (off.has(name) && Action !== 'start') continue
      if (Action === 'kill') off.add(name)
      if (Action === 'start') off.delete(name)
      if (told.at(-1) !== `${name} ${Action}`) told.push(`${name} ${Action}`)
    }
    return told
  }

  test('every check is judged as it deserves', () => {
    expect(result.verdicts.map(({ id, status, observed }) => [id, status, observed])).toEqual([
      ['kept', 'pass', expect.stringMatching(/^(\S+) before, \1 after$/)],
      [
        'dies',
        'pass',
        expect.stringMatching(
          /^1 task of (\w+) back after .+ on \w+; 0 of \d+ .+; \d+ of \d+ to \1 itself, which was lost$/
        )
      ],
      ['cut-off', 'pass', expect.stringMatching(/^1 task of \w+ back after .+ on \w+$/)],
      ['beheaded', 'pass', expect.stringMatching(/^\w+ leads in place of \w+; (?:1 task of|no task of web)/)]
    ])
  })

  test('nodes were lost in truth, one after the other, and came back', async () => {
    const lostBy = (id: string) =>
      / (?:task of|in place of) (\w+)/.exec(
        result.verdicts.find(verdict => verdict.id === id)?.observed ?? ''
      )?.[1]
    const [dead, cutOff, leader] = ['dies', 'cut-off', 'beheaded'].map(lostBy)
    expect(await history()).toEqual([
      ...['worker1 kill', 'worker1 start', `${dead} kill`, `${dead} start`],
      ...[`${cutOff} disconnect`, `${cutOff} connect`, `${leader} kill`, `${leader} start`]
    ])
  })

  test('afterwards all is as it was', async () => {
    await allRun()
    for (const name of swarm.names)
      expect([name, await swarm.stateOf(name, 'manager1')]).toEqual([name, 'ready'])
  })

  test('a run that is ended brings the node back before it ends', async () => {
    const ending = new AbortController()
    await allRun()
    const ended = run(['pinned'], ending.signal)
    const isOff = async () => !(await isOn('worker1')) || undefined
    await Promise.race([
      ended.then(({ verdicts }) => Promise.reject(new Error(`it ended by itself: ${verdicts[0]?.observed}`))),
      waitFor('worker1 is off', isOff, { clock: fx.clock, deadlineMs: 120_000 })
    ])
    ending.abort()
    await expect(ended).rejects.toMatchObject({ code: 'cancelled' })
    expect([await isOn('worker1'), await swarm.stateOf('worker1', 'manager1')]).toEqual([true, 'ready'])
  })
})
