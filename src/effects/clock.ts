import { setTimeout as delay } from 'node:timers/promises'
import { SwarmlineError } from '../errors.ts'
import type { Clock } from './effects.ts'

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    try {
      await delay(ms, undefined, signal ? { signal } : {})
    } catch (cause) {
      throw new SwarmlineError('cancelled', 'cancelled', { cause })
    }
  }
}
