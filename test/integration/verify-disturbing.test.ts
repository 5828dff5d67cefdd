import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { ApiService, ApiTask } from '../../src/docker/types.ts'
import { waitFor } from '../../src/effects/wait-for.ts'
import type { Verdict, VerifyResult } from '../../src/verify/verdict.ts'
import { whyNoDockerd } from '../support/dockerd.ts'
import { describeIf } from '../support/requires.ts'
import { runSuite } from '../support/suite-run.ts'
import { realEffects, type SwarmOfOne, startSwarmOfOne } from '../support/swarm-of-one.ts'

const reason = whyNoDockerd()
const LABELS = { 'com.docker.stack.namespace': 'shop' }
const SECOND = 1e9

const SUITE = `
checks:
  - { id: one-by-one, kind: rolling-update, service: web, parallelism: 1, delay: 500ms, order: start-first, within: 120s }
  - { id: both-at-once, kind: rolling-update, service: quick, parallelism: 1, within: 120s }
  - { id: rolls-back, kind: rollback, service: web, within: 120s }
  - { id: pauses, kind: rollback, service: quick }
  - { id: is-replaced, kind: self-healing, service: web, within: 120s }
  - { id: stays-dead, kind: self-healing, service: once, within: 1s }
  - { id: nowhere-to-go, kind: self-healing, service: web, what: drain-node }
  - { id: not-ours, kind: self-healing, service: web, what: kill-node }
  - { id: kept, kind: persistence, service: kept, command: [/bin/cat, /data/x] }
  - { id: lost, kind: persistence, service: web, command: [/bin/cat, /tmp/x] }
  - { id: absent, kind: self-healing, service: absent }
`

describeIf(reason === undefined, reason ?? '', 'checks that disturb a real swarm', () => {
  const fx = realEffects()
  let swarm: SwarmOfOne
  let folder: string
  let result: VerifyResult
  let before: ApiService
  const of = (id: string): Verdict | undefined => result.verdicts.find(verdict => verdict.id === id)
  const running = async (): Promise<number> => {
    const tasks = await swarm.client.json<ApiTask[]>('GET', '/tasks')
    return tasks.filter(task => task.DesiredState === 'running' && task.Status.State === 'running').length
  }
  const web = () => swarm.client.json<ApiService>('GET', '/services/shop_web')

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'verify-disturbing-'))
    mkdirSync(path.join(folder, 'home'))
    writeFileSync(path.join(folder, 'suite.yml'), SUITE)
    swarm = await startSwarmOfOne(['app:v1'])
    const update = { Monitor: SECOND, MaxFailureRatio: 0 }
    await createService('web', '/tmp', {
      UpdateConfig: {
        ...update,
        Parallelism: 1,
        Delay: SECOND / 2,
        FailureAction: 'rollback',
        Order: 'start-first'
      },
      RollbackConfig: { ...update, Parallelism: 2 }
    })
    await createService('quick', '/tmp', { UpdateConfig: { ...update, Parallelism: 2, Order: 'stop-first' } })
    await createService('once', '/tmp', {}, 'none')
    await createService('kept', '/data', {})
    await waitFor('all tasks', async () => (await running()) === 6 || undefined, {
      clock: fx.clock,
      deadlineMs: 120_000
    })
    before = await web()
    result = await runSuite(swarm, folder, { isDisruptionAllowed: true })
  })
  afterAll(async () => {
    await swarm?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Its tasks keep what the first of them wrote into `data/x`, for as long as there is that folder. */
  async function createService(name: string, data: string, more: object, Condition = 'any'): Promise<void> {
    const id = '/proc/sys/kernel/random/uuid'
    const program = `[ -e ${data}/x ] || cat ${id} > ${data}/x; trap 'exit 0' TERM; while :; do sleep 0.1; done`
    const ContainerSpec = {
      Image: 'app:v1',
      Command: ['/bin/sh', '-c', program],
      StopGracePeriod: SECOND,
      ...(data === '/data' ? { Mounts: [{ Type: 'volume', Source: 'shop_data', Target: '/data' }] } : {})
    }
    const Replicas = name === 'web' || name === 'quick' ? 2 : 1
    await swarm.client.json('POST', '/services/create', {
      body: {
        Name: `shop_${name}`,
        Labels: LABELS,
        TaskTemplate: { ContainerSpec, RestartPolicy: { Condition, Delay: SECOND / 10 } },
        Mode: { Replicated: { Replicas } },
        ...more
      }
    })
  }

  test('every check is judged as it deserves', () => {
    expect(result.verdicts.map(({ id, status, observed }) => [id, status, observed])).toEqual([
      [
        'one-by-one',
        'pass',
        expect.stringMatching(/^2 tasks in .+, 1 at once; smallest gap \d+ ms; start-first$/)
      ],
      ['both-at-once', 'fail', expect.stringMatching(/^2 tasks were replaced at once, not 1/)],
      [
        'rolls-back',
        'pass',
        expect.stringMatching(/^rollback_completed after .+ 1 bad task; starting container failed/)
      ],
      ['pauses', 'fail', expect.stringContaining('failure_action is pause')],
      ['is-replaced', 'pass', expect.stringMatching(/^1 task of .+ back after/)],
      ['stays-dead', 'fail', expect.stringMatching(/^0 of 1 task run .+ lost 1/)],
      ['nowhere-to-go', 'inconclusive', expect.stringContaining('no other node')],
      ['not-ours', 'inconclusive', expect.stringContaining('Swarmline did not make it')],
      ['kept', 'pass', expect.stringMatching(/^(\S+) before, \1 after$/)],
      ['lost', 'fail', expect.stringMatching(/^\S+ before, \S+ after$/)],
      ['absent', 'fail', expect.stringContaining('no service absent')]
    ])
  })

  test('the evidence says which task took whose place, and when', () => {
    const file = of('one-by-one')?.evidenceFile ?? ''
    const { evidence } = JSON.parse(readFileSync(path.join(folder, 'evidence', file), 'utf8'))
    expect(evidence.made.map((task: { slot: string }) => task.slot).toSorted()).toEqual(['1', '2'])
    expect(evidence).toMatchObject({ state: 'completed', running: 2, wanted: 2, own: { delayMs: 500 } })
  })

  test('afterwards all is as it was', async () => {
    // What the checks moved last may still be on its way.
    const isWhole = async () => (await running()) === 6 || undefined
    await waitFor('all tasks', isWhole, { clock: fx.clock, deadlineMs: 120_000 })
    const after = await web()
    expect(after.Spec.TaskTemplate.ContainerSpec).toEqual(before.Spec.TaskTemplate.ContainerSpec)
    expect(after.Spec.UpdateConfig).toEqual(before.Spec.UpdateConfig)
  })
})
