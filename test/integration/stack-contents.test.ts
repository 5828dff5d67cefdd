import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { stringify } from 'yaml'
import { runDocker } from '../../src/docker/command.ts'
import type { DeployResult } from '../../src/rollout/outcome.ts'
import { readBaseline } from '../../src/rollout/snapshot.ts'
import { watchStack } from '../../src/rollout/watch.ts'
import { swarmNames, withContents } from '../../src/stack/apply/contents/generation.rules.ts'
import { pruneContents } from '../../src/stack/apply/contents/prune.ts'
import { putContents } from '../../src/stack/apply/contents/put-contents.ts'
import { removeStack } from '../../src/stack/apply/remove.ts'
import { takeSnapshot } from '../../src/stack/apply/restore/snapshot.ts'
import { contentKey } from '../../src/stack/kept/content-key.ts'
import { readRecords } from '../../src/stack/kept/record/read.ts'
import { beginRecord } from '../../src/stack/kept/record/write.ts'
import { listConfigs } from '../../src/stack/kept/swarm-configs.ts'
import { stackObjects } from '../../src/stack/plan/stack-objects.ts'
import type { GivenContents } from '../../src/stack/read/contents/content.ts'
import { gatherContents } from '../../src/stack/read/contents/gather.ts'
import type { Model } from '../../src/stack/read/plain.rules.ts'
import { rollback } from '../../src/usecases/rollback.ts'
import { status } from '../../src/usecases/status.ts'
import { undoDeploy } from '../../src/usecases/undo.ts'
import { whyNoDockerd } from '../support/dockerd.ts'
import { realEffects } from '../support/real-effects.ts'
import { describeIf } from '../support/requires.ts'
import { type SwarmOfOne, startSwarmOfOne } from '../support/swarm-of-one.ts'

const LOOP = "trap 'exit 0' TERM; while :; do sleep 0.1; done"
const UPDATE = { monitor: '300ms', failure_action: 'pause', order: 'start-first' }
const DEPLOY = { endpoint_mode: 'dnsrr', restart_policy: { delay: '200ms' }, update_config: UPDATE }
const reason = whyNoDockerd()

describeIf(reason === undefined, reason ?? '', 'contents, records and restoring on a real swarm', () => {
  let swarm: SwarmOfOne
  const folder = mkdtempSync(path.join(tmpdir(), 'contents-test-'))
  const fx = realEffects()
  beforeAll(async () => {
    swarm = await startSwarmOfOne(['app:v1'])
  })
  afterAll(async () => {
    await swarm?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  /** A service that runs only while its secret is what it expects. */
  const wants = (password: string, more: object = {}) => ({
    image: 'app:v1',
    command: [
      '/bin/sh',
      '-c',
      `[ "$(cat /run/secrets/db_password)" = ${password} ] || exit 1; ${LOOP}`.replaceAll('$', '$$$$')
    ],
    networks: ['n'],
    secrets: ['db_password'],
    stop_grace_period: '1s',
    deploy: DEPLOY,
    ...more
  })
  const modelOf = (services: object, more: object = {}): Model => ({
    version: '3.8',
    services,
    // The host's network: a task starts and stops seconds sooner than on an overlay.
    networks: { n: { external: true, name: 'host' } },
    secrets: { db_password: { environment: 'DB_PASSWORD' } },
    ...more
  })

  async function hand(stack: string, model: Model, password: string, given: GivenContents = {}) {
    const { client, docker } = swarm
    const contents = await gatherContents({
      model,
      projectDir: folder,
      variables: { DB_PASSWORD: password },
      given
    })
    const key = await contentKey(client, stack, 'make', fx)
    const named = swarmNames(stack, model, contents, key)
    const there = await putContents(client, stack, { model: withContents(model, named), contents: named }, fx)
    const args = ['stack', 'deploy', '-c', '-', '--prune', '--resolve-image', 'never', stack]
    await runDocker(fx.exec, docker, client.socketPath, args, { input: stringify(there) })
  }

  /** As a deploy is: handed to the swarm, recorded, watched. */
  async function deploy(stack: string, model: Model, password: string, given?: GivenContents) {
    const { client } = swarm
    const record = await beginRecord({ client, stack, owner: 'tester', version: '0' }, fx)
    const baseline = await readBaseline(client, stack)
    await hand(stack, model, password, given)
    await record.capture(fx)
    const result = await watchStack({ client, stack, baseline, timeoutMs: 120_000 }, fx)
    await record.finish({ outcome: result.outcome }, 5, fx)
    return result
  }

  const objects = (stack: string) => stackObjects(swarm.client, stack, fx.signal)
  const secretsOf = async (stack: string) => (await objects(stack)).secrets.map(s => s.Spec.Name).sort()
  const usedBy = async (stack: string) =>
    (await objects(stack)).services[0]?.Spec.TaskTemplate.ContainerSpec?.Secrets?.map(s => s.SecretName)
  const runningTasks = async (stack: string) =>
    (await objects(stack)).tasks.filter(t => t.DesiredState === 'running').map(t => t.ID)
  const remove = (stack: string): Promise<void> =>
    removeStack(
      { docker: swarm.docker, client: swarm.client, stack, nodes: [swarm.client], timeoutMs: 120_000 },
      fx
    )
  const good = (result: DeployResult) => expect(result).toMatchObject({ outcome: 'converged', failures: [] })

  test('a changed secret is a new object; the same one restarts nothing; old ones go when nothing needs them', async () => {
    const { client } = swarm
    good(await deploy('s', modelOf({ app: wants('one') }), 'one'))
    const [first] = await secretsOf('s')
    expect(first).toMatch(/^s_db_password-[0-9a-f]{12}$/)
    const tasks = await runningTasks('s')

    // The same content, from standard input this time.
    const given = { secrets: { db_password: 'one' } }
    good(await deploy('s', modelOf({ app: wants('one') }), 'unused', given))
    expect(await runningTasks('s')).toEqual(tasks)
    expect(await secretsOf('s')).toEqual([first])

    good(await deploy('s', modelOf({ app: wants('two') }), 'two'))
    expect(await secretsOf('s')).toHaveLength(2)
    const [second] = (await usedBy('s')) ?? []
    expect(second).not.toBe(first)

    // Both are on record, so neither may go; nor may the previous spec's, once the records are gone.
    expect(await pruneContents(client, 's', { keep: 1 }, fx)).toEqual([])
    for (const { header } of await readRecords(client, 's', fx))
      await client.json('DELETE', `/configs/${header.ID}`)
    expect(await pruneContents(client, 's', { keep: 1 }, fx)).toEqual([])

    good(await deploy('s', modelOf({ app: wants('three') }), 'three'))
    expect(await pruneContents(client, 's', { keep: 1 }, fx)).toEqual([first])
    expect(await secretsOf('s')).toHaveLength(2)
    expect(await secretsOf('s')).toContain(second)

    await remove('s')
    // The key and the records went with the stack.
    expect((await listConfigs(client, 'io.swarmline.kind', fx)).map(c => c.Spec.Name)).toEqual([])
  })

  test('after a failed update the stack is what it was: old secret, no new service, network, secret', async () => {
    const { client, docker } = swarm
    const still = { ...wants('one'), secrets: ['db_password'], command: ['/bin/sh', '-c', LOOP] }
    good(await deploy('r', modelOf({ app: wants('one'), still: { ...still, secrets: [] } }), 'one'))
    const before = await objects('r')
    const snapshot = await takeSnapshot(client, 'r', fx)

    const broken = modelOf(
      {
        // Long enough that SwarmKit counts the failure however late it sees it: then the update pauses.
        app: wants('no-such-password', {
          deploy: { ...DEPLOY, update_config: { ...UPDATE, monitor: '60s' } }
        }),
        still: { ...still, secrets: [] },
        added: wants('two', { networks: ['m'], secrets: ['db_password', 'token'] })
      },
      {
        networks: { n: { external: true, name: 'host' }, m: { driver: 'overlay' } },
        secrets: { db_password: { environment: 'DB_PASSWORD' }, token: { environment: 'DB_PASSWORD' } }
      }
    )
    const failed = await deploy('r', broken, 'two')
    expect(failed.outcome).toBe('paused')
    const made = await objects('r')
    expect(made.networks.map(network => network.Name)).toEqual(['r_m'])

    const request = { docker, client, nodes: [client], snapshot, timeoutMs: 120_000 }
    expect(await undoDeploy({ ...request, onFailure: 'keep' }, fx)).toEqual({ kind: 'kept' })
    const undone = await undoDeploy({ ...request, onFailure: 'rollback' }, fx)
    expect(undone).toMatchObject({
      kind: 'restored',
      services: expect.arrayContaining([
        { service: 'r_app', action: 'restored' },
        { service: 'r_still', action: 'unchanged' },
        { service: 'r_added', action: 'removed' }
      ]),
      result: { outcome: 'converged' },
      isComplete: true
    })
    const after = await objects('r')
    const names = (list: typeof after) => [
      ...list.services.map(s => s.Spec.Name),
      ...list.networks.map(n => n.Id),
      ...list.secrets.map(s => s.ID)
    ]
    expect(names(after).sort()).toEqual(names(before).sort())
    const stillTasks = (list: typeof after) => {
      const id = list.services.find(s => s.Spec.Name === 'r_still')?.ID
      return list.tasks.filter(t => t.ServiceID === id).map(t => t.ID)
    }
    expect(stillTasks(after)).toEqual(stillTasks(before))
    // The records stay: they are nobody's leavings.
    expect((await readRecords(client, 'r', fx)).map(r => r.outcome)).toEqual(['paused', 'converged'])

    expect(await undoDeploy({ ...request, onFailure: 'remove' }, fx)).toEqual({ kind: 'removed' })
    expect(names(await objects('r'))).toEqual([])
  })

  test('goes back to a recorded deploy, and tells what is and what was', async () => {
    const { client, docker } = swarm
    const target = {
      kind: 'existing' as const,
      dockerHost: `unix://${client.socketPath}`,
      dockerConfigDir: docker.configDir
    }
    const home = { cacheDir: path.join(folder, 'cache'), stateDir: path.join(folder, 'state') }
    const request = {
      target,
      stack: 'b',
      timeoutMs: 120_000,
      owner: { who: 'tester', where: '', run: '' },
      lockWait: 'refuse' as const,
      keepRecords: 5,
      withRegistryAuth: false
    }
    good(await deploy('b', modelOf({ app: wants('one') }), 'one'))
    const [first] = (await usedBy('b')) ?? []
    good(await deploy('b', modelOf({ app: wants('two'), extra: wants('two') }), 'two'))
    // docker's own pruning takes away services, and no record: `hand` prunes with every deploy.
    expect((await readRecords(client, 'b', fx)).map(r => [r.seq, r.hasSpecs])).toEqual([
      [2, true],
      [1, true]
    ])

    const back = await rollback({ ...request, to: undefined }, home, fx)
    expect(back).toMatchObject({ to: 1, seq: 3, result: { outcome: 'converged' } })
    expect(back.services).toEqual(
      expect.arrayContaining([
        { service: 'b_app', action: 'restored' },
        { service: 'b_extra', action: 'removed' }
      ])
    )
    expect(await usedBy('b')).toEqual([first])

    const forth = await rollback({ ...request, to: 2 }, home, fx)
    expect(forth.services).toContainEqual({ service: 'b_extra', action: 'recreated' })
    good(forth.result)

    await expect(rollback({ ...request, to: 17 }, home, fx)).rejects.toMatchObject({ code: 'not-found' })

    const seen = await status({ target, stack: 'b' }, home, fx)
    expect(JSON.parse(JSON.stringify(seen))).toMatchObject({
      services: [
        { name: 'b_app', mode: 'replicated', running: 1, wanted: 1, image: 'app:v1' },
        { name: 'b_extra', running: 1, wanted: 1 }
      ],
      deploys: [
        { seq: 4, outcome: 'converged', rollbackTo: 2, owner: 'tester' },
        { seq: 3, outcome: 'converged', rollbackTo: 1 },
        { seq: 2, outcome: 'converged' },
        { seq: 1, outcome: 'converged' }
      ]
    })
    expect(seen.lock).toBeUndefined()
    // Specs stay out of what is shown.
    expect(JSON.stringify(seen)).not.toContain('no-such')
    await remove('b')
  })
})
