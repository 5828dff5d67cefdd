import { expect, test } from '@jest/globals'
import type { Effects } from '../../../src/effects/effects.ts'
import { together } from '../../../src/effects/together.ts'
import { SwarmlineError } from '../../../src/errors.ts'
import { recordedEffects } from '../../support/effects.ts'

/** A work that goes on until it is cancelled, and then takes `steps` turns to clean up. */
const patient = (signal: AbortSignal, log: string[], steps = 3): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', async () => {
      for (let i = 0; i < steps; i++) await Promise.resolve()
      log.push('cleaned up')
      reject(new SwarmlineError('cancelled', 'cancelled'))
    })
  })

test('answers with every value, in order', async () => {
  expect(
    await together<[number, string]>(recordedEffects().fx, () => [Promise.resolve(1), Promise.resolve('b')])
  ).toEqual([1, 'b'])
})

test('the first failure cancels the others, and is thrown when they have cleaned up', async () => {
  const log: string[] = []
  const works = together<[never, never]>(recordedEffects().fx, within => [
    patient(within.signal, log),
    Promise.reject(new Error('first'))
  ])
  await expect(works).rejects.toThrow('first')
  expect(log).toEqual(['cleaned up'])
})

test('a cancellation from outside reaches every work', async () => {
  const outside = new AbortController()
  const log: string[] = []
  const fx: Effects = { ...recordedEffects().fx, signal: outside.signal }
  const works = together<[never, never]>(fx, within => [
    patient(within.signal, log),
    patient(within.signal, log)
  ])
  outside.abort()
  await expect(works).rejects.toMatchObject({ code: 'cancelled' })
  expect(log).toHaveLength(2)
})
