import type { ApiService, ApiTask } from '../../docker/types.ts'

type Look = { service: ApiService; tasks: readonly ApiTask[] }

/** It runs and shall run, as far as the swarm knows: of a node that is lost it knows later. */
export function isRunning({ DesiredState, Status }: ApiTask): boolean {
  return DesiredState === 'running' && Status.State === 'running'
}

/** How many of a service's tasks run, of how many. A global service wants what SwarmKit has made for it. */
export function runningOf({ service, tasks }: Look): { running: number; wanted: number } {
  const shall = tasks.filter(task => task.DesiredState === 'running')
  const { Replicated } = service.Spec.Mode
  return {
    running: shall.filter(isRunning).length,
    wanted: Replicated ? (Replicated.Replicas ?? 1) : shall.length
  }
}

/** An update or a rollback is under way. */
export function isUpdating({ UpdateStatus }: ApiService): boolean {
  return ['updating', 'rollback_started'].includes(UpdateStatus?.State ?? '')
}

/** A person, or a new update, has to go on with it. */
export function isPaused({ UpdateStatus }: ApiService): boolean {
  return ['paused', 'rollback_paused'].includes(UpdateStatus?.State ?? '')
}

/** Every wanted task runs, no other does any more, and nothing is under way. */
export function isWhole(look: Look): boolean {
  const { running, wanted } = runningOf(look)
  const left = look.tasks.filter(
    task => task.DesiredState !== 'running' && ['running', 'starting'].includes(task.Status.State)
  )
  return running === wanted && left.length === 0 && !isUpdating(look.service) && !isPaused(look.service)
}

/** Fewer tasks are there than wanted, counting those that wait or start, and no update will make more. */
export function isGivenUp({ service, tasks }: Look): boolean {
  const over = ['complete', 'failed', 'shutdown', 'rejected', 'orphaned', 'remove']
  const { wanted } = runningOf({ service, tasks })
  const alive = tasks.filter(
    ({ DesiredState, Status }) => ['running', 'ready'].includes(DesiredState) && !over.includes(Status.State)
  )
  return alive.length < wanted && !isUpdating(service)
}

/** Whether two specs make the same tasks, but for how often an update was forced. */
export function isSameTemplate(a: ApiService['Spec'], b: ApiService['Spec']): boolean {
  const template = ({ TaskTemplate }: ApiService['Spec']) =>
    JSON.stringify(sorted({ ...TaskTemplate, ForceUpdate: 0 }))
  return template(a) === template(b)
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]))
}
