import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import type { EngineClient } from '../../../../src/docker/client.ts'
import { paceOf } from '../../../../src/plain/pace.ts'
import { runInContainer } from '../../../../src/verify/looking/exec.ts'
import type { SwarmChange } from '../../../../src/verify/run/changes.rules.ts'
import type { Meanwhile } from '../../../../src/verify/run/settle.rules.ts'
import type { Vigil } from '../../../../src/verify/run/vigil.ts'
import type { World } from '../../../../src/verify/world.ts'
import { fakeEngine } from '../../../support/fake-engine.ts'
import { check, kind, run } from './run-builders.ts'

// How many checks run at once, and what becomes of those that ran while the swarm was not well.

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] })
})
afterEach(() => {
  jest.useRealTimers()
})
const never = () => new Promise<never>(() => undefined)
const soon = () => new Promise(resolve => setImmediate(resolve))
const pass = async (ms: number): Promise<void> => {
  await soon()
  await jest.advanceTimersByTimeAsync(ms)
  await soon()
}

/** A swarm of this pace; what happens to it while checks are measured, the first measurement first. */
function vigilOf(atOnce: number, happenings: Partial<Meanwhile>[] = [], patience = 1): Vigil {
  const next = happenings.values()
  return {
    pace: () => ({ ...paceOf([]), atOnce, patience }),
    isOverloaded: () => false,
    onPace: () => undefined,
    look: async () => undefined,
    during: () => ({ overload: undefined, isSlow: false, changes: [], ...next.next().value }),
    rest: async () => true,
    serviceId: name => `id-${name}`,
    close: () => undefined
  }
}

describe('checks take their turn by the pace', () => {
  const busy = { most: 0, now: 0, begun: [] as string[] }
  const working = (id: string, ms: number, over: Parameters<typeof check>[2] = {}) =>
    check(
      id,
      kind(async () => {
        busy.begun.push(id)
        busy.most = Math.max(busy.most, ++busy.now)
        await pass(ms)
        busy.now--
        return true
      }),
      over
    )
  beforeEach(() => void Object.assign(busy, { most: 0, now: 0, begun: [] }))

  test.each([1, 2, 5])('%i at once', async atOnce => {
    const checks = ['a', 'b', 'c', 'd', 'e'].map(id => working(id, 10))
    const verdicts = await run(checks, { vigil: vigilOf(atOnce) })
    expect(verdicts.map(verdict => verdict.status)).toEqual(Array(5).fill('pass'))
    expect(busy.most).toBe(atOnce)
  })
  test('a deadline runs from when a check begins, not from when it was queued', async () => {
    const checks = ['a', 'b', 'c'].map(id => working(id, 80, { deadlineMs: 100 }))
    const verdicts = await run(checks, { vigil: vigilOf(1) })
    expect(verdicts.map(verdict => [verdict.status, verdict.durationMs])).toEqual(Array(3).fill(['pass', 80]))
  })
  test('a slow swarm has more time, unless the suite says how much', async () => {
    const slow = { visits: 'none' as const, deadlineMs: () => 100 }
    const work = () => pass(250).then(() => true)
    const checks = [check('a', kind(work, slow)), check('b', kind(work, slow), { deadlineMs: 100 })]
    const verdicts = await run(checks, { vigil: vigilOf(1, [], 3) })
    expect(verdicts.map(verdict => verdict.status)).toEqual(['pass', 'inconclusive'])
  })
  test('who waits for another check leaves his place to it, whoever comes first', async () => {
    const counts = kind(
      world => world.share('round', shared => shared.turns.alone(async () => pass(5).then(() => true))),
      { visits: 'counts' }
    )
    const idle = kind(
      world =>
        world.share('idle', shared => shared.turns.still('web', async () => pass(50).then(() => true))),
      { visits: 'counts' }
    )
    const visits = kind(world => world.turns.visit(async () => true), { visits: 'makes' })
    const both = kind(async world => {
      const all = [world.share('one', async () => true), world.share('two', () => world.share('one', never))]
      return (await Promise.all(all)).every(Boolean)
    })
    const checks = [
      check('v1', visits),
      check('b1', both),
      check('c1', counts),
      check('i1', idle),
      check('c2', counts),
      check('i2', idle),
      check('b2', both),
      check('v2', visits)
    ]
    for (const order of [checks, checks.toReversed()]) {
      const verdicts = await run(order, { vigil: vigilOf(1) })
      expect(verdicts.map(verdict => verdict.status)).toEqual(Array(8).fill('pass'))
    }
  })
  test('while one waits that nobody visits, others are checked', async () => {
    const idle = kind(world => world.turns.still('web', () => pass(100).then(() => true)), {
      visits: 'counts'
    })
    const verdicts = await run([working('a', 10), check('idle', idle), working('b', 10)], {
      vigil: vigilOf(1)
    })
    expect(verdicts.map(verdict => verdict.status)).toEqual(['pass', 'pass', 'pass'])
    expect(busy.begun).toEqual(['a', 'b'])
  })
})

describe('a stalled exec', () => {
  const engine: EngineClient = {
    ...fakeEngine(() => ({ Id: 'e1' })),
    stream: (_method, _path, options) =>
      new Promise((_, reject) => options?.signal?.addEventListener('abort', () => reject(new Error('cut'))))
  }
  const stalled = kind((world: World) =>
    runInContainer(engine, 'c1', { argv: ['cat'], timeoutMs: 3_600_000 }, world)
  )
  test('neither fails its check nor holds up another', async () => {
    const ended: string[] = []
    const other = (id: string) =>
      check(
        id,
        kind(async () => ended.push(id) > 0)
      )
    const running = run([check('stuck', stalled), other('a'), other('b')], { vigil: vigilOf(1) })
    await pass(20_000)
    expect(ended).toEqual(['a', 'b'])
    await pass(60_000)
    expect((await running).map(verdict => verdict.status)).toEqual(['inconclusive', 'pass', 'pass'])
  })
})

describe('a failure', () => {
  const overload = { overload: 'the engine took 2.0 s to answer' }
  const replaced: SwarmChange = {
    kind: 'task',
    serviceId: 'id-web',
    text: 'web.2 on worker1 was replaced at 12:03:04',
    sinceMs: 0,
    seenMs: 0
  }
  const down: SwarmChange = { kind: 'node', text: 'worker1 went down at 12:03:04', sinceMs: 0, seenMs: 0 }
  const measuring = (seen: (true | 'rubbish')[], over: Parameters<typeof kind>[1] = {}) => {
    const each = seen.values()
    return check(
      'a',
      kind(async () => each.next().value ?? 'measured too often', over)
    )
  }
  test.each<[string, (true | 'rubbish')[], Partial<Meanwhile>[], string, string]>([
    ['on a quiet swarm is one', ['rubbish'], [{}], 'fail', 'saw rubbish'],
    ['on an overloaded one may be none: measured again', ['rubbish', true], [overload, {}], 'pass', 'yes'],
    ['is one when it fails alone as well', ['rubbish', 'rubbish'], [overload, {}], 'fail', 'saw rubbish'],
    [
      'cannot be settled where that is overloaded as well',
      ['rubbish', 'rubbish'],
      [overload, overload],
      'inconclusive',
      'too much to do while this was checked: the engine took 2.0 s to answer'
    ],
    ['on a slow swarm is measured again', ['rubbish', true], [{ isSlow: true }, {}], 'pass', 'yes'],
    [
      'may come of a task that was replaced',
      ['rubbish'],
      [{ changes: [replaced] }],
      'inconclusive',
      'web.2 on worker1 was replaced at 12:03:04 while this was checked; seen was: saw rubbish'
    ],
    ['or of a node', ['rubbish'], [{ changes: [down] }], 'inconclusive', 'worker1 went down at 12:03:04'],
    [
      'is measured again where both were so, and then counts',
      ['rubbish', 'rubbish'],
      [{ ...overload, changes: [down] }, {}],
      'fail',
      'saw rubbish'
    ]
  ])('%s', async (_, seen, happenings, status, observed) => {
    const [verdict] = await run([measuring(seen)], { vigil: vigilOf(4, happenings) })
    expect(verdict).toMatchObject({ status, observed: expect.stringContaining(observed) })
  })
  test('what passed stays, whatever happened', async () => {
    const [verdict] = await run([measuring([true])], {
      vigil: vigilOf(4, [{ ...overload, changes: [down, replaced] }])
    })
    expect(verdict?.status).toBe('pass')
  })
  test.each<[string, Parameters<typeof kind>[1], SwarmChange, string]>([
    ['of a spec comes of no task', { looksAt: 'specs' }, replaced, 'fail'],
    ['of a spec comes of no node', { looksAt: 'specs' }, down, 'fail'],
    ['of the nodes comes of no task', { looksAt: 'nodes' }, replaced, 'fail'],
    ['of the nodes may come of a node', { looksAt: 'nodes' }, down, 'inconclusive'],
    ['of a check that takes nodes away is its own', { isDisturbing: true }, down, 'fail'],
    [
      'of a check that disturbs another service may come of it',
      { isDisturbing: true, disturbs: () => 'service' },
      { ...replaced, serviceId: 'id-redis' },
      'inconclusive'
    ],
    [
      'of a check that replaced the task itself does not',
      { isDisturbing: true, disturbs: () => 'service' },
      replaced,
      'fail'
    ]
  ])('%s', async (_, over, change, status) => {
    const broken = { ...measuring(['rubbish'], over), params: { service: 'web' } }
    const [verdict] = await run([broken], {
      vigil: vigilOf(4, [{ changes: [change] }]),
      isDisruptionAllowed: true
    })
    expect(verdict?.status).toBe(status)
  })
  test('of a check that disturbs is measured again after it was undone', async () => {
    const order: string[] = []
    const seen = ['rubbish', true].values()
    const disturbing = kind(
      async world => {
        world.undo('undo', async () => void order.push('undone'))
        order.push('done')
        return seen.next().value
      },
      { isDisturbing: true }
    )
    const [verdict] = await run([check('a', disturbing)], {
      vigil: vigilOf(4, [overload, {}]),
      isDisruptionAllowed: true
    })
    expect(order).toEqual(['done', 'undone', 'done', 'undone'])
    expect(verdict?.status).toBe('pass')
  })
})
