// The real effects with a log that a test can read afterwards.
import { systemClock } from '../../src/effects/clock.ts'
import type { Effects } from '../../src/effects/effects.ts'
import { createExec } from '../../src/effects/exec.ts'

/** `lines` holds everything that was logged, titles of steps included. */
export function recordedEffects(signal: AbortSignal = new AbortController().signal): {
  fx: Effects
  lines: string[]
} {
  const lines: string[] = []
  const add = (line: string) => void lines.push(line)
  return {
    lines,
    fx: {
      exec: createExec(signal),
      clock: systemClock,
      signal,
      log: {
        info: add,
        debug: add,
        warn: add,
        step: (title, run) => {
          add(title)
          return run(add)
        }
      }
    }
  }
}
