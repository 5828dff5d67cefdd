// Inputs that others wrote to do harm, of five families, a test file (hostile-*.test.ts) each: no stack trace, no file
// outside its folder, no input that takes the time or the memory of the process. There are some hundred, and a hang is
// the own one of the test; `SWARMLINE_HOSTILE_INPUTS=50000 bin/test contract -- hostile` has so many of each family, and
// measures both as well.
import { expect, jest } from '@jest/globals'
import type { Watch } from './watch.ts'

const ASKED = Number(process.env.SWARMLINE_HOSTILE_INPUTS ?? 0)
/** How many inputs each of the five families has. */
export const EACH = ASKED || 400
export const SEED = Number(process.env.SWARMLINE_HOSTILE_SEED ?? 1)
// A machine on which all this takes hours is no failure: what one input takes is measured in processor time.
if (ASKED > 0) jest.setTimeout(86_400_000)

// As in a program: Jest has ten times as much, and whatever makes an error there takes ten times as long.
Error.stackTraceLimit = 10

/**
 * What is said of a family in the end. Time and memory are those of a run that was asked for.
 */
export function harmless({ faults, slowest, memory }: Watch): void {
  expect(faults.slice(0, 5)).toEqual([])
  if (memory === undefined) return
  const { name, cpuMs } = slowest
  const grownMiB = Math.round(memory.grownMiB())
  process.stderr.write(`${EACH} inputs: ${name} took the most, ${Math.round(cpuMs)} ms; ${grownMiB} MiB\n`)
  expect(slowest.cpuMs > 1000 ? slowest : undefined).toBeUndefined()
  expect(grownMiB).toBeLessThan(300)
}
