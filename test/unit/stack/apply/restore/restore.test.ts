import { describe, expect, test } from '@jest/globals'
import { isSameService, isSameSpec } from '../../../../../src/docker/same-spec.rules.ts'
import type { ApiServiceSpec } from '../../../../../src/docker/types.ts'
import { removeCreated } from '../../../../../src/stack/apply/restore/created.ts'
import { restoreStack } from '../../../../../src/stack/apply/restore/restore.ts'
import { takeSnapshot } from '../../../../../src/stack/apply/restore/snapshot.ts'
import { answered, fakeEffects, lost } from '../../../../support/fake-engine.ts'
import { aService } from '../../../../support/swarm-builders.ts'
import { type FakeSwarm, fakeSwarm } from '../../fake-swarm.ts'

const STACK = 'com.docker.stack.namespace'
const mine = { [STACK]: 's' }
const app = (name: string, image = 'v1', secret?: string) =>
  aService(name, {
    Spec: {
      TaskTemplate: {
        ContainerSpec: { Image: image, Secrets: secret ? [{ SecretID: secret, SecretName: 'x' }] : [] }
      }
    }
  })
const imageOf = (swarm: FakeSwarm, name: string) =>
  swarm.services.find(s => s.Spec.Name === name)?.Spec.TaskTemplate.ContainerSpec?.Image
const writes = (swarm: FakeSwarm) => swarm.engine.requests.filter(request => !request.startsWith('GET'))

async function setUp() {
  const swarm = fakeSwarm()
  const fx = fakeEffects({ clock: swarm.clock })
  swarm.services = [app('s_same'), app('s_changed'), app('s_gone')]
  const snapshot = await takeSnapshot(swarm.engine, 's', fx)
  swarm.services = [app('s_same'), app('s_changed', 'v2'), app('s_new')]
  const restore = () => restoreStack({ client: swarm.engine, snapshot }, fx)
  return { swarm, fx, snapshot, restore }
}

test('what changed is restored, what is gone made anew, what is new removed, and the rest not touched', async () => {
  const { swarm, restore } = await setUp()
  expect(await restore()).toEqual([
    { service: 's_same', action: 'unchanged' },
    { service: 's_changed', action: 'restored' },
    { service: 's_gone', action: 'recreated' },
    { service: 's_new', action: 'removed' }
  ])
  expect(writes(swarm)).toEqual([
    'POST /services/s_changed/update',
    'POST /services/create',
    'DELETE /services/s_new'
  ])
  expect(imageOf(swarm, 's_changed')).toBe('v1')
  expect((await restore()).map(one => one.action)).toEqual(['unchanged', 'unchanged', 'unchanged'])
})

test('a job of a deploy never runs for the way back: one that changed is removed, one that did not stays', async () => {
  const swarm = fakeSwarm()
  const fx = fakeEffects({ clock: swarm.clock })
  const job = (name: string, image: string) => {
    const made = app(name, image)
    made.Spec.Labels = { ...made.Spec.Labels, 'io.swarmline.job': 'before' }
    return made
  }
  swarm.services = [app('s_app'), job('s_migrate', 'v1'), job('s_same', 'v1'), job('s_gone', 'v1')]
  const snapshot = await takeSnapshot(swarm.engine, 's', fx)
  swarm.services = [app('s_app', 'v2'), job('s_migrate', 'v2'), job('s_same', 'v1')]
  await restoreStack({ client: swarm.engine, snapshot }, fx)
  expect(writes(swarm)).toEqual(['POST /services/s_app/update', 'DELETE /services/s_migrate'])
})

test('a write that was quicker is read again, and a lost connection waited for', async () => {
  const { swarm, restore } = await setUp()
  const failures = [answered(500, 'rpc error: update out of sequence'), lost(), answered(503, 'no leader')]
  swarm.before = request => {
    const failure = request.endsWith('/update') ? failures.shift() : undefined
    if (failure) throw failure
  }
  expect(await restore()).toContainEqual({ service: 's_changed', action: 'restored' })
  expect(failures).toEqual([])
})

test('a cancellation ends no write: whoever looks next sees what has come of it', async () => {
  const { swarm, restore } = await setUp()
  const cancellable: string[] = []
  const { json } = swarm.engine
  swarm.engine.json = (method, path, options) => {
    if (options?.signal) cancellable.push(method)
    return json(method, path, options)
  }
  await restore()
  expect(new Set(cancellable)).toEqual(new Set(['GET']))
})

test('a service that the swarm refuses is told, and the others are restored all the same', async () => {
  const { swarm, restore } = await setUp()
  swarm.before = request => {
    if (request.endsWith('/s_changed/update')) throw answered(400, 'secret not found: s_pw')
  }
  const done = await restore()
  expect(done[1]).toEqual({ service: 's_changed', action: 'failed', why: 'secret not found: s_pw' })
  expect(done.slice(2).map(one => one.action)).toEqual(['recreated', 'removed'])
})

test.each(['paused', 'rollback_started', 'rollback_paused', 'rollback_completed'])(
  'a service with its old spec that is %s gets it again, so that SwarmKit ends what it began',
  async State => {
    const { swarm, restore } = await setUp()
    Object.assign(swarm.services[0] ?? {}, { UpdateStatus: { State } })
    expect((await restore())[0]).toEqual({ service: 's_same', action: 'restored' })
    expect(swarm.services[0]?.UpdateStatus).toBeUndefined()
  }
)

test('a cancelled restoring stops', async () => {
  const stop = new AbortController()
  const { swarm, snapshot } = await setUp()
  const fx = fakeEffects({ clock: swarm.clock, signal: stop.signal })
  swarm.before = request => {
    if (!request.endsWith('/update')) return
    stop.abort()
    throw lost()
  }
  await expect(restoreStack({ client: swarm.engine, snapshot }, fx)).rejects.toMatchObject({
    code: 'cancelled'
  })
})

test('a login goes with the image that it is for, as a header', async () => {
  const { swarm, snapshot, fx } = await setUp()
  const sent: unknown[] = []
  const json = swarm.engine.json
  swarm.engine.json = (method, path, options) => {
    if (method === 'POST') sent.push([options?.headers, options?.query?.registryAuthFrom])
    return json(method, path, options)
  }
  await restoreStack({ client: swarm.engine, snapshot, registryAuth: image => `login-for-${image}` }, fx)
  expect(sent).toEqual([
    [{ 'x-registry-auth': 'login-for-v1' }, 'spec'],
    [{ 'x-registry-auth': 'login-for-v1' }, undefined]
  ])
})

describe('what a deploy created', () => {
  test('goes, but neither what was there, nor what is in force, nor our own records', async () => {
    const swarm = fakeSwarm()
    const fx = fakeEffects({ clock: swarm.clock })
    swarm.add('networks', 's_n', mine)
    swarm.add('secrets', 's_pw-1', mine)
    const snapshot = await takeSnapshot(swarm.engine, 's', fx)
    swarm.add('networks', 's_m', mine)
    const held = swarm.add('secrets', 's_pw-2', mine)
    swarm.add('secrets', 's_pw-3', mine)
    swarm.add('configs', 's_conf-1', mine)
    swarm.add('configs', 'swarmline-deploy-s-1', { ...mine, 'io.swarmline.kind': 'deploy' })
    swarm.services = [app('s_app', 'v1', held.ID)]
    const done = await removeCreated({ client: swarm.engine, snapshot, deadlineMs: 10_000 }, fx)
    expect({ ...done, removed: done.removed.toSorted() }).toEqual({
      removed: ['s_conf-1', 's_m', 's_pw-3'],
      left: ['s_pw-2']
    })
    expect([swarm.names('networks'), swarm.names('secrets'), swarm.names('configs')]).toEqual([
      ['s_n'],
      ['s_pw-1', 's_pw-2'],
      ['swarmline-deploy-s-1']
    ])
  })

  test('is waited for while a task is still on it; at the deadline it is said what is left', async () => {
    const swarm = fakeSwarm()
    const fx = fakeEffects({ clock: swarm.clock })
    const snapshot = await takeSnapshot(swarm.engine, 's', fx)
    swarm.add('networks', 's_m', mine)
    const endMs = swarm.clock.now() + 5_000
    swarm.before = request => {
      if (request.startsWith('DELETE') && swarm.clock.now() < endMs) throw answered(400, 'in use by task')
    }
    const request = { client: swarm.engine, snapshot }
    expect(await removeCreated({ ...request, deadlineMs: 2_000 }, fx)).toEqual({ removed: [], left: ['s_m'] })
    expect(await removeCreated({ ...request, deadlineMs: 9_000 }, fx)).toEqual({ removed: ['s_m'], left: [] })
  })
})

describe('two specs are the same', () => {
  const spec = (over: object = {}): ApiServiceSpec => ({ ...app('a').Spec, ...over })
  test.each<[string, ApiServiceSpec, ApiServiceSpec, boolean]>([
    ['in another order', spec({ Labels: { a: '1', b: '2' } }), spec({ Labels: { b: '2', a: '1' } }), true],
    ['with empty against absent', spec({ Labels: {}, EndpointSpec: { Ports: [] } }), spec(), true],
    ['with null against absent', spec({ UpdateConfig: null }), spec(), true],
    ['not with another label', spec({ Labels: { a: '1' } }), spec({ Labels: { a: '2' } }), false],
    ['not in another mode', spec({ Mode: { Global: {} } }), spec({ Mode: { GlobalJob: {} } }), false],
    ['not in another mode than the default', spec({ Mode: { Global: {} } }), spec({ Mode: {} }), false],
    [
      'not with no replicas against one that is not said',
      spec({ Mode: { Replicated: { Replicas: 0 } } }),
      spec({ Mode: { Replicated: {} } }),
      false
    ],
    [
      'not with lists in another order',
      spec({ EndpointSpec: { Mode: ['a', 'b'] } }),
      spec({ EndpointSpec: { Mode: ['b', 'a'] } }),
      false
    ]
  ])('%s', (_, a, b, isSame) => expect(isSameSpec(a, b)).toBe(isSame))
  test('but for our own labels, where the deploy does not matter', () => {
    const [a, b] = [spec({ Labels: { 'io.swarmline.job': '1' } }), spec()]
    expect([isSameSpec(a, b), isSameService(a, b)]).toEqual([false, true])
  })
})
