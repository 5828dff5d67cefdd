import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { withLock } from '../../../src/cluster/lock.ts'

let stateDir: string
beforeEach(async () => {
  stateDir = await mkdtemp(path.join(tmpdir(), 'swarmline-lock-'))
})
afterEach(() => rm(stateDir, { recursive: true }))

test('a second one is refused at once and told who holds it; another name is free', async () => {
  await withLock(stateDir, 'a', async () => {
    await expect(withLock(stateDir, 'a', async () => 1)).rejects.toMatchObject({
      code: 'cluster-busy',
      message: `another swarmline (process ${process.pid}) is working on the swarm a now`
    })
    expect(await withLock(stateDir, 'b', async () => 2)).toBe(2)
  })
  expect(await readdir(stateDir)).toEqual([])
})

test('it is given back also when the work fails', async () => {
  await expect(withLock(stateDir, 'a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await withLock(stateDir, 'a', async () => 3)).toBe(3)
})

test.each([
  ['of a process that is gone', '{"pid":2147483646,"start":"1"}'],
  ['of a process whose number another has now', JSON.stringify({ pid: process.pid, start: '1' })],
  ['that is damaged', '{']
])('a lock %s is taken over', async (_, content) => {
  await writeFile(path.join(stateDir, '.a.lock'), content)
  expect(await withLock(stateDir, 'a', async () => 4)).toBe(4)
  expect(await readdir(stateDir)).toEqual([])
})

test('of twenty at once exactly one works', async () => {
  let most = 0
  let now = 0
  const one = () =>
    withLock(stateDir, 'a', async () => {
      most = Math.max(most, ++now)
      await new Promise(resolve => setTimeout(resolve, 30))
      now--
    })
  const ends = await Promise.allSettled(Array.from({ length: 20 }, one))
  expect(most).toBe(1)
  expect(ends.filter(end => end.status === 'fulfilled').length).toBeGreaterThanOrEqual(1)
})
