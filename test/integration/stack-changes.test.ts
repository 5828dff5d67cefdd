import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import type { ApiService, ApiTask } from '../../src/docker/types.ts'
import { systemClock } from '../../src/effects/clock.ts'
import { waitFor } from '../../src/effects/wait-for.ts'
import { pruneServices } from '../../src/stack/apply/prune-services.ts'
import { readCurrent } from '../../src/stack/plan/current.ts'
import { applyMeshless } from '../../src/stack/plan/meshless.rules.ts'
import { planChanges } from '../../src/stack/plan/plan-changes.rules.ts'
import type { ServiceChange } from '../../src/stack/plan/stack-changes.ts'
import { partOfModel } from '../../src/stack/plan/stages/part-of-model.rules.ts'
import { stagesOf } from '../../src/stack/plan/stages/stages.rules.ts'
import { changesInWords } from '../../src/stack/plan/words.rules.ts'
import { interpolate } from '../../src/stack/read/interpolate.rules.ts'
import type { Model } from '../../src/stack/read/plain.rules.ts'
import { renderStack } from '../../src/stack/read/render.rules.ts'
import { whyNoDockerd } from '../support/dockerd.ts'
import { realEffects } from '../support/real-effects.ts'
import { describeIf } from '../support/requires.ts'
import { FIELD_CHANGES, laidOver, richModel } from '../support/rich-stack.ts'
import { type SwarmOfOne, startSwarmOfOne } from '../support/swarm-of-one.ts'

const reason = whyNoDockerd()
const signal = new AbortController().signal

describeIf(reason === undefined, reason ?? '', 'the plan of a deploy, on a real swarm', () => {
  let swarm: SwarmOfOne
  const folder = mkdtempSync(path.join(tmpdir(), 'stack-changes-'))
  const file = (name: string, content: string): string => {
    const whole = path.join(folder, name)
    writeFileSync(whole, content)
    return whole
  }
  beforeAll(async () => {
    swarm = await startSwarmOfOne(['app:v1', 'app:v2'])
  })
  afterAll(async () => {
    await swarm?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  async function hand(stack: string, model: Model): Promise<void> {
    const fx = realEffects()
    const { docker, client } = swarm
    await fx.exec(
      docker.file,
      [
        ...[
          '-H',
          `unix://${client.socketPath}`,
          'stack',
          'deploy',
          '--detach=true',
          '--resolve-image',
          'never'
        ],
        ...['--compose-file', file(`${stack}.yml`, renderStack(model)), stack]
      ],
      { env: { DOCKER_CONFIG: docker.configDir } }
    )
  }
  const plan = async (stack: string, model: Model, isPruning = false) =>
    planChanges(model, stack, await readCurrent(swarm.client, stack, signal), { isPruning })
  /** The tasks of a service's current spec, by SwarmKit's own word. */
  async function currentTasks(service: string): Promise<ApiTask[]> {
    const filters = JSON.stringify({ service: [service], '_up-to-date': ['true'] })
    return (await swarm.client.json<ApiTask[] | null>('GET', '/tasks', { query: { filters } })) ?? []
  }
  /** Those that are meant to run: of an update that is under way the first one is enough to tell by. */
  async function meantTasks(service: string): Promise<string[] | undefined> {
    const meant = (await currentTasks(service)).filter(t => ['ready', 'running'].includes(t.DesiredState))
    return meant.length > 0 ? meant.map(t => t.ID) : undefined
  }

  /** A task that no node has yet meets no constraint. */
  async function placed(service: string): Promise<true | undefined> {
    const query = { filters: JSON.stringify({ service: [service] }) }
    const tasks = (await swarm.client.json<ApiTask[] | null>('GET', '/tasks', { query })) ?? []
    return tasks.some(task => task.NodeID) || undefined
  }

  test('every field by itself: what the plan says is what the swarm does', async () => {
    let model = richModel(file)
    expect((await plan('rich', model)).services).toMatchObject([{ name: 'web', kind: 'created' }])
    await hand('rich', model)
    expect((await plan('rich', model)).services).toEqual([unchanged('rich', 'web')])

    await waitFor('a node for the task', () => placed('rich_web'), {
      clock: systemClock,
      deadlineMs: 120_000
    })

    const said: unknown[] = []
    const wanted: unknown[] = []
    for (const [field, over] of FIELD_CHANGES) {
      model = laidOver(model, over) as Model
      const { services } = await plan('rich', model)
      const before = await waitFor(`a task as before ${field}`, () => meantTasks('rich_web'), {
        clock: systemClock,
        deadlineMs: 120_000
      })
      await hand('rich', model)
      const current = (await currentTasks('rich_web')).map(t => t.ID)
      const isReplaced = before.some(id => !current.includes(id))
      said.push([
        services[0]?.fields.map(each => each.field),
        { isReplaced: services[0]?.tasks === 'replaced' }
      ])
      wanted.push([[field], { isReplaced }])
    }
    expect(said).toEqual(wanted)
    expect((await plan('rich', model)).services).toEqual([unchanged('rich', 'web')])
    const restarting = said.filter(each => (each as [unknown, { isReplaced: boolean }])[1].isReplaced)
    expect(restarting.length).toBe(FIELD_CHANGES.length - 10)
  })

  test('the workload, in its short forms, is unchanged when it is deployed again', async () => {
    const text = readFileSync('docker-compose.yml', 'utf8')
    const values = parse(text, (_, value) =>
      typeof value === 'string' ? interpolate(value, {}).value : value
    ) as Model
    const ofRun = (run: string) => ({
      services: { redis: { deploy: { labels: { 'io.swarmline.run': run } } } }
    })
    const model = laidOver(applyMeshless(values), {
      ...ofRun('1'),
      secrets: { db_password: { file: file('pw', 'x') } },
      configs: { prometheus: { file: file('prometheus.yml', '#') } }
    }) as Model
    const first = await plan('shop', model)
    expect(first.services.map(({ kind }) => kind)).toEqual(Array(5).fill('created'))
    expect(first.objects.map(({ kind, name, change }) => `${kind} ${name} ${change}`).sort()).toEqual([
      'config shop_prometheus created',
      'network shop_data created',
      'network shop_metrics created',
      'network shop_monitoring created',
      'secret shop_db_password created',
      'volume shop_redis-data created'
    ])
    const stages = stagesOf(model, { redis: '1', backend: '2' })
    expect(stages.map(({ services }) => services.length)).toEqual([1, 1, 3])
    for (const stage of stages) await hand('shop', partOfModel(model, stage.services))
    // The next run's labels are no change.
    const again = await plan('shop', laidOver(model, ofRun('2')) as Model)
    expect(again).toMatchObject({ isUnchanged: true, objects: [] })
    expect(changesInWords(again)[0]).toBe('shop: nothing changes')

    const { prometheus: _, ...rest } = model.services as Record<string, object>
    const less = {
      ...model,
      services: rest,
      networks: { ...(model.networks as object), data: { internal: false } }
    }
    const smaller = await plan('shop', less, true)
    expect(smaller.services.at(-1)).toMatchObject({ fullName: 'shop_prometheus', kind: 'removed' })
    expect(smaller.objects).toContainEqual({
      kind: 'network',
      name: 'shop_data',
      change: 'drifted',
      fields: [{ field: 'internal', from: 'true', to: undefined }]
    })
    expect(await pruneServices(swarm.client, 'shop', ['shop_prometheus'], realEffects())).toEqual([
      'shop_prometheus'
    ])
    expect((await plan('shop', less)).services.map(({ name }) => name)).not.toContain('prometheus')
  })

  test('a job runs again by being deployed; a mode never changes', async () => {
    const model: Model = {
      version: '3.8',
      services: {
        job: {
          image: 'app:v1',
          command: 'sleep 0',
          networks: ['n'],
          deploy: { mode: 'replicated-job', endpoint_mode: 'dnsrr' }
        }
      },
      networks: { n: { driver: 'overlay' } }
    }
    await hand('jobs', model)
    const iteration = async () =>
      (await swarm.client.json<ApiService>('GET', '/services/jobs_job')).JobStatus?.JobIteration?.Index ?? 0
    const before = await iteration()
    expect(await plan('jobs', model)).toMatchObject({
      isUnchanged: true,
      services: [{ kind: 'unchanged', tasks: 'none', fields: [] }]
    })
    await hand('jobs', model)
    expect(await iteration()).toBeGreaterThan(before)

    const other = laidOver(model, { services: { job: { deploy: { mode: 'replicated' } } } }) as Model
    expect((await plan('jobs', other)).services[0]?.refusal).toContain('never changes the mode')
    await expect(hand('jobs', other)).rejects.toThrow(/mode change is not allowed/)
  })
})

const unchanged = (stack: string, name: string): ServiceChange => ({
  name,
  fullName: `${stack}_${name}`,
  kind: 'unchanged',
  fields: [],
  tasks: 'none',
  refusal: undefined
})
