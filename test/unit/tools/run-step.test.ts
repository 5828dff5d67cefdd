import { afterEach, expect, test } from '@jest/globals'
import { runStep, SIGNALS } from '../../../tools/run-step.mjs'

const count = () => SIGNALS.map(signal => process.listenerCount(signal))
const before = count()
afterEach(() => expect(count()).toEqual(before))

test('a step ends with the status of its program', async () => {
  expect(await runStep([process.execPath, '-e', 'process.exit(3)'])).toBe(3)
})

test('a program that is not there is 127', async () => {
  expect(await runStep(['/no/such/program'])).toBe(127)
})

test('it hears of the signals while it runs, and leaves no listener behind', async () => {
  const running = runStep([process.execPath, '-e', ''])
  expect(count()).toEqual(before.map(listeners => listeners + 1))
  await running
})
