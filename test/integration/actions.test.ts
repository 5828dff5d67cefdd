import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { stringify } from 'yaml'
import type { ApiService } from '../../src/docker/types.ts'
import { runAction, type StepResult } from '../support/action.ts'
import { whyNoDockerd } from '../support/dockerd.ts'
import { describeIf } from '../support/requires.ts'
import { type SwarmOfOne, startSwarmOfOne } from '../support/swarm-of-one.ts'

type OnLog = NonNullable<NonNullable<Parameters<typeof runAction>[2]>['onLog']>

const reason = whyNoDockerd()
const FOREVER = "trap 'exit 0' TERM; while :; do sleep 0.1; done"

describeIf(reason === undefined, reason ?? '', 'the bundle of deploy-stack on a real swarm', () => {
  let swarm: SwarmOfOne
  const folder = mkdtempSync(path.join(tmpdir(), 'actions-test-'))
  beforeAll(async () => {
    swarm = await startSwarmOfOne(['app:v1'])
  })
  afterAll(async () => {
    await swarm?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  async function deploy(command: string, extra: object = {}, onLog?: OnLog): Promise<StepResult> {
    const isFailing = command !== FOREVER
    const service = {
      image: 'app:v1',
      command: ['/bin/sh', '-c', command],
      stop_grace_period: '1s',
      networks: ['inner'],
      deploy: {
        endpoint_mode: 'dnsrr',
        restart_policy: { condition: 'none' },
        // SwarmKit counts a failure that it sees within this time: on a busy machine that takes a while.
        update_config: { monitor: isFailing ? '60s' : '1s' }
      },
      ...extra
    }
    writeFileSync(
      path.join(folder, 'stack.yml'),
      stringify({ version: '3.8', services: { app: service }, networks: { inner: { driver: 'overlay' } } })
    )
    const inputs = {
      'docker-host': `unix://${swarm.client.socketPath}`,
      stack: 'web',
      'compose-files': 'stack.yml',
      timeout: '180s',
      // Its image lies on the engine, and in no registry.
      'unresolved-images': 'warn'
    }
    return runAction('actions/deploy-stack', inputs, {
      cwd: folder,
      env: { SWARMLINE_STATE: folder },
      ...(onLog ? { onLog } : {})
    })
  }

  test('a stack that converges passes, with its services as outputs and on the summary page', async () => {
    const { exitCode, outputs, log, summary } = await deploy(FOREVER)
    expect(log).not.toContain('::error::')
    expect({ exitCode, outcome: outputs.outcome, failure: outputs.failure }).toEqual({
      exitCode: 0,
      outcome: 'converged',
      failure: ''
    })
    expect(JSON.parse(outputs.services ?? '')).toMatchObject([{ name: 'web_app', running: 1, wanted: 1 }])
    expect(summary).toContain('Deploy of web: passed')
  })

  test('an update whose task fails is an error at its service, and one of the step, with the outcome as output', async () => {
    const { exitCode, outputs, commands, summary } = await deploy('echo "::warning::forged" >&2; exit 3')
    expect({ exitCode, outcome: outputs.outcome }).toEqual({ exitCode: 1, outcome: 'paused' })
    const errors = commands.filter(({ command }) => command === 'error')
    expect(errors.map(({ message }) => message)).toEqual([
      expect.stringContaining('non-zero exit (3)'),
      expect.stringMatching(/^the stack web paused in its update: web_app on .*non-zero exit \(3\)/)
    ])
    expect(commands.filter(({ message }) => message === 'forged')).toEqual([])
    expect(outputs.failure).toContain('non-zero exit (3)')
    expect(summary).toContain('non-zero exit')
  })

  test('a job that is cancelled takes the stack back, and ends with one line', async () => {
    let isCancelled = false
    const neverHealthy = { healthcheck: { test: ['CMD', '/bin/sh', '-c', 'exit 1'], start_period: '10m' } }
    const { exitCode, commands, outputs } = await deploy(FOREVER, neverHealthy, (log, child) => {
      if (isCancelled || !log.includes('✓ Hand web to the swarm')) return
      isCancelled = true
      child.kill('SIGINT')
    })
    // Whether the stack was looked at before, and there is an outcome to put out, is a matter of moments.
    expect(exitCode).not.toBe(0)
    expect(outputs.outcome ?? 'cancelled').toBe('cancelled')
    expect(isCancelled).toBe(true)
    const service = await swarm.client.json<ApiService>('GET', '/services/web_app')
    expect(service.Spec.TaskTemplate.ContainerSpec?.Healthcheck).toBeUndefined()
    expect(commands.filter(({ command }) => command === 'error')).toHaveLength(1)
  })
})
