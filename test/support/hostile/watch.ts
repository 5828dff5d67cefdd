import { setImmediate } from 'node:timers/promises'
import { explain, SwarmlineError } from '../../../src/errors.ts'
import { type Memory, measureMemory } from './memory.ts'

/** What is done with an input, each with its name. */
export type Readings = Readonly<Record<string, (input: string) => unknown>>

/** What may happen to an input: nothing else may. */
export type Watch = {
  /** Has an input read in every way, one after the other. A refusal of ours is as good as an answer. */
  see(input: string, readings: Readings): Promise<void>
  /** What was wrong, each with how to see it again. */
  readonly faults: string[]
  /** The most processor time that one reading took, of those that took long, and which. */
  readonly slowest: { name: string; cpuMs: number; input: string }
  /** Of a run of many, which is measured. */
  readonly memory: Memory | undefined
}

/** What no reader may come to, whatever it believes. */
const GRAVE = ['RangeError', 'SyntaxError', 'ReferenceError']
const STACK = /\n\s+at .+:\d+:\d+|node:internal/

/** What takes less by the clock takes less than a second of any processors: asking for theirs is slow. */
const LONG_MS = 50

function cpuMsNow(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** @param isLoose whether the reader believes the form of what it reads, as of an engine's own answers */
export function watch(isLoose = false): Watch {
  const faults: string[] = []
  const slowest = { name: '', cpuMs: 0, input: '' }
  const memory = process.env.SWARMLINE_HOSTILE_INPUTS ? measureMemory() : undefined
  const faultOf = (error: unknown): string | undefined => {
    const shown = explain(error)
    const isForeseen = error instanceof SwarmlineError || (isLoose && !GRAVE.includes((error as Error).name))
    if (isForeseen && !STACK.test(shown) && shown.length <= 400_000) return undefined
    return String((error as Error).stack).slice(0, 500)
  }
  return {
    faults,
    slowest,
    memory,
    see: async (input, readings) => {
      // As between any two inputs: what they left behind is cleared away only when the process is idle for a moment.
      await setImmediate()
      let before = cpuMsNow()
      for (const [name, read] of Object.entries(readings)) {
        const start = performance.now()
        try {
          await read(input)
        } catch (error) {
          const fault = faultOf(error)
          if (fault !== undefined) faults.push(`${name}: ${fault} for ${JSON.stringify(input.slice(0, 300))}`)
        }
        if (performance.now() - start < LONG_MS) continue
        const after = cpuMsNow()
        const cpuMs = after - before
        if (cpuMs > slowest.cpuMs) Object.assign(slowest, { name, cpuMs, input: input.slice(0, 300) })
        before = after
      }
      memory?.input()
    }
  }
}
