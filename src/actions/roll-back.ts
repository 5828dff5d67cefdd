import type { SwarmlineError } from '../errors.ts'
import { DEFAULT_TIMEOUT_MS } from '../inputs/stack.ts'
import type { LockOwner } from '../stack/kept/kept.ts'
import { deployFault, failureInWords } from '../usecases/deploy/fault.rules.ts'
import type { RollbackRequest, SwarmTarget } from '../usecases/requests.ts'
import type { RollbackResult } from '../usecases/rollback.ts'
import type { DeployStackValues } from './deploy-stack.ts'
import type { Door } from './door.ts'
import { lockOwner } from './lock-owner.ts'

/**
 * Takes the stack back to an earlier deploy; its stack files are not read.
 *
 * @throws what `reachTarget` and `rollback` throw; `deploy-failed` when it does not converge
 */
export async function rollBack(values: DeployStackValues, door: Door): Promise<void> {
  const [{ rollback }, { reachTarget }] = await Promise.all([
    import('../usecases/rollback.ts'),
    import('./reach-target.ts')
  ])
  const target = await reachTarget(values, door)
  const request = rollbackRequest(values, target, await lockOwner(door))
  const result = await rollback(request, door.home, door.effects)
  door.effects.log.info(
    `${values.stack} was taken back to deploy ${result.to}: it is deploy ${result.seq} now`
  )
  door.setOutputs(rollbackOutputs(result))
  const fault = rollbackFault(result)
  if (fault) throw fault
}

/** @param owner whom the lock and the record name */
export const rollbackRequest = (
  values: DeployStackValues,
  target: SwarmTarget,
  owner: LockOwner
): RollbackRequest => ({
  target,
  owner,
  stack: values.stack,
  to: values.rollback === undefined || values.rollback === 'previous' ? undefined : Number(values.rollback),
  timeoutMs: values.timeout ?? DEFAULT_TIMEOUT_MS,
  lockWait: values.lockWait ?? 'refuse',
  keepRecords: values.keepDeploys,
  withRegistryAuth: true
})

/** Those of a deploy, as far as a rollback has them: it is a deploy with a number of its own. */
export const rollbackOutputs = ({ seq, result }: RollbackResult): Record<string, string> => ({
  outcome: result.outcome,
  'deploy-number': String(seq),
  services: JSON.stringify(result.services),
  'duration-ms': String(Math.round(result.durationMs)),
  failure: failureInWords({ ...result, undone: undefined })
})

export const rollbackFault = ({ result }: Pick<RollbackResult, 'result'>): SwarmlineError | undefined =>
  deployFault({ ...result, undone: undefined })
