import { eligibleNodes } from '../docker/eligible.rules.ts'
import type { ApiService, ApiTask } from '../docker/types.ts'
import { isEnded, type Snapshot } from './snapshot.ts'

/** A place that wants one task: a numbered slot, or, of a global service, an eligible node. */
export type Slot = {
  key: string
  /** The task that stands for the slot. */
  task: ApiTask
  /** All tasks of the current spec that the slot has had, oldest first. */
  tasks: readonly ApiTask[]
  /** The slot has what it wants: a running task, or (jobs, one-shots) one that completed. */
  isSatisfied: boolean
  /**
   * Every task, of whatever spec, has ended and SwarmKit starts no other: it makes the next one in the same step
   * as it ends one. A slot that an update has yet to come to still has its old task.
   */
  isExhausted: boolean
}

/** The order of states (docker/cli cli/command/service/progress, `numberedStates`). */
const STATES = [
  'new',
  'allocated',
  'pending',
  'assigned',
  'accepted',
  'preparing',
  'ready',
  'starting',
  'running',
  'complete',
  'shutdown',
  'failed',
  'rejected',
  'remove',
  'orphaned'
]
const rank = (state: string): number => STATES.indexOf(state)

/** One task for each node, a service's or a job's. */
export const isGlobal = (service: ApiService): boolean =>
  Boolean(service.Spec.Mode.Global || service.Spec.Mode.GlobalJob)

/** A job, or a service whose tasks are not started again once they ended well. */
export function isOneShot(service: ApiService): boolean {
  const { Mode, TaskTemplate } = service.Spec
  const condition = TaskTemplate.RestartPolicy?.Condition
  return Boolean(Mode.ReplicatedJob || Mode.GlobalJob) || condition === 'none' || condition === 'on-failure'
}

/** The slots of a service that hold tasks of its current spec (of a job: of its current iteration). */
export function slotsOf(service: ApiService, tasks: readonly ApiTask[], snapshot: Snapshot): Slot[] {
  const { Mode, TaskTemplate } = service.Spec
  const isPerNode = Boolean(Mode.Global || Mode.GlobalJob)
  const eligible = new Set(isPerNode ? eligibleNodes(TaskTemplate, snapshot.nodes).map(n => n.ID) : [])
  const ready = new Set(snapshot.nodes.filter(n => n.Status.State === 'ready').map(n => n.ID))
  // The first iteration is number 0, which the API leaves out.
  const iteration = service.JobStatus ? (service.JobStatus.JobIteration?.Index ?? 0) : undefined
  const isOfIteration = (task: ApiTask): boolean =>
    iteration === undefined || (task.JobIteration?.Index ?? 0) === iteration
  const keyOf = (task: ApiTask): string => (isPerNode ? (task.NodeID ?? '') : String(task.Slot ?? 0))
  const bySlot = new Map<string, ApiTask[]>()
  for (const task of tasks) {
    if (!snapshot.currentTaskIds.has(task.ID) || task.DesiredState === 'remove') continue
    if (!isOfIteration(task)) continue
    if (isPerNode && !eligible.has(task.NodeID ?? '')) continue
    bySlot.set(keyOf(task), [...(bySlot.get(keyOf(task)) ?? []), task])
  }
  // What a job's earlier runs completed stays on record, and holds nothing.
  const held = new Set(tasks.filter(task => isMeantToBe(task) && isOfIteration(task)).map(keyOf))
  return [...bySlot].flatMap(
    ([key, all]) => slotOf({ key, all, isHeld: held.has(key) }, service, ready) ?? []
  )
}

/**
 * SwarmKit has not given the task up. A job's tasks are to be `complete`, and one that failed stays so until
 * SwarmKit has come to it: then it is to be shut down, whether another takes its place or not.
 */
const isMeantToBe = (task: ApiTask): boolean =>
  task.DesiredState === 'complete' || !isEnded(task.DesiredState)

function slotOf(
  { key, all, isHeld }: { key: string; all: readonly ApiTask[]; isHeld: boolean },
  service: ApiService,
  ready: ReadonlySet<string>
): Slot | undefined {
  const tasks = all.toSorted((a, b) => Date.parse(a.CreatedAt) - Date.parse(b.CreatedAt))
  const alive = tasks.filter(isMeantToBe)
  // Of several the one with the lowest desired, then the lowest observed state: docker/cli's own choice.
  const task =
    alive.toSorted(
      (a, b) => rank(a.DesiredState) - rank(b.DesiredState) || rank(a.Status.State) - rank(b.Status.State)
    )[0] ?? tasks.at(-1)
  if (!task) return undefined
  const isJob =
    service.JobStatus !== undefined || Boolean(service.Spec.Mode.ReplicatedJob || service.Spec.Mode.GlobalJob)
  const isRunning =
    !isEnded(task.DesiredState) &&
    task.Status.State === 'running' &&
    task.NodeID !== undefined &&
    ready.has(task.NodeID)
  const isDone = isOneShot(service) && tasks.some(t => t.Status.State === 'complete' && (isJob || !isHeld))
  return {
    key,
    task,
    tasks,
    isSatisfied: isDone || (isRunning && !isJob),
    isExhausted: !isHeld && isEnded(task.Status.State)
  }
}
