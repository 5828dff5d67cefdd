// What is derived from a sample, on the sample as it is and after somebody had his hands in it.
import type { Verdict } from '../../../src/verify/verdict.ts'
import type { Ground } from './ground.ts'
import { intruderIsGone, type Sample } from './sample.ts'

export type Examined = {
  /** The suite as it is written, and again after it was changed by hand. */
  text: string
  textAfter: string
  /** What is told not to be checked. */
  unasked: string[]
  derived: Verdict[]
  written: Verdict[]
  byHand: Verdict[]
}

/** Deploys it, verifies it three times, and removes it, whatever happens. */
export async function examine(sample: Sample, on: Ground): Promise<Examined> {
  const { stack, text, files = {}, byHand, silenced = [] } = sample
  const file = `${stack}.suite.yml`
  await sample.before?.(on)
  try {
    await on.deploy(stack, text(on.subnet), files)
    await on.settle(stack)
    const derived = await on.verify(stack)
    const suite = await on.init(stack, file)
    const written = await on.verify(stack, file)
    for (const hand of byHand) await hand(on)
    await on.settle(stack)
    for (const service of silenced) await on.inTasks(service, 'kill $(cat /pids)')
    // A node that is paused changes on how many a global service must run.
    const textAfter = await on.init(stack, `${stack}.after.yml`)
    await on.docker('node', 'update', '--availability', 'pause', 'worker2')
    const after = await on.verify(stack, file)
    return {
      text: suite,
      textAfter,
      unasked: derived.unasked,
      derived: derived.verdicts,
      written: written.verdicts,
      byHand: after.verdicts
    }
  } finally {
    await on.docker('node', 'update', '--availability', 'active', 'worker2')
    await intruderIsGone(on)
    await on.remove(stack)
    await sample.after?.(on)
  }
}
