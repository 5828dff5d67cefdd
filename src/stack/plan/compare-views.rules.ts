import type { FieldChange } from './stack-changes.ts'
import type { ServiceView } from './view.ts'

/** Fields of the service itself; all others are part of the task template or the endpoint, which tasks carry. */
const OF_SERVICE = /^deploy\.(?:labels\.|replicas$|mode$|update_config\.|rollback_config\.)/
const CONSTRAINTS = 'deploy.placement.constraints'
/** Labels of ours on the service say who deployed it and when: they are no change of the service. */
const OURS = /^deploy\.labels\.io\.swarmline\./
const ORDER = / \(order\)$/

/** The fields in which two views of a service differ, by name, with their values as they are. */
export function differences(from: ServiceView, to: ServiceView): FieldChange[] {
  const fields = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort()
  const changes = fields
    .filter(field => from[field] !== to[field] && !OURS.test(field))
    .map(field => ({ field, from: from[field], to: to[field] }))
  // Another order matters only if nothing else of the list is new.
  return changes.filter(
    ({ field }) =>
      !ORDER.test(field) || !changes.some(other => other.field.startsWith(field.replace(ORDER, '.')))
  )
}

/** What becomes of the tasks when these fields change (SwarmKit, orchestrator.IsTaskDirty). */
export function effectOnTasks(changes: readonly FieldChange[]): 'none' | 'go-on' | 'move' | 'replaced' {
  if (changes.length === 0) return 'none'
  const ofTask = changes.filter(({ field }) => !OF_SERVICE.test(field))
  if (ofTask.length === 0) return 'go-on'
  return ofTask.every(({ field }) => field === CONSTRAINTS) ? 'move' : 'replaced'
}
