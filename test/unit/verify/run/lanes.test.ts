import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { createLanes, type Lane } from '../../../../src/verify/run/lanes.ts'

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] })
})
afterEach(() => {
  jest.useRealTimers()
})

const { signal } = new AbortController()
const soon = () => new Promise(resolve => setImmediate(resolve))

function entering(lanes: ReturnType<typeof createLanes>) {
  const entered: string[] = []
  const held = new Map<string, Lane>()
  const enter = (name: string, isGoingOn = false) =>
    void lanes.enter(signal, isGoingOn).then(lane => {
      entered.push(name)
      held.set(name, lane)
    })
  return { entered, enter, leave: (name: string) => held.get(name)?.leave() }
}

test('no more than the limit at once, in their order, and who goes on comes first', async () => {
  const { entered, enter, leave } = entering(
    createLanes(
      () => 2,
      () => true
    )
  )
  for (const name of ['a', 'b', 'c', 'd']) enter(name)
  enter('goes on', true)
  await soon()
  expect(entered).toEqual(['a', 'b'])
  leave('a')
  leave('a')
  await soon()
  expect(entered).toEqual(['a', 'b', 'goes on'])
  leave('b')
  leave('goes on')
  await soon()
  expect(entered).toEqual(['a', 'b', 'goes on', 'c', 'd'])
})

test('follows a limit that rises and falls; one is always let in', async () => {
  let limit = 0
  const lanes = createLanes(
    () => limit,
    () => true
  )
  const { entered, enter, leave } = entering(lanes)
  for (const name of ['a', 'b', 'c']) enter(name)
  await soon()
  expect(entered).toEqual(['a'])
  limit = 3
  lanes.look()
  await soon()
  expect(entered).toEqual(['a', 'b', 'c'])
  limit = 1
  enter('d')
  leave('a')
  leave('b')
  await soon()
  expect(entered).toEqual(['a', 'b', 'c'])
  leave('c')
  await soon()
  expect(entered).toEqual(['a', 'b', 'c', 'd'])
})

test('the place of somebody who has not moved for long is lent, but not where that would do harm', async () => {
  let mayLend = false
  const lanes = createLanes(
    () => 1,
    () => mayLend
  )
  const { entered, enter } = entering(lanes)
  enter('stuck')
  enter('next')
  await jest.advanceTimersByTimeAsync(60_000)
  await soon()
  expect(entered).toEqual(['stuck'])
  mayLend = true
  lanes.look()
  await soon()
  expect(entered).toEqual(['stuck', 'next'])
})

test('who gives up waiting takes nobody’s place', async () => {
  const lanes = createLanes(
    () => 1,
    () => true
  )
  const first = await lanes.enter(signal, false)
  const stop = new AbortController()
  const given = lanes.enter(stop.signal, false)
  const next = lanes.enter(signal, false)
  stop.abort()
  await expect(given).rejects.toMatchObject({ code: 'cancelled' })
  first.leave()
  await expect(next).resolves.toBeDefined()
  await expect(lanes.enter(stop.signal, true)).rejects.toMatchObject({ code: 'cancelled' })
})
