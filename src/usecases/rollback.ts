import { persist } from '../docker/persist.ts'
import { forCleanup } from '../effects/cleanup.ts'
import type { Effects } from '../effects/effects.ts'
import { registryAuth } from '../images/images.ts'
import { emptyResult, explainOutcome } from '../rollout/rollout.rules.ts'
import { type DeployResult, readBaseline, watchStack } from '../rollout/rollout.ts'
import {
  readStanding,
  restoreStack,
  type ServiceRestored,
  type StackSnapshot,
  takeSnapshot
} from '../stack/apply/apply.ts'
import { chooseRecord, holderInWords } from '../stack/kept/kept.rules.ts'
import {
  beginRecord,
  isLockLost,
  type RecordedSpecs,
  readRecords,
  readSpecs,
  withStackLock
} from '../stack/kept/kept.ts'
import { compareSpecs, isRunJobSpec } from '../stack/plan/plan.rules.ts'
import { readNames } from '../stack/plan/plan.ts'
import { version } from '../version.ts'
import type { Home, RollbackRequest } from './requests.ts'
import { awayMs, fencedSwarm, type OpenSwarm, openSwarm } from './swarm.ts'

export type RollbackResult = {
  /** The recorded deploy that the stack went back to. */
  to: number
  /** The rollback is a deploy as well: its own number. */
  seq: number
  services: ServiceRestored[]
  result: DeployResult
}

/**
 * Goes back to a recorded deploy: every service gets the spec that it had then, those that came later are removed.
 * It is watched like a deploy and recorded as one. Every outcome is a result, and one that was cut short says how each service stands.
 *
 * @throws what `openSwarm`, `withStackLock` and `chooseRecord` throw; `engine-lost`, `cancelled`
 */
export async function rollback(request: RollbackRequest, home: Home, fx: Effects): Promise<RollbackResult> {
  const { target, stack, owner, lockWait } = request
  const swarm = await openSwarm(target, home, fx)
  try {
    return await withStackLock({ client: swarm.manager, stack, owner, wait: lockWait }, fx, (held, fence) =>
      goBack(request, fencedSwarm(swarm, fence), { ...held, awayMs: awayMs(request.timeoutMs) })
    )
  } finally {
    await swarm.close()
  }
}

async function goBack(
  { stack, to, owner, timeoutMs, keepRecords, withRegistryAuth }: RollbackRequest,
  { manager: client, dockerConfigDir }: OpenSwarm,
  fx: Effects
): Promise<RollbackResult> {
  const records = (await readRecords(client, stack, fx)).map(record => ({
    ...record,
    specs: readSpecs(record)
  }))
  const before = await takeSnapshot(client, stack, fx)
  const now = before.services.map(service => service.spec)
  const chosen = chooseRecord(stack, records, to, now)
  const record = await beginRecord(
    {
      ...{ client, stack, owner: holderInWords(owner), version, rollbackTo: chosen.seq },
      changes: compareSpecs(stack, now, chosen.specs.services, await readNames(client, now, fx))
    },
    fx
  )
  let outcome = 'failed'
  let failure: string | undefined
  const goal = asSnapshot(chosen.specs)
  const startedAtMs = fx.clock.now()
  try {
    const baseline = await persist(() => readBaseline(client, stack, fx.signal), fx)
    const auths = withRegistryAuth
      ? await logins(chosen.specs, dockerConfigDir, fx)
      : new Map<string, string>()
    const services = await fx.log.step(`Take ${stack} back to deploy ${chosen.seq}`, () =>
      restoreStack({ client, snapshot: goal, registryAuth: image => auths.get(image) }, fx)
    )
    await record.capture(fx)
    const names = chosen.specs.services.flatMap(spec => (isRunJobSpec(spec) ? [] : [spec.Name]))
    const watched = await watchStack({ client, stack, services: names, baseline, timeoutMs }, fx)
    const result = withFailures(watched, services)
    outcome = result.outcome
    if (outcome !== 'converged') failure = explainOutcome(result).message
    if (outcome !== 'cancelled') return { to: chosen.seq, seq: record.seq, services, result }
    const leftBehind = await readStanding(client, goal, `of deploy ${chosen.seq}`, fx)
    return { to: chosen.seq, seq: record.seq, services, result: { ...result, leftBehind } }
  } catch (error) {
    if (!fx.signal.aborted || isLockLost(fx.signal)) throw error
    // Some services may have been given their old spec by then: that is not for the caller to find out.
    outcome = 'cancelled'
    const leftBehind = await readStanding(client, goal, `of deploy ${chosen.seq}`, fx)
    const result = { ...emptyResult(stack, 'cancelled', startedAtMs, fx.clock.now()), leftBehind }
    return { to: chosen.seq, seq: record.seq, services: [], result }
  } finally {
    await record.finish(
      { outcome, failure, undone: outcome === 'cancelled' ? undefined : 'kept' },
      keepRecords,
      forCleanup(fx)
    )
  }
}

/** A record knows no ids of objects, and needs none: what a rollback leaves unused, pruning removes. */
const asSnapshot = ({ stack, services }: RecordedSpecs): StackSnapshot => ({
  stack,
  services: services.map(spec => ({ id: undefined, spec })),
  networkIds: [],
  secretIds: [],
  configIds: []
})

async function logins(
  specs: RecordedSpecs,
  configDir: string | undefined,
  fx: Effects
): Promise<Map<string, string>> {
  const images = specs.services.flatMap(spec => spec.TaskTemplate.ContainerSpec?.Image ?? [])
  const found = await Promise.all(
    images.map(async image => [image, await registryAuth(configDir, image, fx)] as const)
  )
  return new Map(found.flatMap(([image, login]) => (login === undefined ? [] : [[image, login] as const])))
}

/** A service that could not be given its old spec may run well: with the wrong one. */
export function withFailures(watched: DeployResult, services: readonly ServiceRestored[]): DeployResult {
  const failures = services.flatMap(one =>
    one.action === 'failed'
      ? [
          {
            service: one.service,
            task: '',
            node: '',
            category: 'other' as const,
            error: one.why,
            logLines: []
          }
        ]
      : []
  )
  if (failures.length === 0) return watched
  return { ...watched, outcome: 'failed', failures: [...failures, ...watched.failures] }
}
