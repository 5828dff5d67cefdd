import type { ApiService, ApiTask } from '../docker/types.ts'
import { type Baseline, isEnded, type Snapshot, statusOf } from './snapshot.ts'

/**
 * The tasks in slots of a replicated service that hold more than one task of its current spec, all of them meant to
 * run. SwarmKit makes a slot like that when a task fails while a start-first update replaces it: the failure and the
 * update each start a successor. It puts that right when it hears of the update's end, and now and then misses it:
 * then the slot stays so until somebody changes the service.
 *
 * Source: swarmkit, manager/orchestrator/update/updater.go (`Update`, `removeOldTasks`).
 */
export function surplusTaskIds(
  service: ApiService,
  tasks: readonly ApiTask[],
  { currentTaskIds }: Snapshot
): ReadonlySet<string> {
  if (!service.Spec.Mode.Replicated) return new Set()
  const meant = tasks.filter(
    t => currentTaskIds.has(t.ID) && !isEnded(t.DesiredState) && !isEnded(t.Status.State)
  )
  return new Set(
    meant.filter(task => meant.some(t => t !== task && t.Slot === task.Slot)).map(task => task.ID)
  )
}

/** Services with such slots that SwarmKit is done with; what it works on, or a person has to end, is no slip. */
export const forgottenSurplus = (
  snapshot: Snapshot,
  { services, baseline }: { services: readonly string[] | undefined; baseline: Baseline }
): ApiService[] =>
  snapshot.services.filter(service => {
    if (services && !services.includes(service.Spec.Name)) return false
    const tasks = snapshot.tasks.filter(task => task.ServiceID === service.ID)
    const isDone = (statusOf(service, baseline) ?? 'completed') === 'completed'
    return isDone && surplusTaskIds(service, tasks, snapshot).size > 0
  })
