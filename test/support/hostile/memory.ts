// How much memory inputs take, garbage included: of so many at a time, which is more than one of them took.
import { readFileSync, writeFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

export type Memory = {
  /** Called behind each input. */
  input(): void
  /** The most that this process grew by, within the inputs between two clearances, in MiB. */
  grownMiB(): number
}

const CLEARED_EVERY = 1000

export function measureMemory(): Memory {
  setFlagsFromString('--expose-gc')
  const clear = runInNewContext('gc') as () => void
  let inputs = 0
  let most = 0
  let before = cleared()
  /** What the process has when nothing is left of what was; its peak begins there again. */
  function cleared(): number {
    clear()
    writeFileSync('/proc/self/clear_refs', '5')
    return peakMiB()
  }
  const grown = (): number => Math.max(most, peakMiB() - before)
  return {
    input: () => {
      if (++inputs % CLEARED_EVERY > 0) return
      most = grown()
      before = cleared()
    },
    grownMiB: grown
  }
}

const peakMiB = (): number =>
  Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024
