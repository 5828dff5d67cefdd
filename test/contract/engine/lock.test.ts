import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { withLock } from '../../../src/engine/lock.ts'
import { realEffects } from '../../support/real-effects.ts'

let folder: string
let path: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'swarmline-lock-'))
  path = join(folder, 'build.lock')
})
afterEach(() => rmSync(folder, { recursive: true }))

const options = { what: 'building', deadlineMs: 5000 }

test('one at a time, the others after it, and nothing stays', async () => {
  const fx = realEffects()
  let inside = 0
  let most = 0
  const work = async () => {
    most = Math.max(most, ++inside)
    await fx.clock.sleep(5)
    inside--
  }
  await Promise.all([1, 2, 3].map(() => withLock(path, options, fx, work)))
  expect(most).toBe(1)
  expect(readdirSync(folder)).toEqual([])
  expect(fx.lines.join()).toContain(`another run (process ${process.pid}) is doing this`)
})

test.each([
  ['is dead', 2 ** 22 + 1, '1'],
  ['had this pid before', process.pid, '1']
])('the lock of a process that %s is taken over', async (_, pid, pidStart) => {
  writeFileSync(path, JSON.stringify({ pid, pidStart, token: `${path}.gone` }))
  expect(await withLock(path, options, realEffects(), async () => 'done')).toBe('done')
  expect(readdirSync(folder)).toEqual([])
})

test('work that fails gives the lock back', async () => {
  const failing = withLock(path, options, realEffects(), () => Promise.reject(new Error('no')))
  await expect(failing).rejects.toThrow('no')
  expect(readdirSync(folder)).toEqual([])
})

test('waiting ends with its deadline or with a cancellation', async () => {
  const abort = new AbortController()
  await withLock(path, options, realEffects(), async () => {
    const waiting = (deadlineMs: number, fx = realEffects(abort)) =>
      withLock(path, { what: 'building', deadlineMs }, fx, async () => undefined)
    await expect(waiting(0)).rejects.toMatchObject({ code: 'timed-out' })
    const cancelled = waiting(60_000)
    abort.abort()
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' })
  })
})
