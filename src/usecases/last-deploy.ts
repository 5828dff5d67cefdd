import type { EngineClient } from '../docker/client.ts'
import { persist } from '../docker/persist.ts'
import type { ApiService } from '../docker/types.ts'
import type { Effects } from '../effects/effects.ts'
import { readRecords, readSpecs } from '../stack/kept/kept.ts'
import { isRunJobSpec } from '../stack/plan/plan.rules.ts'
import { ofStack } from '../stack/plan/plan.ts'
import type { Deployed } from '../verify/verify.ts'

/**
 * What the last deploy of a stack asked for, which is what should run; one that was taken back left what the one before
 * had asked for. `undefined` where none is on record, or one did not end well: what should run is not known then.
 * A job before or after a deploy is among it as long as it is there: a way back removes one that is not what it was.
 *
 * @throws `engine-lost`, `cancelled`
 */
export async function lastDeploy(
  stack: string,
  manager: EngineClient,
  fx: Pick<Effects, 'clock' | 'signal'>
): Promise<Deployed | undefined> {
  const records = await readRecords(manager, stack, fx)
  const last = records.find(({ outcome, undone }) => outcome !== 'rolled-back' && undone !== 'restored')
  const specs = last?.outcome === 'converged' ? readSpecs(last) : undefined
  if (!specs || !last) return undefined
  const query = ofStack(stack)
  const running =
    (await persist(
      () => manager.json<ApiService[] | null>('GET', '/services', { query, signal: fx.signal }),
      fx
    )) ?? []
  const isThere = (name: string): boolean => running.some(({ Spec }) => Spec.Name === name)
  return {
    seq: last.seq,
    services: specs.services.filter(spec => !isRunJobSpec(spec) || isThere(spec.Name))
  }
}
