import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { explain, SwarmlineError } from '../../../src/errors.ts'

/** What may happen to an input: nothing else may. */
export type Watch = {
  /** Runs one reading. A refusal of ours is as good as an answer. */
  see(name: string, input: string, work: () => unknown): Promise<void>
  /** What was wrong, each with how to see it again. */
  readonly faults: string[]
  /** The most processor time that one took, and which. */
  readonly slowest: { name: string; cpuMs: number; input: string }
  /** The most memory that one input took, garbage included, in MiB: of the long ones, where it is measured. */
  mostMiB(): number
}

/** What no reader may come to, whatever it believes. */
const GRAVE = ['RangeError', 'SyntaxError', 'ReferenceError']
const STACK = /\n\s+at .+:\d+:\d+|node:internal/

const LONG = 20_000

const memory = (): number => {
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

/** Takes garbage away at once, so that what an input takes can be told from what was there. */
export function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc') as () => void
}

/** @param isLoose whether the reader believes the form of what it reads, as of an engine's own answers */
export function watch(isLoose = false, collect?: () => void): Watch {
  let most = 0
  const faults: string[] = []
  const slowest = { name: '', cpuMs: 0, input: '' }
  return {
    faults,
    slowest,
    mostMiB: () => Math.round(most / 1024 / 1024),
    see: async (name, input, work) => {
      const isWeighed = collect !== undefined && input.length > LONG
      if (isWeighed) collect()
      const held = memory()
      const before = process.cpuUsage()
      try {
        await work()
      } catch (error) {
        const shown = explain(error)
        const isForeseen =
          error instanceof SwarmlineError || (isLoose && !GRAVE.includes((error as Error).name))
        if (!isForeseen || STACK.test(shown) || shown.length > 400_000)
          faults.push(
            `${name}: ${String((error as Error).stack).slice(0, 500)} for ${JSON.stringify(input.slice(0, 300))}`
          )
      }
      const { user, system } = process.cpuUsage(before)
      const cpuMs = (user + system) / 1000
      if (cpuMs > slowest.cpuMs) Object.assign(slowest, { name, cpuMs, input: input.slice(0, 300) })
      if (isWeighed) most = Math.max(most, memory() - held)
    }
  }
}
