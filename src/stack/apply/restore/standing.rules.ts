import { isSameSpec } from '../../../docker/same-spec.rules.ts'
import type { ApiService, ApiTask } from '../../../docker/types.ts'
import { isRunJobSpec } from '../../plan/plan.rules.ts'
import type { StackSnapshot } from './snapshot.ts'

/** What the swarm has of a stack: its services, and those of its tasks that are of their service's spec in force. */
export type StackNow = { services: readonly ApiService[]; currentTasks: readonly ApiTask[] }

/**
 * How a stack stands that was to go back to a snapshot and did not get there: a line for each service, with its spec
 * and how many tasks run by it.
 *
 * @param whose names the snapshot's specs: `from before the deploy`, `of deploy 4`
 */
export function standing(
  snapshot: StackSnapshot,
  { services, currentTasks }: StackNow,
  whose: string
): string[] {
  // Jobs of a deploy are not gone back to.
  const old = snapshot.services.filter(({ spec }) => !isRunJobSpec(spec))
  const known = old.map(({ id, spec }) => {
    const now = services.find(s => s.ID === id) ?? services.find(s => s.Spec.Name === spec.Name)
    if (!now) return `${spec.Name}: not there`
    const has = isSameSpec(now.Spec, spec)
      ? `has its spec ${whose}`
      : `has another spec than the one ${whose}`
    return `${spec.Name}: ${has}, ${tasksOf(now, currentTasks)}`
  })
  const names = snapshot.services.map(({ spec }) => spec.Name)
  const later = services.filter(
    ({ ID, Spec }) => !names.includes(Spec.Name) && !snapshot.services.some(({ id }) => id === ID)
  )
  return [
    ...known,
    ...later.map(now => `${now.Spec.Name}: came later and is still there, ${tasksOf(now, currentTasks)}`)
  ].toSorted()
}

function tasksOf({ ID, Spec, UpdateStatus }: ApiService, currentTasks: readonly ApiTask[]): string {
  const running = currentTasks.filter(task => task.ServiceID === ID && task.Status.State === 'running').length
  const wanted = Spec.Mode.Replicated?.Replicas
  const counted =
    wanted === undefined ? `tasks that run by it: ${running}` : `${running} of ${wanted} tasks run by it`
  const goesOn = GOES_ON[UpdateStatus?.State ?? '']
  return goesOn ? `${counted}; ${goesOn}` : counted
}

const GOES_ON: Readonly<Record<string, string>> = {
  updating: 'the swarm continues it by itself',
  rollback_started: 'the swarm continues it by itself',
  paused: 'paused, nothing moves until somebody deploys again or rolls back',
  rollback_paused: 'paused, nothing moves until somebody deploys again or rolls back'
}
