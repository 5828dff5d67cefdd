import { afterEach, expect, test } from '@jest/globals'
import type { EngineClient } from '../../../../src/docker/client.ts'
import type { ApiTask } from '../../../../src/docker/types.ts'
import { openVigil, type Vigil } from '../../../../src/verify/run/vigil.ts'
import type { WorldNode } from '../../../../src/verify/world.ts'
import { answered, fakeEffects, fakeEngine, lost } from '../../../support/fake-engine.ts'
import { apiNode } from '../builders.ts'

// A swarm of functions whose time is the test's own: an answer takes as long as the test says.

let open: Vigil | undefined
afterEach(() => open?.close())

const AT = Date.parse('2026-12-01T12:00:00Z')

function slowSwarm() {
  const swarm = { now: AT, pingMs: 5, startMs: 100, isLost: false, tasks: [task('t1')], started: 0 }
  const answer = ({ path }: { path: string }): unknown => {
    if (swarm.isLost) throw lost()
    if (path === '/nodes') return [apiNode('manager1')]
    if (path === '/services') return [{ ID: 'svc-web', Spec: { Name: 'shop_web' } }]
    if (path === '/tasks') return swarm.tasks
    if (path === '/_ping') swarm.now += swarm.pingMs
    if (path.startsWith('/containers/')) {
      swarm.started++
      swarm.now += swarm.startMs
      throw answered(400, 'no such program')
    }
    return 'OK'
  }
  const engine: EngineClient = fakeEngine(answer)
  const node: WorldNode = {
    id: 'id-manager1',
    name: 'manager1',
    role: 'manager',
    labels: {},
    address: '',
    engine,
    power: undefined
  }
  // What looks by itself does not: the test says when.
  const clock = { now: () => swarm.now, sleep: () => new Promise<never>(() => undefined) }
  const start = async (nodes = [node]) => {
    open = await openVigil({ stack: 'shop', manager: engine, nodes }, fakeEffects({ clock }))
    return open
  }
  return { swarm, start }
}

function task(id: string, state = 'running', created = '2026-12-01T10:00:00Z'): ApiTask {
  return {
    ID: id,
    CreatedAt: created,
    UpdatedAt: '',
    Spec: {},
    ServiceID: 'svc-web',
    Slot: 1,
    NodeID: 'id-manager1',
    DesiredState: 'running',
    Status: { Timestamp: created, State: state, ContainerStatus: { ContainerID: 'c1' } }
  }
}

test('measures at first what an answer and a program take, whatever the program says', async () => {
  const { swarm, start } = slowSwarm()
  swarm.startMs = 1500
  const vigil = await start()
  expect(vigil.pace()).toEqual({ atOnce: 2, patience: 3 })
  expect(vigil.isOverloaded()).toBe(false)
  expect(vigil.serviceId('web')).toBe('svc-web')
})

test('a stuck container does not make a slow swarm: another is tried', async () => {
  const { swarm, start } = slowSwarm()
  swarm.tasks = [task('t1'), { ...task('t2'), Slot: 2 }]
  const takes = [9_000, 100].values()
  Object.defineProperty(swarm, 'startMs', { get: () => takes.next().value ?? 100 })
  expect((await start()).pace().atOnce).toBe(16)
  expect(swarm.started).toBe(2)
})

test('starts nothing where no task is at hand, and starts few programs', async () => {
  const far = slowSwarm()
  await far.start([])
  expect(far.swarm.started).toBe(0)
  const near = slowSwarm()
  const vigil = await near.start()
  for (let i = 0; i < 5; i++) await vigil.look()
  expect(near.swarm.started).toBe(1)
  near.swarm.now += 20_000
  await vigil.look()
  expect(near.swarm.started).toBe(2)
})

test('says when it was overloaded, and for which time; whoever waits is called', async () => {
  const { swarm, start } = slowSwarm()
  const vigil = await start()
  let calls = 0
  vigil.onPace(() => calls++)
  await vigil.look()
  const quietAt = swarm.now - 1
  swarm.pingMs = 2_000
  await vigil.look()
  expect(calls).toBe(2)
  expect(vigil.isOverloaded()).toBe(true)
  const busyAt = swarm.now
  swarm.pingMs = 5
  await vigil.look()
  const restedAt = swarm.now
  await vigil.look()
  expect(vigil.during(AT, quietAt).overload).toBeUndefined()
  // The looks before and after it count: something short has none of its own.
  for (const [fromMs, toMs] of [
    [quietAt + 2, busyAt],
    [busyAt - 10, busyAt - 5],
    [busyAt + 1, busyAt + 2]
  ] as const)
    expect(vigil.during(fromMs, toMs).overload).toBe('the engine took 2.0 s to answer')
  expect(vigil.during(restedAt + 1, swarm.now).overload).toBeUndefined()
  expect(await vigil.rest()).toBe(true)
})

test('an engine that is lost for a while ends nothing, and is overloaded', async () => {
  const { swarm, start } = slowSwarm()
  const vigil = await start()
  const fromMs = swarm.now
  swarm.isLost = true
  swarm.now += 1_000
  await vigil.look()
  expect(vigil.during(fromMs, swarm.now)).toMatchObject({
    overload: 'the engine did not answer',
    changes: []
  })
  swarm.isLost = false
  await vigil.look()
  expect(vigil.isOverloaded()).toBe(false)
})

test('one that cannot be reached from the beginning is slow', async () => {
  const { swarm, start } = slowSwarm()
  swarm.isLost = true
  expect((await start()).pace()).toEqual({ atOnce: 1, patience: 8 })
})

test('what was replaced is known for the time in which it may have been, and told once', async () => {
  const { swarm, start } = slowSwarm()
  const vigil = await start()
  const before = swarm.now
  swarm.now += 60_000
  await vigil.look()
  const seen = swarm.now
  swarm.tasks = [task('t1', 'failed'), task('t2', 'running', '2026-12-01T12:03:04Z')]
  swarm.now += 1_000
  await vigil.look()
  await vigil.look()
  const said = ['web.1 on manager1 was replaced at 12:03:04']
  const texts = (from: number, to: number) => vigil.during(from, to).changes.map(change => change.text)
  expect(texts(before, swarm.now)).toEqual(said)
  expect(texts(seen, swarm.now)).toEqual(said)
  expect(texts(before, before + 100)).toEqual([])
  expect(texts(swarm.now, swarm.now + 1000)).toEqual([])
})
