import { describe, expect, test } from '@jest/globals'
import { watchStack } from '../../../src/rollout/watch.ts'
import { answered, fakeClock, fakeEffects, fakeEngine, lost } from '../../support/fake-engine.ts'
import { aNode, aService, aTask } from '../../support/swarm-builders.ts'
import { START, swarm, type World, watch } from './fake-watch.ts'

const web = aService('s_web')
const up = aTask('s_web', 'running', { atMs: START + 2000 })
const starting = aTask('s_web', 'preparing')

describe('a stack that comes up', () => {
  const world = (seconds: number): World => ({ services: [web], tasks: [seconds < 2 ? starting : up] })

  test('has converged when it has held, and says what runs', async () => {
    const seen = swarm(world)
    const result = await watch(seen)
    expect(result).toEqual({
      stack: 's',
      outcome: 'converged',
      services: [{ name: 's_web', running: 1, wanted: 1, outcome: 'converged', image: 'app:v1' }],
      failures: [],
      startedAt: '2026-01-01T12:00:00.000Z',
      durationMs: 7000,
      timeline: expect.any(Array)
    })
    expect(result.timeline?.filter(e => e.kind === 'task').map(e => [e.task, e.from, e.to])).toEqual([
      [starting.ID, undefined, 'new'],
      [starting.ID, 'new', 'preparing'],
      [up.ID, undefined, 'new'],
      [up.ID, 'new', 'running']
    ])
    expect(seen.fx.details[0]).toBe('web 0/1')
    expect(seen.fx.details.at(-1)).toBe('web 1/1 ✓')
  })

  test('costs at most three requests a second', async () => {
    const seen = swarm(world)
    const { durationMs } = await watch(seen)
    expect(seen.engine.requests.length / (durationMs / 1000)).toBeLessThan(3)
  })

  test('is asked again which tasks are current only when there is something new', async () => {
    const seen = swarm(() => ({ services: [web], tasks: [up] }))
    await watch(seen)
    const lists = seen.engine.requests.filter(r => r === 'GET /tasks').length
    expect(lists).toBe(seen.engine.requests.filter(r => r === 'GET /services').length + 1)
  })
})

test('an old task that still runs holds the verdict up, until the deadline if need be', async () => {
  const old = aTask('s_web', 'running', { desired: 'shutdown', node: 'n2' })
  const result = await watch(
    swarm(() => ({ services: [web], tasks: [old, up], current: [up] })),
    { timeoutMs: 20_000 }
  )
  expect(result.outcome).toBe('timed-out')
  expect(result.durationMs).toBe(20_000)
  expect(result.failures).toMatchObject([
    { service: 's_web', error: 'a task that should stop is still running', node: 'host-n2' }
  ])
})

describe('a crash loop', () => {
  const crashed = [1, 2, 3].map(() =>
    aTask('s_web', 'failed', {
      desired: 'shutdown',
      node: 'n2',
      err: 'task: non-zero exit (1)',
      Status: {
        Timestamp: '2026-01-01T12:00:00Z',
        State: 'failed',
        Err: 'task: non-zero exit (1)',
        ContainerStatus: { ContainerID: 'c' }
      }
    })
  )
  const next = aTask('s_web', 'ready', { desired: 'ready' })
  const other = aTask('s_db', 'preparing')
  const world = (seconds: number): World => ({
    services: [web, aService('s_db')],
    tasks: [...crashed.slice(0, Math.floor(seconds / 2)), next, other]
  })

  test('has as long as the user allows; then it fails with its words, its node and its last lines', async () => {
    const result = await watch(swarm(world, 'boot\n\u001b[31mno database\u001b[0m\n'), { timeoutMs: 120_000 })
    expect(result.services.map(s => [s.name, s.outcome])).toEqual([
      ['s_db', 'timed-out'],
      ['s_web', 'failed']
    ])
    expect(result.failures.find(({ service }) => service === 's_web')).toEqual({
      service: 's_web',
      task: crashed[2]?.ID,
      node: 'host-n2',
      category: 'exit',
      error: 'task: non-zero exit (1)',
      logLines: ['boot', 'no database']
    })
    expect(result.durationMs).toBe(120_000)
  })

  test('that is up for the moment of the last look has failed as well', async () => {
    const late = (seconds: number): World => {
      const { services, tasks } = world(seconds)
      const up = aTask('s_web', 'running', { atMs: START + seconds * 1000 - 100 })
      return seconds < 119 ? { services, tasks } : { services, tasks: [...crashed, up, other] }
    }
    const result = await watch(swarm(late), { timeoutMs: 120_000 })
    expect(result.services.map(s => s.outcome)).toEqual(['timed-out', 'failed'])
  })

  test('ends by itself when what it waits for is up', async () => {
    const up = (name: string) => aTask(name, 'running', { atMs: START + 45_000 })
    const db = up('s_db')
    const app = up('s_web')
    const later = (seconds: number): World =>
      seconds < 45 ? world(seconds) : { ...world(45), tasks: [db, app] }
    expect((await watch(swarm(later), { timeoutMs: 600_000 })).outcome).toBe('converged')
  })

  test('that no further try can change fails early, and the others are given up soon after', async () => {
    const err = 'starting container failed: exec: "serve": executable file not found in $PATH'
    const lasting = crashed.map(task => ({ ...task, Status: { ...task.Status, Err: err } }))
    const broken = (seconds: number): World => ({
      ...world(0),
      tasks: [...lasting.slice(0, Math.floor(seconds / 2)), next, other]
    })
    const result = await watch(swarm(broken), { timeoutMs: 600_000 })
    expect(result.services.map(s => s.outcome)).toEqual(['cancelled', 'failed'])
    expect(result.failures).toMatchObject([{ category: 'exit', error: err }])
    expect(result.durationMs).toBe(16_000)
  })

  test('of which the deploy is innocent is not counted', async () => {
    const baseline = { runningTaskIds: new Set<string>(), endedTaskIds: new Set(crashed.map(t => t.ID)) }
    expect((await watch(swarm(world), { baseline, timeoutMs: 20_000 })).outcome).toBe('timed-out')
  })
})

test('a rollback is watched to its end, and the task that SwarmKit blames is the evidence', async () => {
  const blamed = aTask('s_web', 'failed', { desired: 'shutdown', err: 'task: non-zero exit (7)' })
  const innocent = aTask('s_web', 'failed', { desired: 'shutdown', err: 'task: non-zero exit (0)' })
  const status = (State: string) => ({
    State,
    Message: `update rolled back due to failure of task ${blamed.ID}`
  })
  const result = await watch(
    swarm(seconds => ({
      services: [
        aService('s_web', { UpdateStatus: status(seconds < 25 ? 'rollback_started' : 'rollback_completed') })
      ],
      tasks: [blamed, innocent, up],
      current: [up]
    }))
  )
  expect(result).toMatchObject({ outcome: 'rolled-back', durationMs: 25_000 })
  expect(result.failures).toMatchObject([{ task: blamed.ID, error: 'task: non-zero exit (7)' }])
})

test('only the services that were asked for; one that is gone is a failure', async () => {
  const world = swarm(() => ({ services: [web, aService('s_orphan')], tasks: [up] }))
  expect((await watch(world, { services: ['s_web'] })).outcome).toBe('converged')
  const result = await watch(
    swarm(() => ({ services: [web], tasks: [up] })),
    { services: ['s_web', 's_gone'] }
  )
  expect(result.services.map(s => s.outcome)).toEqual(['converged', 'failed'])
  expect(result.failures[0]?.error).toContain('was it removed?')
})

test('a stack that is not there is not found', async () => {
  await expect(watch(swarm(() => ({ services: [], tasks: [] })))).rejects.toMatchObject({ code: 'not-found' })
})

describe('an engine that is away', () => {
  const world: World = { services: [web], tasks: [up] }
  test.each([
    ['the connection is cut', lost],
    ['the swarm has no leader', () => answered(503, 'rpc error: The swarm does not have a leader')]
  ])('for half a minute is waited for: %s', async (_, failure) => {
    const result = await watch(
      swarm(seconds => {
        if (seconds > 1 && seconds < 31) throw failure()
        return world
      })
    )
    expect(result.outcome).toBe('converged')
  })
  test('for more than a minute is lost', async () => {
    const failing = swarm(() => {
      throw lost()
    })
    await expect(watch(failing, { timeoutMs: 600_000 })).rejects.toMatchObject({ code: 'engine-lost' })
    expect(failing.fx.clock.now() - START).toBe(60_000)
  })
  test('for five minutes is waited for where the deploy has the time, and what is going on is said', async () => {
    const { engine, fx } = swarm(seconds => {
      if (seconds > 1 && seconds < 301) throw lost()
      return world
    })
    const request = { client: engine, stack: 's', timeoutMs: 600_000 }
    expect((await watchStack(request, { ...fx, awayMs: 360_000 })).outcome).toBe('converged')
    expect(fx.lines).toEqual([
      expect.stringMatching(/^the engine does not answer, trying again for up to 360 s: /),
      ...[1, 2, 3, 4].map(() =>
        expect.stringMatching(/^the engine has not answered for \d+ s, trying again for up to \d+ s more: /)
      )
    ])
    // A long silence is not filled with questions.
    expect(engine.requests.length).toBeLessThan(250)
  })
  test('that is no manager is told at once', async () => {
    const failing = swarm(() => {
      throw answered(503, 'This node is not a swarm manager. Worker nodes …')
    })
    await expect(watch(failing)).rejects.toMatchObject({
      code: 'deploy-failed',
      hint: expect.stringContaining('manager')
    })
    expect(failing.fx.clock.now()).toBe(START)
  })
})

describe('a watch that is cancelled', () => {
  const cancelledAfter = (ms: number, isAway = false) => {
    const stop = new AbortController()
    const clock = fakeClock(now => {
      if (now > START + ms) stop.abort()
    })
    const engine = fakeEngine(({ path }) => {
      if (isAway) throw lost()
      // The first request itself meets the cancellation.
      if (ms < 0 && !stop.signal.aborted) {
        stop.abort()
        throw lost()
      }
      return path === '/services' ? [web] : path === '/nodes' ? [aNode('n1')] : [starting]
    })
    return watchStack(
      { client: engine, stack: 's', timeoutMs: 60_000 },
      fakeEffects({ clock, signal: stop.signal })
    )
  }
  test('has the outcome cancelled, and says what is left', async () => {
    expect(await cancelledAfter(3000)).toMatchObject({
      outcome: 'cancelled',
      services: [{ name: 's_web', outcome: 'cancelled' }],
      leftBehind: ['s_web: new, but of its 1 tasks none runs yet']
    })
  })
  test('says so at once, too', async () => {
    expect((await cancelledAfter(-1)).leftBehind).toHaveLength(1)
  })
  test('while the engine is away, before it saw anything, is an error', async () => {
    await expect(cancelledAfter(3000, true)).rejects.toMatchObject({ code: 'cancelled' })
  })
})

test('a service that somebody else changes has failed, and why is said', async () => {
  const theirs = aService('s_web', { Spec: { TaskTemplate: { ContainerSpec: { Image: 'app:theirs' } } } })
  const result = await watch(swarm(seconds => ({ services: [seconds < 3 ? web : theirs], tasks: [up] })))
  expect(result.outcome).toBe('failed')
  expect(result.failures[0]?.error).toBe(
    'somebody else changed the service while it was watched: it is to run app:theirs now'
  )
})

test('one that somebody else scales is watched on, and said once', async () => {
  const scaled = aService('s_web', { replicas: 2 })
  const second = aTask('s_web', 'running', { slot: 2, atMs: START + 3000 })
  const seen = swarm(seconds =>
    seconds < 3 ? { services: [web], tasks: [up] } : { services: [scaled], tasks: [up, second] }
  )
  expect((await watch(seen)).services).toMatchObject([{ running: 2, wanted: 2, outcome: 'converged' }])
  expect(seen.fx.lines).toEqual(['warning: s_web: somebody else scaled it from 1 to 2 while it was watched'])
})

test('a node that died since the nodes were read is noticed before success is said', async () => {
  const clock = fakeClock()
  const engine = fakeEngine(({ path }) => {
    if (path === '/services') return [web]
    if (path === '/nodes') return [aNode('n1', { state: clock.now() - START < 2000 ? 'ready' : 'down' })]
    return [up]
  })
  const result = await watchStack({ client: engine, stack: 's', timeoutMs: 15_000 }, fakeEffects({ clock }))
  expect(result.outcome).toBe('timed-out')
})

test('a rollback that is under way at the deadline is watched to its end', async () => {
  const status = (State: string) => ({ State, Message: '' })
  const result = await watch(
    swarm(seconds => ({
      services: [
        aService('s_web', { UpdateStatus: status(seconds < 25 ? 'rollback_started' : 'rollback_completed') })
      ],
      tasks: [up]
    })),
    { timeoutMs: 20_000 }
  )
  expect(result).toMatchObject({ outcome: 'rolled-back', durationMs: 25_000 })
})
