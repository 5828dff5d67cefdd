import { expect, test } from '@jest/globals'
import { inParallel } from '../../../../src/images/offline/in-parallel.ts'

test('keeps the order of the items and the limit', async () => {
  let running = 0
  let most = 0
  const doubled = await inParallel([3, 1, 2, 5], 2, async n => {
    most = Math.max(most, ++running)
    for (let i = 0; i < n; i++) await Promise.resolve()
    running--
    return n * 2
  })
  expect(doubled).toEqual([6, 2, 4, 10])
  expect(most).toBe(2)
  expect(await inParallel([], 2, async () => 1)).toEqual([])
})

test('a failure stops new work, waits for what runs, and is thrown', async () => {
  const begun: number[] = []
  const ended: number[] = []
  const work = inParallel([1, 2, 3, 4], 2, async n => {
    begun.push(n)
    if (n === 1) throw new Error('one')
    await new Promise(resolve => setImmediate(resolve))
    ended.push(n)
  })
  await expect(work).rejects.toThrow('one')
  expect(begun).toEqual([1, 2])
  expect(ended).toEqual([2])
})
