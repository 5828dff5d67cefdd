import type { DockerCommand } from '../../docker/command.ts'
import { forCleanup } from '../../effects/cleanup.ts'
import type { Effects } from '../../effects/effects.ts'
import { explain } from '../../errors.ts'
import type { DeployResult } from '../../rollout/outcome.ts'
import { pruneContents } from '../../stack/contents/prune.ts'
import { holderInWords } from '../../stack/lock/lease.rules.ts'
import { pruneServices } from '../../stack/prune-services.ts'
import { beginRecord, type OpenRecord } from '../../stack/record/write.ts'
import { type StackSnapshot, takeSnapshot } from '../../stack/restore/snapshot.ts'
import { stagesOf } from '../../stack/stages/stages.rules.ts'
import { version } from '../../version.ts'
import type { DeployRequest } from '../requests.ts'
import type { OpenSwarm } from '../swarm.ts'
import { type Undone, undoDeploy } from '../undo.ts'
import type { PreparedStack } from './prepare.ts'
import { type Probing, startProbing } from './probing.ts'
import type { DeployReport } from './report.ts'
import { rollOut } from './roll-out.ts'

export type CarryOutRequest = {
  request: DeployRequest
  prepared: PreparedStack
  swarm: OpenSwarm
  docker: DockerCommand
}

/** How long a deploy that was cancelled may take to go back: whoever cancelled it waits. */
const UNDO_AFTER_CANCEL_MS = 60_000

/**
 * The deploy itself, with the lock held: snapshot, record, stages, and then either the clean-up after a success or
 * the way back after a failure. A deploy that changes nothing leaves no record; it only looks whether all runs.
 *
 * @throws what `startProbing`, `rollOut` and `beginRecord` throw, once the stack is back to what it was
 */
export async function carryOut(given: CarryOutRequest, fx: Effects): Promise<DeployReport> {
  const { request, prepared, swarm } = given
  const { changes } = prepared
  const { stack, keepRecords } = request
  const client = swarm.manager
  const snapshot = await takeSnapshot(client, stack, fx)
  const probing = await startProbing(request.probe, swarm, snapshot.services.length > 0, fx)
  const owner = holderInWords(request.owner)
  const record = changes.isUnchanged
    ? undefined
    : await beginRecord({ client, stack, owner, version }, fx).catch(async error => {
        await probing.stop()
        throw error
      })
  let outcome = 'failed'
  let undone: Undone | undefined
  let pruned: string[] = []
  try {
    const result = await observed(given, record, probing, fx)
    outcome = result.outcome
    if (outcome === 'converged') pruned = await pruneOld(given, fx)
    else if (record) undone = await goBack(given, snapshot, probing, fx)
    const { result: probe } = await probing.stop()
    return { ...result, seq: record?.seq, changes, pruned, undone, probe }
  } catch (error) {
    if (fx.signal.aborted) outcome = 'cancelled'
    if (record && !undone) undone = await goBack(given, snapshot, probing, fx)
    throw error
  } finally {
    await probing.stop()
    // With the stack its records are gone as well.
    if (undone?.kind !== 'removed') await record?.finish(outcome, keepRecords, forCleanup(fx))
    if (outcome === 'converged') await forgetContents(given, fx)
  }
}

/** Rolls out under observation: too many failed requests are a failure like any other. */
async function observed(
  { request, prepared, swarm, docker }: CarryOutRequest,
  record: OpenRecord | undefined,
  probing: Probing,
  fx: Effects
): Promise<DeployResult> {
  const { model, changes } = prepared
  const result = await rollOut(
    {
      docker,
      client: swarm.manager,
      stack: request.stack,
      model,
      stages: stagesOf(model, request.stages),
      changes,
      withRegistryAuth: request.withRegistryAuth,
      timeoutMs: request.timeoutMs,
      nodeCount: swarm.nodes.length,
      onStage: stage => probing.phase(stage.name === 'all' ? 'deploy' : `deploy ${stage.name}`),
      onHandedOver: async within => record?.capture(within)
    },
    fx
  )
  if (result.outcome !== 'converged') return result
  const { fault } = await probing.stop()
  if (fault === undefined) return result
  const [service = request.stack] = result.services.map(each => each.name)
  const failure = { service, task: '', node: '', category: 'network' as const, error: fault, logLines: [] }
  return { ...result, outcome: 'failed', failures: [failure] }
}

/** Services that the files no longer name, if they are to go. */
async function pruneOld({ request, prepared, swarm }: CarryOutRequest, fx: Effects): Promise<string[]> {
  const names = prepared.changes.services.filter(each => each.kind === 'removed').map(each => each.fullName)
  return pruneServices(swarm.manager, request.stack, names, fx)
}

/** Old generations of secrets and configs. A deploy that has converged does not fail by what it leaves. */
async function forgetContents({ request, swarm }: CarryOutRequest, fx: Effects): Promise<void> {
  const { stack, keepRecords } = request
  await pruneContents(swarm.manager, stack, { keep: keepRecords }, forCleanup(fx)).catch(error =>
    fx.log.warn(`old secrets and configs of ${stack} could not be removed: ${explain(error)}`)
  )
}

/**
 * Takes the stack back, or does with it whatever is asked for. Of a first deploy nothing stays, since there is
 * nothing to go back to. It works after a cancellation as well; what it cannot do it says, and the deploy's own
 * failure goes first.
 */
async function goBack(
  { request, swarm, docker }: CarryOutRequest,
  snapshot: StackSnapshot,
  probing: Probing,
  fx: Effects
): Promise<Undone | undefined> {
  const { stack, timeoutMs } = request
  const isFirst = snapshot.services.length === 0
  const onFailure = isFirst && request.onFailure === 'rollback' ? 'remove' : request.onFailure
  const isCancelled = fx.signal.aborted
  const within = isCancelled ? forCleanup(fx, 2 * UNDO_AFTER_CANCEL_MS) : fx
  const limitMs = isCancelled ? Math.min(timeoutMs, UNDO_AFTER_CANCEL_MS) : timeoutMs
  probing.phase(onFailure)
  const nodes = [...new Set(swarm.nodes.map(node => node.client))]
  try {
    return await undoDeploy(
      { docker, client: swarm.manager, nodes, snapshot, onFailure, timeoutMs: limitMs },
      within
    )
  } catch (error) {
    fx.log.warn(`${stack} could not be taken back: ${explain(error)}`)
    return undefined
  }
}
