import type { EngineClient } from '../../docker/client.ts'
import type { DockerCommand } from '../../docker/command.ts'
import { persist } from '../../docker/persist.ts'
import type { ApiService } from '../../docker/types.ts'
import type { Effects } from '../../effects/effects.ts'
import { showDuration } from '../../plain/durations.ts'
import { deadlineMs, emptyResult, expectationOf } from '../../rollout/rollout.rules.ts'
import {
  type Baseline,
  type DeployOutcome,
  type DeployResult,
  jobLog,
  readBaseline,
  watchStack
} from '../../rollout/rollout.ts'
import { deployStack, type NamedContent } from '../../stack/apply/apply.ts'
import { partOfModel, wavesOf } from '../../stack/plan/plan.rules.ts'
import { type KnownPlatforms, ofStack, type StackChanges, type Stage } from '../../stack/plan/plan.ts'
import type { Model } from '../../stack/read/read.ts'

export type RollOutRequest = {
  docker: DockerCommand
  client: EngineClient
  stack: string
  model: Model
  /** Of its secrets and configs. */
  contents: readonly NamedContent[]
  stages: readonly Stage[]
  changes: StackChanges
  withRegistryAuth: boolean
  platforms: KnownPlatforms
  timeoutMs: number
  /** Whether the user set `timeoutMs`; else it is a default, which what the files ask for makes longer. */
  isTimeoutGiven: boolean
  /** Nodes that can take tasks: how many tasks a global service may have. */
  nodeCount: number
  onStage(stage: Stage): Promise<void>
  /** The swarm has the whole of the stage: to be called before it is waited for. */
  onHandedOver(fx: Effects): Promise<void>
}

/**
 * Deploys the stages one after the other; each converges before the next begins, and the first that does not is the
 * last. Services that would not change are not handed over: docker would forget their previous spec, and run a job
 * again. They are watched all the same, since a stack converges as a whole.
 *
 * @throws what `deployStack` and `watchStack` throw
 */
export async function rollOut(request: RollOutRequest, fx: Effects): Promise<DeployResult> {
  const { stack, stages, client } = request
  const startedAtMs = fx.clock.now()
  const limit = { untilMs: startedAtMs + request.timeoutMs, isGiven: request.isTimeoutGiven }
  let whole: DeployResult | undefined
  for (const stage of stages) {
    await request.onStage(stage)
    const baseline = await persist(() => readBaseline(client, stack, fx.signal), fx)
    const result = await rollOutStage(request, stage, baseline, limit, fx)
    whole = whole ? joined(whole, result) : result
    if (result.outcome !== 'converged') break
  }
  return whole ?? emptyResult(stack, 'converged', startedAtMs, startedAtMs)
}

async function rollOutStage(
  request: RollOutRequest,
  stage: Stage,
  baseline: Baseline,
  limit: Limit,
  fx: Effects
): Promise<DeployResult> {
  const { docker, client, stack, model, contents, changes, withRegistryAuth, platforms } = request
  const isChanging = (name: string): boolean =>
    changes.services.some(
      each => each.name === name && (['created', 'updated'].includes(each.kind) || each.tasks === 'run-again')
    )
  const changing = stage.services.filter(isChanging)
  if (changing.length > 0) {
    const title = handOverTitle(stage, stack)
    const withoutDigest = await fx.log.step(title, async () => {
      const all: string[] = []
      for (const wave of wavesOf(changing, changes)) {
        const part = partOfModel(model, wave)
        const timeoutMs = leftOf(limit, fx)
        const handed = {
          docker,
          client,
          stack,
          model: part,
          contents,
          withRegistryAuth,
          platforms,
          timeoutMs
        }
        all.push(...(await deployStack(handed, fx)).withoutDigest)
      }
      return all
    })
    for (const name of withoutDigest)
      fx.log.warn(`${name}: its image has no digest, so nodes may run different versions`)
    await request.onHandedOver(fx)
  }
  const services = stage.services.map(name => `${stack}_${name}`)
  await allowFor(request, services, limit, fx)
  const result = await watchStack({ client, stack, services, baseline, timeoutMs: leftOf(limit, fx) }, fx)
  if (stage.run && changing.length > 0) await showLogs(client, stack, changing, fx)
  return result
}

function handOverTitle({ name, run, services }: Stage, stack: string): string {
  if (run) return `Run ${services.join(', ')} ${name}`
  return `Hand ${name === 'all' ? stack : `stage ${name} of ${stack}`} to the swarm`
}

/** Of jobs, also of those that failed: what they did is theirs alone to say. */
async function showLogs(
  client: EngineClient,
  stack: string,
  names: readonly string[],
  fx: Effects
): Promise<void> {
  for (const name of names)
    for (const line of await jobLog(client, `${stack}_${name}`, fx.signal)) fx.log.info(`${name} | ${line}`)
}

/** Until when the whole deploy may go on: its hand-overs and its watches share it. */
type Limit = { untilMs: number; isGiven: boolean }

const leftOf = ({ untilMs }: Limit, fx: Pick<Effects, 'clock'>): number =>
  Math.max(1, untilMs - fx.clock.now())

/** What the services may take by their own settings makes a default longer; of a limit of the user's it is only said. */
async function allowFor(
  { client, stack, nodeCount }: RollOutRequest,
  names: readonly string[],
  limit: Limit,
  fx: Effects
): Promise<void> {
  const ask = () =>
    client.json<ApiService[] | null>('GET', '/services', { query: ofStack(stack), signal: fx.signal })
  const services = (await persist(ask, fx)) ?? []
  const specs = services.map(service => service.Spec).filter(spec => names.includes(spec.Name))
  const expectation = expectationOf(specs, { eligibleNodes: nodeCount })
  limit.untilMs = deadlineMs(limit, expectation, fx.clock.now())
  const leftMs = leftOf(limit, fx)
  fx.log.debug(`${names.length} services may take ${showDuration(wholeSeconds(leftMs))}`)
  const { slowest } = expectation
  if (slowest && slowest.boundMs > leftMs)
    fx.log.warn(
      `${slowest.name} may take ${showDuration(wholeSeconds(slowest.boundMs))} by its own settings (start_period, retries, delay, monitor), and the deploy ends in ${showDuration(wholeSeconds(leftMs))}: allow more with a longer timeout`
    )
}

const wholeSeconds = (ms: number): number => Math.ceil(ms / 1000) * 1000

const WORST_FIRST: readonly DeployOutcome[] = ['failed', 'timed-out', 'paused', 'rolled-back', 'cancelled']

function joined(before: DeployResult, next: DeployResult): DeployResult {
  const outcome = WORST_FIRST.find(each => before.outcome === each || next.outcome === each) ?? 'converged'
  return {
    ...next,
    outcome,
    services: [...before.services, ...next.services],
    failures: [...before.failures, ...next.failures],
    startedAt: before.startedAt,
    durationMs: before.durationMs + next.durationMs,
    timeline: [...(before.timeline ?? []), ...(next.timeline ?? [])]
  }
}
