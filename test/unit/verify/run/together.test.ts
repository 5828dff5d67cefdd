import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import type { AnyKind } from '../../../../src/verify/kind.ts'
import type { World } from '../../../../src/verify/world.ts'
import { check, kind, run } from './run-builders.ts'

// What checks that run at the same time have in common, and what they keep from each other.

// The time is the test's own.
beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] })
})
afterEach(() => {
  jest.useRealTimers()
})
/** Lets everything happen that is due within so many milliseconds. */
const pass = async (ms: number): Promise<void> => {
  await oneTurnLater()
  await jest.advanceTimersByTimeAsync(ms)
  await oneTurnLater()
}

const never = () => new Promise<never>(() => undefined)
const oneTurnLater = () => new Promise(resolve => setImmediate(resolve))

/** Something that one check waits for and another does. */
function gate() {
  let open: () => void = () => undefined
  const opened = new Promise<void>(resolve => {
    open = resolve
  })
  return { open, opened }
}

describe('turns', () => {
  const order: string[] = []
  const noting = (
    id: string,
    visits: AnyKind['visits'],
    take: (world: World) => World['turns']['visit'],
    work: () => Promise<unknown> = oneTurnLater
  ) =>
    check(
      id,
      kind(
        async world =>
          take(world)(async () => {
            order.push(`${id} begins`)
            await work()
            order.push(`${id} ends`)
            return true
          }),
        { visits }
      )
    )
  const alone = (world: World) => world.turns.alone
  const visit = (world: World) => world.turns.visit

  test('nobody makes visits while others count them', async () => {
    order.length = 0
    const checks = [noting('m', 'makes', visit), noting('c1', 'counts', alone), noting('c2', 'counts', alone)]
    expect((await run(checks)).map(v => v.status)).toEqual(['pass', 'pass', 'pass'])
    expect(order).toEqual(['c1 begins', 'c1 ends', 'c2 begins', 'c2 ends', 'm begins', 'm ends'])
  })
  test('a check that counts and fails before its turn keeps nobody waiting', async () => {
    const lost = check(
      'lost',
      kind(() => Promise.reject(new Error('lost')), { visits: 'counts' })
    )
    expect((await run([lost, noting('m', 'makes', visit)])).map(v => v.status)).toEqual([
      'inconclusive',
      'pass'
    ])
  })
  test('waiting for one takes nothing from a check’s deadline or its duration', async () => {
    const counts = noting('c', 'counts', alone, async () => pass(200))
    const waits = noting('m', 'makes', visit, async () => pass(20))
    const verdicts = await run([counts, check('m', waits.kind, { deadlineMs: 100 })])
    expect(verdicts.map(v => [v.status, v.durationMs])).toEqual([
      ['pass', 200],
      ['pass', 20]
    ])
  })
  test('what a check does in its turn takes from its deadline', async () => {
    const slow = noting('c', 'counts', alone, never)
    const running = run([check('c', slow.kind, { deadlineMs: 100 })])
    await pass(100)
    expect(await running).toMatchObject([{ status: 'inconclusive', durationMs: 100 }])
  })
  test.each([
    ['visits, but says that it makes no visits', 'none', visit],
    ['counts, but says that it counts nothing', 'makes', alone]
  ] as const)('a kind that %s is refused', async (words, visits, take) => {
    const [verdict] = await run([noting('a', visits, take)])
    expect(verdict).toMatchObject({ status: 'inconclusive', observed: expect.stringContaining(words) })
  })
})

describe('a shared measurement', () => {
  test('is made once, is not ended by one check’s deadline, and is named', async () => {
    let measured = 0
    let signalOfMeasure: AbortSignal | undefined
    const { open, opened } = gate()
    const sharing = kind(world =>
      world.share('round', async inner => {
        measured++
        signalOfMeasure = inner.signal
        await opened
        return true
      })
    )
    const running = run([
      check('a', sharing),
      check('hasty', sharing, { deadlineMs: 20 }),
      check('b', sharing),
      check(
        'apart',
        kind(world => world.share('another', async () => true))
      )
    ])
    await pass(20)
    open()
    const verdicts = await running
    expect(verdicts.map(v => v.status)).toEqual(['pass', 'inconclusive', 'pass', 'pass'])
    expect(verdicts.map(v => v.sharedWith)).toEqual([['hasty', 'b'], ['a', 'b'], ['a', 'hasty'], undefined])
    expect(measured).toBe(1)
    expect(signalOfMeasure?.aborted).toBe(false)
  })
  test('is given up when everybody has given it up', async () => {
    let signalOfMeasure: AbortSignal | undefined
    const hasty = kind(world =>
      world.share('round', inner => {
        signalOfMeasure = inner.signal
        return never()
      })
    )
    const running = run([check('a', hasty, { deadlineMs: 10 }), check('b', hasty, { deadlineMs: 20 })])
    await pass(10)
    expect(signalOfMeasure?.aborted).toBe(false)
    await pass(10)
    const verdicts = await running
    expect(verdicts.map(v => v.status)).toEqual(['inconclusive', 'inconclusive'])
    expect(signalOfMeasure?.aborted).toBe(true)
  })
  test('counts whole for whoever joins it late', async () => {
    const { open, opened } = gate()
    const early = kind(world => world.share('round', async () => opened.then(() => true)))
    const late = kind(async world => {
      await pass(50)
      const shared = world.share('round', never)
      await pass(30)
      open()
      return shared
    })
    const verdicts = await run([check('early', early), check('late', late)])
    // Of what it has in common with the other it saw the last 30 ms only.
    expect(verdicts.map(v => [v.status, v.durationMs])).toEqual([
      ['pass', 80],
      ['pass', 50 + 80]
    ])
  })
  test('that waits for its turn stops the watch of everybody who asked for it', async () => {
    const busy = kind(world => world.turns.alone(async () => pass(200).then(() => true)), {
      visits: 'counts'
    })
    const sharing = kind(
      world => world.share('round', shared => shared.turns.alone(async () => pass(30).then(() => true))),
      { visits: 'counts' }
    )
    const verdicts = await run([
      check('busy', busy),
      check('a', sharing, { deadlineMs: 100 }),
      check('b', sharing, { deadlineMs: 100 })
    ])
    expect(verdicts.map(v => [v.status, v.durationMs])).toEqual([
      ['pass', 200],
      ['pass', 30],
      ['pass', 30]
    ])
  })
})
