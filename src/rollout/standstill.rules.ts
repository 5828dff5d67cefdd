import type { ApiNode, ApiService, ApiTask } from '../docker/types.ts'
import type { Seen } from './seen.ts'
import type { Phase } from './service-state.ts'
import { isEnded } from './snapshot.ts'

const NANOSECONDS_PER_MS = 1e6
/** A node is down only when SwarmKit has missed it for some fifteen seconds: these come on top. */
const NUDGE_AFTER_MS = 10_000
const STANDSTILL_GRACE_MS = 30_000
/** A node that dies in the middle of each of these would be a swarm that has other troubles. */
const NUDGES_AT_MOST = 3
const NOT_RUNNING_YET = ['assigned', 'accepted', 'preparing', 'ready', 'starting']

/**
 * SwarmKit's update waits for each new task to run or to fail. When the task's node goes down before, neither is ever
 * reported, and the update waits without end, although another task has long taken the place (measured on engine 26).
 * As long as another task is on its way, where somebody works on it, it is that one which is waited for.
 */
export function standstill(
  { UpdateStatus, Spec }: ApiService,
  tasks: readonly ApiTask[],
  nodes: readonly ApiNode[]
): Phase | undefined {
  if (UpdateStatus?.State !== 'updating') return undefined
  const down = new Set(nodes.filter(node => node.Status.State === 'down').map(node => node.ID))
  const onTheirWay = tasks.filter(task => NOT_RUNNING_YET.includes(task.Status.State))
  if (onTheirWay.some(task => !isEnded(task.DesiredState) && !down.has(task.NodeID ?? ''))) return undefined
  const awaited = onTheirWay.find(task => isEnded(task.DesiredState) && down.has(task.NodeID ?? ''))
  if (!awaited) return undefined
  const error = 'the update is stuck: it waits for a task on a node that is down'
  const { Delay = 0, Monitor = 0 } = Spec.UpdateConfig ?? {}
  const pausesMs = (Delay + Monitor) / NANOSECONDS_PER_MS
  return {
    kind: 'stuck',
    symptom: { category: 'placement', error, task: awaited },
    graceMs: STANDSTILL_GRACE_MS + pausesMs,
    nudgeAfterMs: NUDGE_AFTER_MS + pausesMs,
    // Whatever moves shows that it does not stand still.
    which: tasks
      .map(task => `${task.ID} ${task.Status.State}`)
      .toSorted()
      .join()
  }
}

/** The standstills of each service, by its id, in which SwarmKit was set going again. */
export type Nudged = ReadonlyMap<string, readonly string[]>
export type Nudge = { service: ApiService; what: string; node: string }

/** Services that have stood still for long enough, each standstill once, and a service no more than a few times. */
export function nudgesDue(
  { judgements, memory, snapshot }: Pick<Seen, 'judgements' | 'memory' | 'snapshot'>,
  nudged: Nudged,
  nowMs: number
): Nudge[] {
  return judgements.flatMap(({ state: { id, phase }, outcome, symptom }) => {
    const service = snapshot.services.find(({ ID }) => ID === id)
    const since = memory.stuck.get(id)
    if (!service || !since || outcome || phase.kind !== 'stuck' || phase.nudgeAfterMs === undefined) return []
    const before = nudged.get(id) ?? []
    if (before.includes(since.what) || before.length >= NUDGES_AT_MOST) return []
    if (nowMs - since.sinceMs < phase.nudgeAfterMs) return []
    const node = snapshot.nodes.find(({ ID }) => ID === symptom?.task?.NodeID)?.Description.Hostname
    return [{ service, what: since.what, node: node ?? 'a node' }]
  })
}

/** Ours, so that what compares specs does not see it, should it ever stay. */
const AGAIN_LABEL = 'io.swarmline.again'

/** Another spec that makes the same tasks: it ends SwarmKit's updater, which the same spec would not. */
export const otherwise = (spec: ApiService['Spec']): ApiService['Spec'] => ({
  ...spec,
  Labels: { ...spec.Labels, [AGAIN_LABEL]: 'yes' }
})
