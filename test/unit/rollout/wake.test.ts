import { Readable } from 'node:stream'
import { expect, test } from '@jest/globals'
import { openWake } from '../../../src/rollout/wake.ts'
import { fakeEngine } from '../../support/fake-engine.ts'

/** A clock on which a sleep ends when the test says so. */
function handClock() {
  const sleeps: { ms: number; end: () => void }[] = []
  const sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      sleeps.push({ ms, end: resolve })
      signal?.addEventListener('abort', () => reject(new Error('aborted')))
    })
  return { clock: { now: () => 0, sleep }, sleeps }
}

const settle = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

function setUp() {
  const events = new Readable({ read: () => undefined })
  const engine = { ...fakeEngine(() => []), stream: async () => events as never }
  const { clock, sleeps } = handClock()
  const stop = new AbortController()
  const wake = openWake(engine, clock, stop.signal)
  return { events, sleeps, stop, wake }
}

test('an event ends the sleep, but not before the least time', async () => {
  const { events, sleeps, wake } = setUp()
  let isAwake = false
  const sleep = wake.sleep(1000, 300).then(() => {
    isAwake = true
  })
  events.push('{}')
  await settle()
  expect([isAwake, sleeps.map(s => s.ms)]).toEqual([false, [300]])
  sleeps[0]?.end()
  await sleep
  expect(sleeps.map(s => s.ms)).toEqual([300])
})

test('without an event it sleeps its time; one in the second part ends it', async () => {
  const { events, sleeps, wake } = setUp()
  const sleep = wake.sleep(1000, 300)
  sleeps[0]?.end()
  await settle()
  expect(sleeps.map(s => s.ms)).toEqual([300, 700])
  events.push('{}')
  await sleep
})

test('an abort ends it with an error', async () => {
  const { sleeps, stop, wake } = setUp()
  const sleep = wake.sleep(1000, 300)
  sleeps[0]?.end()
  await settle()
  stop.abort()
  await expect(sleep).rejects.toThrow('aborted')
})
