import type { ApiService } from '../docker/types.ts'
import { assess } from './assess.rules.ts'
import type { Baseline, Snapshot } from './snapshot.ts'

/**
 * What a deploy that was cut short leaves, a line for each service: the new spec, the old one, or how far in
 * between, and who goes on from here. `services` are full names; without them, all of the stack.
 */
export function leftBehind(snapshot: Snapshot, baseline: Baseline, services?: readonly string[]): string[] {
  const ready = new Set(snapshot.nodes.filter(n => n.Status.State === 'ready').map(n => n.ID))
  const wanted = services ?? snapshot.services.map(service => service.Spec.Name)
  const states = new Map(assess(snapshot, baseline).map(state => [state.name, state]))
  return wanted.toSorted().map(name => {
    const service = snapshot.services.find(s => s.Spec.Name === name)
    const state = states.get(name)
    if (!service || !state) return `${name}: not there`
    const old = snapshot.tasks.filter(
      task =>
        task.ServiceID === service.ID &&
        task.Status.State === 'running' &&
        ready.has(task.NodeID ?? '') &&
        !snapshot.currentTaskIds.has(task.ID)
    ).length
    const isUntouched =
      old === 0 &&
      state.wanted > 0 &&
      state.running === state.wanted &&
      state.countedTasks.every(task => baseline.runningTaskIds.has(task.ID))
    if (isUntouched) return `${name}: as before the deploy, ${state.running}/${state.wanted}`
    const turned = service.UpdateStatus?.State?.startsWith('rollback')
    const far = turned ? howFarBack(state.running, state.wanted) : howFar(state.running, state.wanted, old)
    return `${name}: ${far}${whoGoesOn(service)}`
  })
}

function howFar(running: number, wanted: number, old: number): string {
  if (old === 0 && running >= wanted) return `new, ${running}/${wanted}`
  if (old === 0)
    return `new, but of its ${wanted} tasks ${running || 'none'} ${running > 1 ? 'run' : 'runs'} yet`
  const counted = `${running} new and ${old} old tasks run, ${wanted} are wanted`
  return running === 0 ? `old: ${counted}` : `in between: ${counted}`
}

/** After a rollback the spec of the version before is the current one. */
const howFarBack = (running: number, wanted: number): string =>
  `rolled back, ${running} of ${wanted} tasks are of the version before`

function whoGoesOn(service: ApiService): string {
  switch (service.UpdateStatus?.State) {
    case 'updating':
      return '; the swarm continues the update by itself'
    case 'rollback_started':
      return '; the swarm continues it by itself'
    case 'paused':
    case 'rollback_paused':
      return '; paused, nothing moves until somebody deploys again or rolls back'
    default:
      return ''
  }
}
