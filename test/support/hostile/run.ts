import { expect, jest } from '@jest/globals'
import { garbageCollector, type Watch } from './watch.ts'

const ASKED = Number(process.env.SWARMLINE_HOSTILE_INPUTS ?? 0)
/** How many inputs each of the five families has. */
export const EACH = Math.ceil((ASKED || 2000) / 5)
export const SEED = Number(process.env.SWARMLINE_HOSTILE_SEED ?? 1)
export const collect = ASKED > 0 ? garbageCollector() : undefined
// A machine on which all this takes hours is no failure: what one input takes is measured in processor time.
if (ASKED > 0) jest.setTimeout(86_400_000)

/** What is said of a family in the end. Time and memory are those of a run that was asked for. */
export function harmless({ faults, slowest, mostMiB }: Watch): void {
  expect(faults.slice(0, 5)).toEqual([])
  if (ASKED === 0) return
  const { name, cpuMs } = slowest
  process.stderr.write(`${EACH} inputs: ${name} took the most, ${Math.round(cpuMs)} ms; ${mostMiB()} MiB\n`)
  expect(slowest.cpuMs > 1000 ? slowest : undefined).toBeUndefined()
  expect(mostMiB()).toBeLessThan(300)
}
