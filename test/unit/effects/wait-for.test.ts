import { describe, expect, test } from '@jest/globals'
import type { Clock } from '../../../src/effects/effects.ts'
import { waitFor } from '../../../src/effects/wait-for.ts'

/** A clock on which time passes by sleeping, and what was slept. */
function steppedClock(): Clock & { slept: number[] } {
  let now = 0
  const slept: number[] = []
  return {
    slept,
    now: () => now,
    sleep: async ms => {
      slept.push(ms)
      now += ms
    }
  }
}

describe('a wait', () => {
  test('answers what the look answers', async () => {
    let looks = 0
    const look = async () => (++looks === 3 ? 'it' : undefined)
    expect(await waitFor('it', look, { clock: steppedClock(), deadlineMs: 1000 })).toBe('it')
  })

  test('looks less often the longer it lasts', async () => {
    const clock = steppedClock()
    let looks = 0
    const never = async () => {
      looks++
      return undefined
    }
    await expect(waitFor('it', never, { clock, deadlineMs: 300_000, everyMs: 100 })).rejects.toThrow()
    expect(looks).toBeLessThan(120)
    // Nor later than by a tenth of what was waited already.
    expect(Math.max(...clock.slept)).toBeLessThanOrEqual(5_000)
    expect(clock.slept.slice(0, 3)).toEqual([100, 100, 100])
  })

  test('doubles where it is asked to, and never sleeps beyond its end', async () => {
    const clock = steppedClock()
    const options = { clock, deadlineMs: 30_000, everyMs: 1_000, mostMs: 10_000, growth: 1 }
    await expect(waitFor('it', async () => undefined, options)).rejects.toThrow()
    expect(clock.slept).toEqual([1000, 1000, 2000, 4000, 8000, 10_000, 4000])
  })

  test('says what was awaited and what was seen last', async () => {
    let looks = 0
    const look = async (see: (seen: string) => void) => {
      see(`look ${++looks}`)
      return undefined
    }
    await expect(
      waitFor('the thing', look, { clock: steppedClock(), deadlineMs: 400 })
    ).rejects.toMatchObject({
      code: 'timed-out',
      message: 'the thing: timed out after 0 s; last seen: look 3'
    })
  })
})
