import { expect } from '@jest/globals'
import { garbageCollector, type Watch } from './watch.ts'

const ASKED = Number(process.env.SWARMLINE_HOSTILE_INPUTS ?? 0)
/** How many inputs each of the five families has. */
export const EACH = Math.ceil((ASKED || 2000) / 5)
export const SEED = Number(process.env.SWARMLINE_HOSTILE_SEED ?? 1)
export const collect = ASKED > 0 ? garbageCollector() : undefined

/** What is said of a family in the end. Time and memory are those of a run that was asked for. */
export function harmless({ faults, slowest, mostMiB }: Watch): void {
  expect(faults.slice(0, 5)).toEqual([])
  if (ASKED === 0) return
  expect(slowest.cpuMs > 1000 ? slowest : undefined).toBeUndefined()
  expect(mostMiB()).toBeLessThan(300)
}
