// One rolling update of one service, with a prober running: how long it took, how long the formula says, what became of the requests.
import type { EngineClient } from '../../src/docker/client.ts'
import type { ApiInfo, ApiService, ApiServiceSpec, ApiTask } from '../../src/docker/types.ts'
import type { Effects } from '../../src/effects/effects.ts'
import type { DeployResult } from '../../src/rollout/outcome.ts'
import { isEnded, readBaseline } from '../../src/rollout/snapshot.ts'
import { watchStack } from '../../src/rollout/watch.ts'
import type { Prober } from '../../src/traffic/prober.ts'
import { formulaMs, type Slot, slotsOf } from './rollout-formula.ts'

const TIMEOUT_MS = 300_000
const KILLED = 137

export type MeasuredUpdate = {
  outcome: DeployResult['outcome']
  /** From asking for the update to our verdict. */
  wallMs: number
  /** The formula, with the slot times that this update had. */
  formulaMs: number
  /** Of the new tasks: from being made to running (healthy, where there is a health check), by our clock. */
  slots: Slot[]
  /** Old tasks that had to be killed when their grace time was over. */
  killed: number
}

/** Hands the spec to the swarm, every task anew, and waits for the verdict and for the last old task's end. */
export async function measuredUpdate(
  { client, stack, service }: { client: EngineClient; stack: string; service: string },
  change: (spec: ApiServiceSpec) => ApiServiceSpec,
  prober: Pick<Prober, 'phase'> | undefined,
  fx: Effects
): Promise<MeasuredUpdate> {
  const aheadMs = await clockAheadMs(client)
  const baseline = await readBaseline(client, stack, fx.signal)
  const { ID, Version, Spec } = await client.json<ApiService>('GET', `/services/${service}`)
  const spec = change(Spec)
  const body = {
    ...spec,
    TaskTemplate: { ...spec.TaskTemplate, ForceUpdate: (Spec.TaskTemplate.ForceUpdate ?? 0) + 1 }
  }
  prober?.phase('update')
  const beginMs = performance.now()
  await client.json('POST', `/services/${ID}/update`, { query: { version: Version.Index }, body })
  const result = await watchStack({ client, stack, services: [service], baseline, timeoutMs: TIMEOUT_MS }, fx)
  const wallMs = performance.now() - beginMs
  prober?.phase('after')
  const slots = slotsOf(result.timeline ?? [], service, baseline.runningTaskIds, aheadMs)
  const old = await oldTasksEnded(client, service, baseline.runningTaskIds, fx)
  return {
    outcome: result.outcome,
    wallMs,
    formulaMs: formulaMs(spec, slots),
    slots,
    killed: old.filter(task => task.Status.ContainerStatus?.ExitCode === KILLED).length
  }
}

/** How far the engine's clock is ahead of ours. */
async function clockAheadMs(client: EngineClient): Promise<number> {
  const before = Date.now()
  const { SystemTime } = await client.json<ApiInfo & { SystemTime: string }>('GET', '/info')
  return Date.parse(SystemTime) - (before + Date.now()) / 2
}

async function oldTasksEnded(
  client: EngineClient,
  service: string,
  oldIds: ReadonlySet<string>,
  { clock, signal }: Pick<Effects, 'clock' | 'signal'>
): Promise<ApiTask[]> {
  const filters = JSON.stringify({ service: [service] })
  const untilMs = clock.now() + 60_000
  for (;;) {
    const tasks = await client.json<ApiTask[]>('GET', '/tasks', { query: { filters }, signal })
    const old = tasks.filter(task => oldIds.has(task.ID))
    if (old.every(task => isEnded(task.Status.State)) || clock.now() > untilMs) return old
    await clock.sleep(500, signal)
  }
}
