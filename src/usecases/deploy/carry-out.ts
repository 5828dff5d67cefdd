import type { DockerCommand } from '../../docker/command.ts'
import { forCleanup } from '../../effects/cleanup.ts'
import type { Effects } from '../../effects/effects.ts'
import { explain, SwarmlineError } from '../../errors.ts'
import { hasLoginFor } from '../../images/images.ts'
import { emptyResult } from '../../rollout/rollout.rules.ts'
import type { DeployResult } from '../../rollout/rollout.ts'
import { pruneContents, pruneServices, takeSnapshot } from '../../stack/apply/apply.ts'
import { holderInWords } from '../../stack/kept/kept.rules.ts'
import { beginRecord, isLockLost, type OpenRecord } from '../../stack/kept/kept.ts'
import { removedFirst, stagesOf } from '../../stack/plan/plan.rules.ts'
import type { Stage } from '../../stack/plan/plan.ts'
import { serviceEntries, text } from '../../stack/read/read.rules.ts'
import { version } from '../../version.ts'
import type { DeployRequest } from '../requests.ts'
import type { OpenSwarm } from '../swarm.ts'
import { failureInWords } from './fault.rules.ts'
import { goBack, type WentBack } from './go-back.ts'
import { withPlace } from './place-of.rules.ts'
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

/** How long the record of a deploy may take where the stack could not be taken back either. */
const LAST_WORD_MS = 10_000

/**
 * The deploy itself, with the lock held: snapshot, record, stages, and then either the clean-up after a success or
 * the way back after a failure. A deploy that changes nothing leaves no record; it only looks whether all runs.
 *
 * @throws what `startProbing`, `rollOut` and `beginRecord` throw, once the stack is back to what it was, or it was said
 *   how it stands. A deploy that was cancelled is a result as soon as it may have changed anything.
 */
export async function carryOut(given: CarryOutRequest, fx: Effects): Promise<DeployReport> {
  const { request, prepared, swarm } = given
  const { changes } = prepared
  const { stack, keepRecords } = request
  const client = swarm.manager
  const startedAtMs = fx.clock.now()
  const snapshot = await takeSnapshot(client, stack, fx)
  const probing = await startProbing(request.probe, swarm, snapshot.services.length > 0, fx)
  const owner = holderInWords(request.owner)
  const record = changes.isUnchanged
    ? undefined
    : await beginRecord({ client, stack, owner, version, changes: changes.services }, fx).catch(
        async error => {
          await probing.stop()
          throw error
        }
      )
  let outcome = 'failed'
  let failure: string | undefined
  let back: WentBack | undefined
  let pruned: string[] = []
  const report = async (result: DeployResult): Promise<DeployReport> => {
    const { result: probe } = await probing.stop()
    const leftBehind = back ? back.leftBehind : result.leftBehind
    const { leftBehind: _seen, ...seen } = result
    const failures = seen.failures.map(each => withPlace(each, stack, prepared.plan))
    const rest = { ...seen, failures }
    const whole = {
      ...{ ...rest, ...(leftBehind ? { leftBehind } : {}) },
      ...{ seq: record?.seq, changes, pruned, undone: back?.undone, probe }
    }
    failure = failureInWords(whole)
    return whole
  }
  try {
    // Nothing changes before the jobs that come before a deploy have ended well.
    let isFirstDue = true
    const onStage = async ({ name, run }: Stage): Promise<void> => {
      probing.phase(name === 'all' ? 'deploy' : `deploy ${name}`)
      if (run === 'before' || !isFirstDue) return
      isFirstDue = false
      pruned = await pruneServices(client, stack, removedFirst(changes), fx)
    }
    const result = await observed(given, { record, probing, onStage }, fx)
    outcome = result.outcome
    if (outcome === 'converged') pruned = [...pruned, ...(await pruneOld(given, fx))]
    else if (record && !isLockLost(fx.signal))
      back = await goBack(given, { snapshot, probing, seenLeft: result.leftBehind }, fx)
    return await report(result)
  } catch (error) {
    // Whoever has the lock now is not to be worked against.
    if (!record || isLockLost(fx.signal)) throw error
    if (fx.signal.aborted) outcome = 'cancelled'
    failure = explain(error)
    back ??= await goBack(given, { snapshot, probing, isEngineLost: isEngineLost(error) }, fx)
    if (outcome === 'cancelled')
      return await report(emptyResult(stack, 'cancelled', startedAtMs, fx.clock.now()))
    for (const line of standingInWords(stack, back)) fx.log.warn(line)
    throw error
  } finally {
    await probing.stop()
    // With the stack its records are gone as well.
    if (back?.undone?.kind !== 'removed')
      await record?.finish(
        { outcome, failure: failure && prepared.redactor.redact(failure), undone: leftOf(back) },
        keepRecords,
        forCleanup(fx, back && !back.undone ? LAST_WORD_MS : undefined)
      )
    if (outcome === 'converged') await forgetContents(given, fx)
  }
}

/** A stack that was not taken back in whole is neither what it was nor what was asked for. */
const leftOf = (back: WentBack | undefined): string | undefined =>
  back?.undone?.kind === 'restored' && !back.undone.isComplete ? undefined : back?.undone?.kind

const isEngineLost = (error: unknown): boolean =>
  error instanceof SwarmlineError && error.code === 'engine-lost'

/** Beside an error, which says nothing of the stack. */
function standingInWords(stack: string, { undone, leftBehind }: WentBack): string[] {
  if (leftBehind) return [`${stack} is not what it was before:`, ...leftBehind]
  return [undone?.kind === 'removed' ? `nothing of ${stack} is left` : `${stack} runs as it did before`]
}

type Observed = {
  record: OpenRecord | undefined
  probing: Probing
  onStage(stage: Stage): Promise<void>
}

/** Rolls out under observation: too many failed requests are a failure like any other. */
async function observed(
  { request, prepared, swarm, docker }: CarryOutRequest,
  { record, probing, onStage }: Observed,
  fx: Effects
): Promise<DeployResult> {
  const { model, contents, changes, platforms } = prepared
  const images = serviceEntries(model).map(([, { image }]) => text(image))
  // Without a login docker would take away the one with which somebody else deployed.
  const withRegistryAuth = request.withRegistryAuth && (await hasLoginFor(images, swarm.dockerConfigDir, fx))
  const result = await rollOut(
    {
      docker,
      client: swarm.manager,
      stack: request.stack,
      model,
      contents,
      stages: stagesOf(model, request.stages),
      changes,
      withRegistryAuth,
      platforms,
      timeoutMs: request.timeoutMs,
      isTimeoutGiven: request.isTimeoutGiven ?? false,
      nodeCount: swarm.nodes.length,
      onStage,
      onHandedOver: async within => record?.capture(within, oldOnes(changes))
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
  return pruneServices(swarm.manager, request.stack, oldOnes(prepared.changes), fx)
}

const oldOnes = ({ services }: CarryOutRequest['prepared']['changes']): string[] =>
  services.filter(each => each.kind === 'removed').map(each => each.fullName)

/** Old generations of secrets and configs. A deploy that has converged does not fail by what it leaves. */
async function forgetContents({ request, swarm }: CarryOutRequest, fx: Effects): Promise<void> {
  const { stack, keepRecords } = request
  await pruneContents(swarm.manager, stack, { keep: keepRecords }, forCleanup(fx)).catch(error =>
    fx.log.warn(`old secrets and configs of ${stack} could not be removed: ${explain(error)}`)
  )
}
