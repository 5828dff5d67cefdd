// What goes wrong on a real engine, in its own words: one stack for each category, all watched at once.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { EngineClient } from '../../src/docker/client.ts'
import type { DeployResult } from '../../src/rollout/outcome.ts'
import { readBaseline } from '../../src/rollout/snapshot.ts'
import { watchStack } from '../../src/rollout/watch.ts'
import { deployStack } from '../../src/stack/apply/deploy.ts'
import { readStack } from '../../src/stack/lint/load.ts'
import { batchesOf } from '../support/batches.ts'
import { type CuttableProxy, openCuttableProxy } from '../support/cuttable-proxy.ts'
import { whyNoDockerd } from '../support/dockerd.ts'
import { realEffects } from '../support/real-effects.ts'
import { describeIf } from '../support/requires.ts'
import { type SwarmOfOne, startSwarmOfOne } from '../support/swarm-of-one.ts'
import { freePort } from '../support/workload.ts'

const FOREVER = "trap 'exit 0' TERM; sleep 3600 & wait"
const reason = whyNoDockerd()

describeIf(reason === undefined, reason ?? '', 'on a real swarm', () => {
  let swarm: SwarmOfOne
  let proxy: CuttableProxy
  const folder = mkdtempSync(path.join(tmpdir(), 'early-failure-test-'))
  beforeAll(async () => {
    swarm = await startSwarmOfOne(['app:v1', 'app:v2'])
    proxy = await openCuttableProxy(path.join(folder, 'proxy.sock'), swarm.client.socketPath)
  })
  afterAll(async () => {
    await proxy?.close()
    await swarm?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  type Service = { command?: string; image?: string; deploy?: object; [key: string]: unknown }

  /** Deploys one service `app` and watches it; the docker client has nothing to do with `client`. */
  async function deploy(
    stack: string,
    { command = FOREVER, deploy: more = {}, ...rest }: Service,
    options: { client?: EngineClient; abort?: AbortController; networks?: object } = {}
  ): Promise<DeployResult> {
    const fx = realEffects(options.abort)
    const file = path.join(folder, `${stack}.yml`)
    const app = {
      image: 'app:v1',
      command: ['/bin/sh', '-c', command],
      networks: ['n'],
      stop_grace_period: '1s',
      deploy: {
        endpoint_mode: 'dnsrr',
        restart_policy: { delay: '300ms' },
        update_config: { monitor: '1s' },
        ...more
      },
      ...rest
    }
    const networks = options.networks ?? { n: { driver: 'overlay' } }
    writeFileSync(file, JSON.stringify({ version: '3.8', services: { app }, networks }))
    const { docker } = swarm
    const { plan } = await readStack({ composeFiles: [file], variables: {} })
    const baseline = await readBaseline(swarm.client, stack)
    const { services } = await deployStack(
      {
        docker,
        client: swarm.client,
        stack,
        model: plan.model,
        withRegistryAuth: false
      },
      fx
    )
    const client = options.client ?? swarm.client
    return watchStack({ client, stack, services, baseline, timeoutMs: 90_000 }, fx)
  }

  test('each category, with the words of the task, and its node where it had one', async () => {
    const port = (host: number) => ({ ports: [{ target: 80, published: host, mode: 'host' }] })
    const held = await freePort()
    await deploy('holder', port(held))
    const sick = { test: ['CMD', '/bin/sh', '-c', 'exit 1'], interval: '300ms', retries: 2 }
    const cases: [category: string, error: RegExp, hasNode: boolean, service: Service][] = [
      ['image', /No such image/, true, { image: 'app:nosuch' }],
      [
        'placement',
        /scheduling constraints not satisfied/,
        false,
        { deploy: { placement: { constraints: ['node.labels.nope == 1'] } } }
      ],
      ['port', /host-mode port already in use/, false, port(held)],
      ['exit', /non-zero exit \(3\)/, true, { command: 'echo no database; exit 3' }],
      ['exit', /executable file not found|no such file/, true, { entrypoint: ['/no/such/program'] }],
      ['health', /unhealthy/, true, { healthcheck: sick, command: 'sleep 3600' }],
      [
        'resources',
        /insufficient resources/,
        false,
        { deploy: { resources: { reservations: { memory: '900G' } } } }
      ]
    ]
    const results = await Promise.all(cases.map(([, , , service], i) => deploy(`c${i}`, service)))
    for (const [i, [category, error, hasNode]] of cases.entries()) {
      const failure = results[i]?.failures[0]
      expect({ outcome: results[i]?.outcome, category: failure?.category }).toEqual({
        outcome: 'failed',
        category
      })
      expect(failure?.error).toMatch(error)
      expect(failure?.node !== '').toBe(hasNode)
    }
    expect(results[3]?.failures[0]?.logLines).toEqual(['no database'])
  })

  test('a connection that is cut in the middle of the watch is survived; the timeline has every step of an update', async () => {
    const service = (image: string): Service => ({
      image,
      deploy: { replicas: 3, update_config: { parallelism: 1, monitor: '1s' } }
    })
    await deploy('cut', service('app:v1'))
    const watching = deploy('cut', service('app:v2'), { client: proxy.client })
    await proxy.used(6)
    await proxy.cutFor(3000)
    const result = await watching
    expect(result.outcome).toBe('converged')
    expect(proxy.refused()).toBeGreaterThan(0)
    const batches = batchesOf(result.timeline ?? [], 'cut_app')
    expect(batches.map(b => b.slots.length)).toEqual([1, 1, 1])
    expect(batches.every(b => b.endMs !== undefined)).toBe(true)
    const states = result.timeline?.filter(e => e.kind === 'service').map(e => e.to)
    expect(states?.at(-1)).toBe('completed')
  })

  test('a watch that is cancelled says what is left', async () => {
    const abort = new AbortController()
    const watching = deploy('cancelled', { deploy: { replicas: 2 } }, { client: proxy.client, abort })
    await proxy.used(4)
    abort.abort()
    const result = await watching
    expect(result.outcome).toBe('cancelled')
    expect(result.leftBehind).toEqual([expect.stringMatching(/^cancelled_app: new, /)])
  })
})
