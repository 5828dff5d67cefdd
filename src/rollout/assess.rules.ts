import { eligibleNodes } from '../docker/eligible.rules.ts'
import type { ApiService, ApiTask } from '../docker/types.ts'
import { earlyFailure, placementTrouble, retrying } from './early-failure.rules.ts'
import type { Phase, ServiceState } from './service-state.ts'
import { isGlobal, type Slot, slotsOf } from './slots.rules.ts'
import { type Baseline, EMPTY_BASELINE, isEnded, type Snapshot, statusOf } from './snapshot.ts'
import { standstill } from './standstill.rules.ts'
import { surplusTaskIds } from './surplus.rules.ts'

/**
 * Judges every service of a snapshot. Only tasks of the current spec on Ready nodes count, at most one a slot;
 * a service of which any other task still runs has not settled. Failures that `baseline` already held are not
 * counted again.
 */
export function assess(snapshot: Snapshot, baseline: Baseline = EMPTY_BASELINE): ServiceState[] {
  return snapshot.services.map(service => assessService(service, snapshot, baseline))
}

function assessService(service: ApiService, snapshot: Snapshot, baseline: Baseline): ServiceState {
  const tasks = snapshot.tasks.filter(t => t.ServiceID === service.ID)
  const slots = slotsOf(service, tasks, snapshot)
  const countedTasks = slots.filter(slot => slot.isSatisfied).map(slot => slot.task)
  const wanted = wantedOf(service, snapshot)
  const status = statusOf(service, baseline)
  // A rollback that is over is the verdict: what SwarmKit has forgotten then is for what comes after to end.
  const forgotten = status === 'rollback_completed' ? surplusTaskIds(service, tasks, snapshot) : []
  const isWhole =
    countedTasks.length === wanted &&
    !hasLeftover(service, tasks, [...countedTasks.map(t => t.ID), ...forgotten], snapshot)
  const ofSlots =
    countedTasks.length < wanted || isGlobal(service)
      ? troubleOf(service, slots, wanted, baseline, snapshot)
      : undefined
  const trouble = ofSlots ?? (isWhole ? undefined : standstill(service, tasks, snapshot.nodes))
  return {
    id: service.ID,
    name: service.Spec.Name,
    image: service.Spec.TaskTemplate.ContainerSpec?.Image ?? '',
    running: countedTasks.length,
    wanted,
    countedTasks,
    upAtMs: Math.max(0, ...countedTasks.map(task => Date.parse(task.Status.Timestamp) || 0)),
    phase: phaseOf(service, status, isWhole, countedTasks, trouble)
  }
}

/** The update's own status goes first: while SwarmKit acts on a service, its tasks only say how far it is. */
function phaseOf(
  service: ApiService,
  state: string | undefined,
  isWhole: boolean,
  counted: readonly ApiTask[],
  trouble: Phase | undefined
): Phase {
  const message = service.UpdateStatus?.Message ?? ''
  switch (state) {
    case 'paused':
    case 'rollback_paused':
      return { kind: 'paused', message }
    case 'rollback_started':
      return { kind: 'rolling-back', message }
    case 'rollback_completed':
      return isWhole ? { kind: 'rolled-back', message } : (trouble ?? { kind: 'rolling-back', message })
    case 'updating':
      return trouble ?? (isWhole ? { kind: 'settled', isUpdating: true } : { kind: 'progressing' })
    default:
      if (trouble || !isWhole) return trouble ?? { kind: 'progressing' }
      return counted.length > 0 && counted.every(isComplete)
        ? { kind: 'complete' }
        : { kind: 'settled', isUpdating: false }
  }
}

const isComplete = (task: ApiTask): boolean => task.Status.State === 'complete'

function troubleOf(
  service: ApiService,
  slots: readonly Slot[],
  wanted: number,
  baseline: Baseline,
  { nodes }: Snapshot
): Phase | undefined {
  return (
    earlyFailure(service, slots, baseline) ??
    placementTrouble(service, slots, wanted, nodes) ??
    retrying(service, slots, baseline)
  )
}

/**
 * Does anything run that should not: a task of an older spec, one that is being stopped, one too many? Tasks on
 * nodes that are not Ready cannot be known and do not count. SwarmKit leaves the tasks of a global service on a
 * paused node alone: those of the current spec are where they should be.
 */
function hasLeftover(
  service: ApiService,
  tasks: readonly ApiTask[],
  counted: readonly string[],
  snapshot: Snapshot
): boolean {
  const countedIds = new Set(counted)
  const ready = new Set(snapshot.nodes.filter(n => n.Status.State === 'ready').map(n => n.ID))
  return tasks.some(
    task =>
      !countedIds.has(task.ID) &&
      isExecuting(task) &&
      ready.has(task.NodeID ?? '') &&
      !(isGlobal(service) && snapshot.currentTaskIds.has(task.ID) && !isEnded(task.DesiredState))
  )
}

/** A container of the task may be at work: also before its first health check passed, and while it stops. */
const isExecuting = (task: ApiTask): boolean =>
  task.Status.State === 'running' || task.Status.State === 'starting'

function wantedOf(service: ApiService, snapshot: Snapshot): number {
  const { Mode, TaskTemplate } = service.Spec
  if (Mode.Replicated) return Mode.Replicated.Replicas ?? 1
  if (Mode.ReplicatedJob) return Mode.ReplicatedJob.TotalCompletions ?? Mode.ReplicatedJob.MaxConcurrent ?? 1
  return eligibleNodes(TaskTemplate, snapshot.nodes).length
}
