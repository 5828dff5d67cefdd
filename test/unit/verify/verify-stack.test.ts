import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { EngineAnswerError } from '../../../src/docker/client.ts'
import { SwarmlineError } from '../../../src/errors.ts'
import type { NodeDoor, VerifyPlan } from '../../../src/verify/plan.ts'
import type { Meanwhile } from '../../../src/verify/run/settle.rules.ts'
import type { Vigil } from '../../../src/verify/run/vigil.ts'
import { verifyStack } from '../../../src/verify/verify-stack.ts'
import { verifyWatched } from '../../../src/verify/verify-watched.ts'
import {
  apiNode,
  apiTask,
  execRoutes,
  fakeEngine,
  frame,
  nodeDoor,
  quietEffects,
  type Routes,
  serviceRoutes
} from './builders.ts'
import { listen, respond, type TestServer, workloadText } from './test-server.ts'

const NAMES = ['manager1', 'worker1', 'worker2']
const REPLICAS = ['aaaaaaaaaaaa', 'bbbbbbbbbbbb', 'cccccccccccc']
const PLAN: VerifyPlan = {
  stack: 'shop',
  service: 'backend',
  requestsPerNode: 10,
  minShare: 0.2,
  hasMesh: true,
  redis: {
    service: 'redis',
    port: 6379,
    clients: ['backend', 'redis'],
    passwordFile: '/run/secrets/db_password'
  },
  pinned: { service: 'redis', label: 'data', value: 'persistent' }
}
const PROBED = 'anonymous NOAUTH Authentication required.\nholder PONG\n'

let visits = 0
let mesh: TestServer
beforeEach(async () => {
  visits = 0
  mesh = await listen((n, socket) => respond(socket, workloadText(REPLICAS[n % 3] ?? '', ++visits)))
})
afterEach(() => mesh.close())

/** A swarm in which all is well, but for these routes of the manager. */
function swarm(change: Routes = {}): NodeDoor[] {
  const backend = REPLICAS.map((id, i) => apiTask('shop_backend', NAMES[i] ?? '', `${id}0000`))
  const redis = [apiTask('shop_redis', 'worker1', 'dddddddddddd0000')]
  const manager = fakeEngine({
    'GET /nodes': () => NAMES.map(name => apiNode(name)),
    ...serviceRoutes({ shop_backend: { tasks: backend }, shop_redis: { tasks: redis } }),
    ...execRoutes('aaaaaaaaaaaa0000', PROBED),
    ...change
  })
  return NAMES.map(name => nodeDoor(name, name === 'manager1' ? manager : fakeEngine({}), mesh.port))
}
const engineLost = () => {
  throw new SwarmlineError('engine-lost', 'the engine does not answer')
}
const statuses = (result: Awaited<ReturnType<typeof verifyStack>>) =>
  Object.fromEntries(result.verdicts.map(verdict => [verdict.kind, verdict.status]))

test('a sound stack passes every check, with the answers of every node', async () => {
  const result = await verifyStack(PLAN, swarm(), quietEffects())
  expect(statuses(result)).toEqual({
    nodes: 'pass',
    'routing-mesh': 'pass',
    spread: 'pass',
    counter: 'pass',
    'redis-auth': 'pass'
  })
  expect(result.status).toBe('pass')
  expect(result.nodes.map(node => [node.node, node.requests, node.failed])).toEqual(
    NAMES.map(n => [n, 10, 0])
  )
  expect(visits).toBe(32)
})

test('without a mesh the routing mesh is skipped, and only nodes with a task are asked', async () => {
  const tasks = [apiTask('shop_backend', 'worker2', `${REPLICAS[0]}0000`)]
  const doors = swarm({ ...serviceRoutes({ shop_backend: { tasks } }) })
  const result = await verifyStack(
    { ...PLAN, hasMesh: false, redis: undefined, pinned: undefined },
    doors,
    quietEffects()
  )
  expect(statuses(result)['routing-mesh']).toBe('skipped')
  expect(result.nodes.map(node => node.node)).toEqual(['worker2'])
})

describe('an engine that does not answer is never the stack’s failure', () => {
  test('of nodes: the other checks go on', async () => {
    const result = await verifyStack(PLAN, swarm({ 'GET /nodes': engineLost }), quietEffects())
    expect(statuses(result)).toMatchObject({
      nodes: 'inconclusive',
      'routing-mesh': 'pass',
      'redis-auth': 'pass'
    })
    expect(result.status).toBe('inconclusive')
  })
  test('of services: who runs is unknown, but the nodes answered', async () => {
    const result = await verifyStack(PLAN, swarm({ 'GET /tasks': engineLost }), quietEffects())
    expect(statuses(result)).toEqual({
      nodes: 'inconclusive',
      'routing-mesh': 'pass',
      spread: 'inconclusive',
      counter: 'pass',
      'redis-auth': 'inconclusive'
    })
  })
  test('without a mesh nobody knows whom to ask', async () => {
    const doors = swarm({ 'GET /tasks': engineLost })
    const result = await verifyStack({ ...PLAN, hasMesh: false }, doors, quietEffects())
    expect(statuses(result)).toMatchObject({ spread: 'inconclusive', counter: 'inconclusive' })
    expect(result.nodes).toEqual([])
  })
})

describe('the client that asks Redis', () => {
  const seen = async (change: Routes, clients = ['backend', 'redis']) => {
    const plan = { ...PLAN, redis: PLAN.redis && { ...PLAN.redis, clients } }
    const result = await verifyStack(plan, swarm(change), quietEffects())
    return result.verdicts.find(verdict => verdict.kind === 'redis-auth')
  }
  test('an open Redis fails', async () => {
    const open = execRoutes('aaaaaaaaaaaa0000', 'anonymous +PONG\nholder PONG\n')
    expect(await seen(open)).toMatchObject({ status: 'fail', hint: expect.stringContaining('requirepass') })
  })
  test('a second probe is tried where the first cannot run', async () => {
    const programs: unknown[] = []
    const create: Routes = {
      'POST /containers/aaaaaaaaaaaa0000/exec': ({ body }) => {
        programs.push((body as { Cmd: string[] }).Cmd[0])
        return { Id: programs.length === 1 ? 'none' : 'e1' }
      },
      'POST /exec/none/start': () => [],
      'GET /exec/none/json': () => ({ Running: false, ExitCode: 127 })
    }
    expect(await seen(create)).toMatchObject({ status: 'pass' })
    expect(programs).toEqual(['php', 'sh'])
  })
  test('a client without the password’s file gives way to one that has it', async () => {
    const change = {
      ...execRoutes('aaaaaaaaaaaa0000', 'anonymous NOAUTH x\nholder no-password\n'),
      'GET /nodes': () => []
    }
    const doors = swarm(change)
    const worker = fakeEngine(execRoutes('dddddddddddd0000', PROBED))
    const seenBy = doors.map(door => (door.node.name === 'worker1' ? { ...door, engine: worker } : door))
    const result = await verifyStack(PLAN, seenBy, quietEffects())
    expect(result.verdicts.at(-1)).toMatchObject({ status: 'pass', figures: { client: 'redis' } })
    expect(await seen(change, ['backend'])).toMatchObject({ status: 'inconclusive' })
  })
  test('a program that the image lacks is no reason to stop, an engine’s own fault is', async () => {
    const refuse = (status: number) => ({
      'POST /exec/e1/start': () => {
        throw new EngineAnswerError(status, 'the engine says no')
      }
    })
    expect((await seen(refuse(400), ['backend']))?.observed).toMatch(/can speak to Redis/)
    expect((await seen(refuse(500), ['backend']))?.observed).toMatch(/the engine says no/)
  })
  test('no client that can speak: inconclusive', async () => {
    expect(await seen(execRoutes('aaaaaaaaaaaa0000', 'sh: not found'), ['backend'])).toMatchObject({
      status: 'inconclusive',
      observed: expect.stringContaining('no container of backend can speak to Redis')
    })
  })
  test('no such service: inconclusive, with the way out', async () => {
    expect(await seen({}, ['absent'])).toMatchObject({
      status: 'inconclusive',
      observed: expect.stringContaining('no service shop_absent')
    })
  })
})

test('a pinned service that does not exist fails', async () => {
  const pinned = { service: 'absent', label: 'data', value: 'persistent' }
  const result = await verifyStack({ ...PLAN, pinned }, swarm(), quietEffects())
  expect(statuses(result).nodes).toBe('fail')
})

test('an abort while the swarm is read is thrown as well', async () => {
  const abort = () => {
    throw new SwarmlineError('cancelled', 'cancelled')
  }
  // Without the checks that read tasks themselves: the round of requests must not take it for a lost engine.
  const plan = { ...PLAN, redis: undefined, pinned: undefined }
  await expect(verifyStack(plan, swarm({ 'GET /tasks': abort }), quietEffects())).rejects.toMatchObject({
    code: 'cancelled'
  })
})

test('nodes without a task are asked, and named', async () => {
  const tasks = REPLICAS.map(id => apiTask('shop_backend', 'worker2', `${id}0000`))
  const doors = swarm(serviceRoutes({ shop_backend: { tasks } }))
  const result = await verifyStack({ ...PLAN, redis: undefined, pinned: undefined }, doors, quietEffects())
  expect(result.verdicts[1]).toMatchObject({
    status: 'pass',
    observed: expect.stringContaining('manager1, worker1 without a task')
  })
})

test('an abort is neither a pass nor a failure: it is thrown', async () => {
  const abort = new AbortController()
  abort.abort()
  await expect(verifyStack(PLAN, swarm(), quietEffects(abort.signal))).rejects.toMatchObject({
    code: 'cancelled'
  })
})

test('isolation is looked at where it is asked for, after all else; what cannot be is inconclusive', async () => {
  const order: string[] = []
  const noting = (name: string, routes: Routes): Routes =>
    Object.fromEntries(
      Object.entries(routes).map(([call, route]) => [
        call,
        options => {
          order.push(name)
          return route(options)
        }
      ])
    )
  const doors = swarm({
    ...noting('redis', { 'POST /exec/e1/start': () => [frame(1, PROBED)] }),
    ...noting('isolation', { 'GET /networks': engineLost, 'GET /services': () => [] })
  })
  const isolation = { rules: { must: [], mustNot: [] }, nodes: [] }
  const result = await verifyStack({ ...PLAN, isolation }, doors, quietEffects())
  expect(result.verdicts.at(-1)).toMatchObject({
    kind: 'isolation',
    status: 'inconclusive',
    observed: expect.stringContaining('could not be measured')
  })
  expect(result.verdicts).toHaveLength(6)
  expect(order.filter(name => name === 'redis')).not.toEqual([])
  expect(order.lastIndexOf('redis')).toBeLessThan(order.indexOf('isolation'))
  expect(result.isolation).toBeUndefined()
})

describe('on a swarm that had too much to do', () => {
  const busy = { overload: 'the engine took 2.0 s to answer', isSlow: false, changes: [] }
  const well = { overload: undefined, isSlow: false, changes: [] }
  const lostNode = {
    ...well,
    changes: [{ kind: 'node' as const, text: 'worker1 went down at 12:03:04', sinceMs: 0, seenMs: 0 }]
  }
  const vigilOf = (happenings: Meanwhile[]): Vigil => {
    const next = happenings.values()
    return {
      pace: () => ({ atOnce: 1, patience: 2 }),
      isOverloaded: () => false,
      onPace: () => undefined,
      look: async () => undefined,
      during: () => next.next().value ?? well,
      rest: async () => true,
      serviceId: () => undefined,
      close: () => undefined
    }
  }
  /** Its first round loses a visit, each other one as many as the test says. */
  const losing = async (happenings: Meanwhile[], everyRound: boolean) => {
    let asked = 0
    await mesh.close()
    mesh = await listen((n, socket) => {
      const isLost = (everyRound ? asked % 32 : asked) === 5
      asked++
      if (isLost) socket.destroy()
      else respond(socket, workloadText(REPLICAS[n % 3] ?? '', ++visits))
    })
    const result = await verifyWatched(PLAN, swarm(), vigilOf(happenings), quietEffects())
    return result.verdicts.find(verdict => verdict.kind === 'routing-mesh')
  }
  test.each<[string, Meanwhile[], boolean, string]>([
    ['a failure is measured again', [busy, well], false, 'pass'],
    ['and is one when it fails again', [busy, well], true, 'fail'],
    ['but not while there is too much to do again', [busy, busy], true, 'inconclusive'],
    ['a failure may come of a node that was lost', [lostNode], false, 'inconclusive'],
    ['else it is one at once', [well], false, 'fail']
  ])('%s', async (_, happenings, everyRound, status) => {
    expect((await losing(happenings, everyRound))?.status).toBe(status)
  })
})

test('a swarm needs a manager', async () => {
  await expect(verifyStack(PLAN, swarm().slice(1), quietEffects())).rejects.toMatchObject({ code: 'input' })
})
