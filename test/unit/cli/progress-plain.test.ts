import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { plainProgress } from '../../../src/cli/progress-plain.ts'
import { SwarmlineError } from '../../../src/errors.ts'
import { fakeScreen } from './fake-door.ts'

beforeEach(() => void jest.useFakeTimers({ now: 0 }))
afterEach(() => void jest.useRealTimers())

function display(given: { isVerbose?: boolean; signal?: AbortSignal } = {}) {
  const screen = fakeScreen()
  const progress = plainProgress({
    screen,
    look: { hasColor: false, hasUnicode: true, width: 80 },
    isVerbose: false,
    clock: { now: () => Date.now() },
    signal: new AbortController().signal,
    ...given
  })
  return { screen, progress, lines: () => screen.text().split('\n').slice(0, -1) }
}
const pause = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))

test('a step is one line, when it ends', async () => {
  const { progress, lines } = display()
  const step = progress.log.step('Raise', async update => {
    update('halfway')
    await pause(2500)
    return 7
  })
  expect(lines()).toEqual([])
  await jest.advanceTimersByTimeAsync(2500)
  expect(await step).toBe(7)
  expect(lines()).toEqual(['done: Raise (2.5 s)'])
})

test('a failed step says how far it came, and what it threw goes on', async () => {
  const { progress, lines } = display()
  const step = progress.log.step('Raise', async update => {
    update('worker2')
    throw new Error('died')
  })
  await expect(step).rejects.toThrow('died')
  expect(lines()).toEqual(['failed: Raise (0.0 s): worker2'])
})

test('what fails after a cancellation was cancelled', async () => {
  const { progress, lines } = display({ signal: AbortSignal.abort() })
  const step = progress.log.step('Raise', async () => {
    throw new Error('exit 130')
  })
  await expect(step).rejects.toThrow()
  expect(lines()).toEqual(['cancelled: Raise (0.0 s)'])
})

test('nested steps that run side by side keep their parents', async () => {
  const { progress, lines } = display()
  const node = (name: string, ms: number) => progress.log.step(name, () => pause(ms))
  const both = progress.log.step('Raise', () => Promise.all([node('a', 3000), node('b', 1000)]))
  const other = progress.log.step('Other', () => pause(2000))
  await jest.advanceTimersByTimeAsync(3000)
  await Promise.all([both, other])
  expect(lines()).toEqual([
    'done: Raise › b (1.0 s)',
    'done: Other (2.0 s)',
    'done: Raise › a (3.0 s)',
    'done: Raise (3.0 s)'
  ])
})

test('a long step is heard of every 15 s, by its innermost part', async () => {
  const { progress, lines } = display()
  const step = progress.log.step('Raise', () =>
    progress.log.step('a', async update => {
      update('waits')
      await pause(40_000)
    })
  )
  await jest.advanceTimersByTimeAsync(31_000)
  expect(lines()).toEqual(['running: Raise › a (15 s): waits', 'running: Raise › a (30 s): waits'])
  await jest.advanceTimersByTimeAsync(10_000)
  await step
  progress.stop()
  await jest.advanceTimersByTimeAsync(60_000)
  expect(lines()).toHaveLength(4)
})

test('a display that was stopped says no more of what still runs', async () => {
  const { progress, lines } = display()
  void progress.log.step('Raise', () => pause(60_000))
  progress.stop()
  await jest.advanceTimersByTimeAsync(30_000)
  expect(lines()).toEqual([])
})

test('warnings stand out, debug lines need --verbose, and foreign text is harmless', () => {
  const quiet = display()
  quiet.progress.log.debug('detail')
  quiet.progress.log.warn('careful \u001b[2J')
  expect(quiet.lines()).toEqual(['warning: careful \ufffd[2J'])
  const verbose = display({ isVerbose: true })
  verbose.progress.log.debug('detail')
  expect(verbose.lines()).toEqual(['detail'])
})

test('what was told to stop because other work failed was cancelled', async () => {
  const { progress, lines } = display()
  const step = progress.log.step('Make alpine', async () => {
    throw new SwarmlineError('cancelled', 'cancelled')
  })
  await expect(step).rejects.toThrow()
  expect(lines()).toEqual(['cancelled: Make alpine (0.0 s)'])
})
