import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { stringify } from 'yaml'
import type { ApiTask } from '../../src/docker/types.ts'
import type { Effects } from '../../src/effects/effects.ts'
import type { DeployResult } from '../../src/rollout/outcome.ts'
import { readBaseline } from '../../src/rollout/snapshot.ts'
import { watchStack } from '../../src/rollout/watch.ts'
import { deployStack } from '../../src/stack/apply/deploy.ts'
import { removeStack } from '../../src/stack/apply/remove.ts'
import { readStack } from '../../src/stack/lint/load.ts'
import { stackObjects } from '../../src/stack/plan/stack-objects.ts'
import { whyNoDockerd } from '../support/dockerd.ts'
import { realEffects } from '../support/real-effects.ts'
import { describeIf } from '../support/requires.ts'
import { type SwarmOfOne, startSwarmOfOne } from '../support/swarm-of-one.ts'

const FOREVER = "trap 'exit 0' TERM; while :; do sleep 0.1; done"
const reason = whyNoDockerd()

describeIf(reason === undefined, reason ?? '', 'on a real swarm', () => {
  let swarm: SwarmOfOne
  const folder = mkdtempSync(path.join(tmpdir(), 'rollout-test-'))
  beforeAll(async () => {
    swarm = await startSwarmOfOne(['app:v1', 'app:v2'])
  })
  afterAll(async () => {
    await swarm?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  type Service = { command?: string; image?: string; deploy?: object; [key: string]: unknown }

  /** Deploys services on a dnsrr overlay and watches them: the whole path, as a use case composes it. */
  async function deploy(
    stack: string,
    services: Record<string, Service>,
    fx: Effects = realEffects(),
    timeoutMs = 180_000
  ) {
    const file = path.join(folder, `${stack}.yml`)
    const model = Object.entries(services).map(([name, { command = FOREVER, deploy = {}, ...rest }]) => [
      name,
      {
        image: 'app:v1',
        command: ['/bin/sh', '-c', command.replaceAll('$', '$$$$')],
        networks: ['n'],
        stop_grace_period: '1s',
        deploy: {
          endpoint_mode: 'dnsrr',
          restart_policy: { delay: '500ms' },
          // Every deploy changes every service, and no task.
          labels: { at: String(Date.now()) },
          // A job takes none.
          ...('mode' in deploy && deploy.mode === 'replicated-job'
            ? {}
            : { update_config: { monitor: '1s' } }),
          ...deploy
        },
        ...rest
      }
    ])
    writeFileSync(
      file,
      stringify({
        version: '3.8',
        services: Object.fromEntries(model),
        networks: { n: { driver: 'overlay' } }
      })
    )
    const { client, docker } = swarm
    const { plan } = await readStack({ composeFiles: [file], variables: {} })
    const baseline = await readBaseline(client, stack)
    const deployed = await deployStack(
      {
        docker,
        client,
        stack,
        model: plan.model,
        withRegistryAuth: false
      },
      fx
    )
    return watchStack({ client, stack, services: deployed.services, baseline, timeoutMs }, fx)
  }

  /** Effects whose clock says that the deadline has passed, from when a task of the stack is in that state. */
  function lateWhen(stack: string, state: string): Effects {
    const filters = JSON.stringify({ label: [`com.docker.stack.namespace=${stack}`] })
    const fx = realEffects()
    let lateMs = 0
    const now = () => fx.clock.now() + lateMs
    const sleep: Effects['clock']['sleep'] = async (ms, signal) => {
      await fx.clock.sleep(ms, signal)
      const tasks = await swarm.client.json<ApiTask[]>('GET', '/tasks', { query: { filters } })
      if (tasks.some(task => task.Status.State === state)) lateMs = 600_000
    }
    return { ...fx, clock: { now, sleep } }
  }

  const remove = (stack: string): Promise<void> =>
    removeStack(
      { docker: swarm.docker, client: swarm.client, stack, nodes: [swarm.client], timeoutMs: 120_000 },
      realEffects()
    )

  const taskIds = async (stack: string): Promise<string[]> =>
    (await stackObjects(swarm.client, stack, new AbortController().signal)).tasks.map(t => t.ID).sort()

  const only = (result: DeployResult) => ({ outcome: result.outcome, ...result.failures[0] })

  test('a first deploy converges; the same again starts nothing; an update converges; removal leaves nothing', async () => {
    const services = { web: { deploy: { replicas: 2 } }, every: { deploy: { mode: 'global' } } }
    const first = await deploy('ok', services)
    expect(first.services).toEqual([
      { name: 'ok_web', running: 2, wanted: 2, outcome: 'converged', image: 'app:v1' },
      { name: 'ok_every', running: 1, wanted: 1, outcome: 'converged', image: 'app:v1' }
    ])
    const before = await taskIds('ok')
    const second = await deploy('ok', services)
    expect(second.outcome).toBe('converged')
    expect(await taskIds('ok')).toEqual(before)

    const update = { parallelism: 2, monitor: '1s', delay: '0s' }
    const third = await deploy('ok', {
      ...services,
      web: { image: 'app:v2', deploy: { replicas: 2, update_config: update } }
    })
    expect(third.services[0]).toMatchObject({ running: 2, wanted: 2, outcome: 'converged', image: 'app:v2' })

    await remove('ok')
    expect(await taskIds('ok')).toEqual([])
    // Right after a removal is when docker's own deploy fails with "network ok_n not found".
    expect((await deploy('ok', { web: {} })).outcome).toBe('converged')
    await remove('ok')
  })

  test('a crash loop fails at the end of its time, with the exit, the node and the last lines', async () => {
    const command = 'echo starting; echo "\u001b[31mno database" >&2; sleep 0.2; exit 3'
    // A busy engine says late that it has exited: until then it has not held for long enough.
    const app = { command, deploy: { update_config: { monitor: '5s' } } }
    const result = await deploy('crash', { app, fine: {} }, realEffects(), 60_000)
    expect(only(result)).toMatchObject({ outcome: 'failed', service: 'crash_app', category: 'exit' })
    expect(result.failures[0]?.error).toContain('non-zero exit (3)')
    expect(result.failures[0]?.node).not.toBe('')
    expect(result.failures[0]?.logLines.toSorted()).toEqual(['no database', 'starting'])
    await remove('crash')
  })

  test('used-up restarts fail at once; one that ended well has converged', async () => {
    // When one has failed the others get a few seconds more: so it fails when they have ended.
    const waits =
      'while :; do set -- /shared/job-*; [ -e /shared/good ] && [ $# -ge 2 ] && exit 1; sleep 0.1; done'
    const volumes = [`${mkdtempSync(path.join(folder, 'once-'))}:/shared`]
    // So that it does not count as up, however long the others take.
    const healthcheck = { test: ['CMD', '/bin/sh', '-c', 'exit 1'], interval: '10m' }
    const job = '>/shared/job-$(cat /proc/sys/kernel/random/uuid)'
    const result = await deploy('once', {
      bad: { command: waits, volumes, healthcheck, deploy: { restart_policy: { condition: 'none' } } },
      good: { command: '>/shared/good', volumes, deploy: { restart_policy: { condition: 'on-failure' } } },
      job: { command: job, volumes, deploy: { mode: 'replicated-job', replicas: 2 } }
    })
    expect(result.services.map(s => [s.name, s.outcome, s.running])).toEqual([
      ['once_bad', 'failed', 0],
      ['once_good', 'converged', 1],
      ['once_job', 'converged', 2]
    ])
    expect(only(result).error).toContain('restarts are used up')
    await remove('once')
  })

  test('what no node can run fails with the reason', async () => {
    const result = await deploy('nowhere', {
      one: { deploy: { placement: { constraints: ['node.labels.nope == 1'] } } },
      all: { deploy: { mode: 'global', placement: { constraints: ['node.labels.nope == 1'] } } },
      big: { deploy: { resources: { reservations: { memory: '900G' } } } }
    })
    expect(result.services.map(s => s.outcome)).toEqual(['failed', 'failed', 'failed'])
    expect(result.failures.map(f => f.category)).toEqual(['placement', 'placement', 'resources'])
    expect(result.failures[0]?.error).toContain('no suitable node')
    await remove('nowhere')
  })

  test('an image that is not there', async () => {
    const result = await deploy('noimage', { app: { image: 'app:nosuch' } })
    expect(only(result)).toMatchObject({ outcome: 'failed', category: 'image' })
    await remove('noimage')
  })

  test('a health check that never passes', async () => {
    const healthcheck = { test: ['CMD', '/bin/sh', '-c', 'exit 1'], interval: '300ms', retries: 2 }
    const result = await deploy('sick', { app: { healthcheck } }, realEffects(), 60_000)
    expect(only(result)).toMatchObject({ outcome: 'failed', category: 'health' })
    await remove('sick')
  })

  test('a failed update is rolled back, or pauses, as the file says; the old version runs on', async () => {
    // SwarmKit counts a failure that it sees within `monitor`: on a busy machine that takes a while.
    const service = (failure_action: string, more: Service = {}): Service => ({
      ...more,
      deploy: {
        replicas: 2,
        update_config: { failure_action, parallelism: 1, monitor: more.command ? '60s' : '1s' },
        rollback_config: { parallelism: 2, monitor: '1s' }
      }
    })
    expect((await deploy('back', { app: service('rollback'), still: {} })).outcome).toBe('converged')
    const back = await deploy('back', {
      app: service('rollback', { image: 'app:v2', command: 'exit 9' }),
      still: {}
    })
    expect(back.services[0]).toEqual({
      name: 'back_app',
      running: 2,
      wanted: 2,
      outcome: 'rolled-back',
      image: 'app:v1'
    })
    expect(back.outcome).toBe('rolled-back')
    expect(back.failures[0]).toMatchObject({ category: 'exit', error: 'task: non-zero exit (9)' })

    const paused = await deploy('back', {
      app: service('pause', { image: 'app:v2', command: 'exit 9' }),
      still: {}
    })
    expect(paused.outcome).toBe('paused')
    expect(paused.failures[0]).toMatchObject({ service: 'back_app', category: 'exit' })
    await remove('back')
  })

  test('at the deadline what is not there yet has timed out', async () => {
    const healthcheck = { test: ['CMD', '/bin/sh', '-c', 'exit 1'], interval: '10m', retries: 3 }
    const result = await deploy('slow', { app: { healthcheck } }, lateWhen('slow', 'starting'))
    expect(only(result)).toMatchObject({
      outcome: 'timed-out',
      error: expect.stringContaining('still starting')
    })
    await remove('slow')
  })

  test('a port that another stack publishes is named, and nothing is left of the attempt', async () => {
    const published = { ports: ['18080:80'], deploy: { endpoint_mode: 'vip' } }
    // The mesh needs IPVS to carry traffic; here it only has to be taken.
    await deploy('holder', { web: published }, lateWhen('holder', 'running'))
    await expect(deploy('second', { web: published })).rejects.toMatchObject({
      code: 'port-taken',
      message: expect.stringContaining('holder_web')
    })
    const left = await stackObjects(swarm.client, 'second', new AbortController().signal)
    expect(left).toEqual({ services: [], tasks: [], networks: [], secrets: [], configs: [] })
    await remove('holder')
  })
})
