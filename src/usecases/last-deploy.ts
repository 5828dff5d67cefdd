import type { EngineClient } from '../docker/client.ts'
import type { Effects } from '../effects/effects.ts'
import { readRecords, readSpecs } from '../stack/kept/kept.ts'
import type { Deployed } from '../verify/verify.ts'

/**
 * What the last deploy of a stack asked for, which is what should run; one that was taken back left what the one before
 * had asked for. `undefined` where none is on record, or one did not end well: what should run is not known then.
 *
 * @throws `engine-lost`, `cancelled`
 */
export async function lastDeploy(
  stack: string,
  manager: EngineClient,
  fx: Pick<Effects, 'clock' | 'signal'>
): Promise<Deployed | undefined> {
  const records = await readRecords(manager, stack, fx)
  const last = records.find(({ outcome }) => outcome !== 'rolled-back')
  const specs = last?.outcome === 'converged' ? readSpecs(last) : undefined
  return specs && last ? { seq: last.seq, services: specs.services } : undefined
}
