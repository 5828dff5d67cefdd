import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { waitFor } from '../../src/effects/wait-for.ts'
import { runInContainer } from '../../src/verify/looking/exec.ts'
import type { NodeDoor } from '../../src/verify/round/plan.ts'
import { type Replica, readReplicas } from '../../src/verify/round/replicas.ts'
import { whyNoDockerd } from '../support/dockerd.ts'
import { describeIf } from '../support/requires.ts'
import { realEffects, type SwarmOfOne, startSwarmOfOne } from '../support/swarm-of-one.ts'

const reason = whyNoDockerd()

describeIf(reason === undefined, reason ?? '', 'the verifier on a real engine', () => {
  const fx = realEffects()
  let swarm: SwarmOfOne
  let door: NodeDoor
  let web: Replica
  beforeAll(async () => {
    swarm = await startSwarmOfOne(['app:v1'])
    const [node] = await swarm.client.json<{ ID: string }[]>('GET', '/nodes')
    door = {
      node: { id: node?.ID ?? '', name: 'manager1', role: 'manager', labels: {} },
      engine: swarm.client,
      endpoint: { host: '127.0.0.1', port: 1 }
    }
    web = await runService('shop_web', {})
  })
  afterAll(() => swarm?.stop())

  async function runService(name: string, container: object): Promise<Replica> {
    const Command = ['/bin/sh', '-c', "trap 'exit 0' TERM; while :; do sleep 0.1; done"]
    await swarm.client.json('POST', '/services/create', {
      body: { Name: name, TaskTemplate: { ContainerSpec: { Image: 'app:v1', Command, ...container } } }
    })
    return waitFor(
      `a task of ${name}`,
      async () => (await readReplicas(swarm.client, name, [door])).running[0],
      { clock: fx.clock, deadlineMs: 120_000 }
    )
  }
  const inside = (argv: string[], limits = {}) =>
    runInContainer(swarm.client, web.containerId, { argv, ...limits }, fx)

  test('runs a program: its streams apart, and its exit status', async () => {
    expect(await inside(['/bin/sh', '-c', 'echo out; echo err >&2; exit 3'])).toEqual({
      exitCode: 3,
      stdout: 'out\n',
      stderr: 'err\n',
      isTruncated: false
    })
  })

  test('nothing is interpolated on the way', async () => {
    const odd = '$(id) `id` "; \\ \n \u00e9'
    expect((await inside(['/bin/sh', '-c', 'printf %s "$1"', 'sh', odd])).stdout).toBe(odd)
  })

  test('much output arrives whole, endless output is cut', async () => {
    const much = await inside([
      '/bin/sh',
      '-c',
      'i=0; while [ $i -lt 2000 ]; do echo 0123456789; i=$((i+1)); done'
    ])
    expect(much).toMatchObject({ exitCode: 0, isTruncated: false })
    expect(much.stdout).toHaveLength(22_000)
    const endless = await inside(['/bin/sh', '-c', 'while :; do echo 0123456789; done'], { maxBytes: 5000 })
    expect(endless.stdout).toHaveLength(5000)
    expect(endless.isTruncated).toBe(true)
  })

  test('what does not end is given up at its deadline', async () => {
    await expect(inside(['/bin/sleep', '3600'], { timeoutMs: 700 })).rejects.toMatchObject({
      code: 'timed-out'
    })
  })

  test('a replica has the name that its container gives itself', async () => {
    const named = await runService('shop_named', { Hostname: 'own-{{.Task.Slot}}' })
    expect(named.hostname).toBe('own-1')
    expect((await inside(['/bin/cat', '/etc/hostname'])).stdout.trim()).toBe(web.hostname)
  })
})
