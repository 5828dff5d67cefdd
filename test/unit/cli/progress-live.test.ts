import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { liveProgress } from '../../../src/cli/progress-live.ts'
import { fakeScreen } from './fake-door.ts'
import { screenAfter } from './terminal.ts'

beforeEach(() => void jest.useFakeTimers({ now: 0 }))
afterEach(() => void jest.useRealTimers())

function display(columns = 60, rows = 10) {
  const screen = fakeScreen({ isTTY: true, columns, rows })
  const progress = liveProgress({
    screen,
    look: { hasColor: false, hasUnicode: true, width: columns },
    isVerbose: false,
    clock: { now: () => Date.now() },
    signal: new AbortController().signal
  })
  return { screen, progress, shown: () => screenAfter(screen.text()) }
}
const pause = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))

test('running steps are redrawn in place; what ended stays once', async () => {
  const { progress, shown } = display()
  const node = (name: string, ms: number) =>
    progress.log.step(name, async update => {
      update('engine')
      await pause(ms)
    })
  const step = progress.log.step('Raise', () => Promise.all([node('a', 1000), node('b', 3000)]))
  await jest.advanceTimersByTimeAsync(2000)
  expect(shown()).toEqual(['⠋ Raise  2.0 s', '  ✔ a  1.0 s', '  ⠋ b  2.0 s  engine'])
  await jest.advanceTimersByTimeAsync(1000)
  await step
  expect(shown()).toEqual(['✔ Raise  3.0 s'])
})

test('warnings and information survive above the steps', async () => {
  const { progress, shown } = display()
  const step = progress.log.step('Raise', () => pause(1000))
  progress.log.warn('careful')
  progress.log.info('so it is')
  expect(shown()).toEqual(['⚠ careful', 'so it is', '⠋ Raise  0.0 s'])
  await jest.advanceTimersByTimeAsync(500)
  expect(shown()).toEqual(['⚠ careful', 'so it is', '⠴ Raise  0.5 s'])
  await jest.advanceTimersByTimeAsync(500)
  await step
  progress.log.warn('later')
  expect(shown()).toEqual(['⚠ careful', 'so it is', '✔ Raise  1.0 s', '⚠ later'])
})

test('a failure shows the way to what failed', async () => {
  const { progress, shown } = display()
  const step = progress.log.step('Raise', () =>
    Promise.all([
      progress.log.step('a', async () => undefined),
      progress.log.step('b', async update => {
        update('engine')
        throw new Error('died')
      })
    ])
  )
  await expect(step).rejects.toThrow('died')
  expect(shown()).toEqual(['✖ Raise  0.0 s', '  ✖ b  0.0 s  engine'])
})

test.each([20, 40, 80])('no line is wider than %i columns', async columns => {
  const { progress, shown } = display(columns)
  void progress.log.step('A title that is longer than any narrow terminal', update => {
    update('日本語 and \u001b[2J a detail that is long as well'.repeat(3))
    return pause(60_000)
  })
  await jest.advanceTimersByTimeAsync(1000)
  expect(shown()).toHaveLength(1)
  expect(shown()[0]).toMatch(/1\.0 s/)
  progress.stop()
})

test('more steps than rows: the ended ones go first, and the screen never overflows', async () => {
  const { progress, shown } = display(60, 6)
  void progress.log.step('Raise', () =>
    Promise.all(
      Array.from({ length: 8 }, (_, i) => progress.log.step(`node${i}`, () => pause(i < 6 ? 100 : 9000)))
    )
  )
  await jest.advanceTimersByTimeAsync(1000)
  expect(shown().map(line => line.trim().split(' ')[1])).toEqual(['Raise', 'node5', 'node6', 'node7'])
  progress.stop()
})

test("a step's table is redrawn below it, within the screen, and goes with it", async () => {
  const { progress, shown } = display(60, 8)
  const rows = (...states: string[]) => ({
    head: ['task', 'state'],
    rows: states.map((state, i) => ({ tone: 'good' as const, cells: [`web.${i + 1}`, state] }))
  })
  const step = progress.log.step('Wait', async update => {
    update('0/2', rows('preparing', 'new'))
    await pause(1000)
    update('2/2', rows('running', '\u001b[2Jrunning'))
    await pause(1000)
    update('9/9', rows(...Array.from({ length: 9 }, () => 'running')))
    await pause(1000)
  })
  await jest.advanceTimersByTimeAsync(500)
  expect(shown().slice(1)).toEqual(['  task   state', '  web.1  preparing', '  web.2  new'])
  await jest.advanceTimersByTimeAsync(1000)
  expect(shown().slice(1)).toEqual(['  task   state', '  web.1  running', '  web.2  \ufffd[2Jrunning'])
  await jest.advanceTimersByTimeAsync(1000)
  expect(shown()).toHaveLength(6)
  expect(shown().at(-1)).toBe('  … and 6 more, all well')
  await jest.advanceTimersByTimeAsync(1000)
  await step
  expect(shown()).toEqual(['✔ Wait  3.0 s'])
})

test('stopping leaves nothing of the region, and the cursor is shown again', async () => {
  const { progress, shown } = display()
  void progress.log.step('Raise', () => pause(60_000))
  await jest.advanceTimersByTimeAsync(300)
  expect(progress.running()).toEqual(['Raise'])
  progress.stop()
  expect(shown()).toEqual([])
})
