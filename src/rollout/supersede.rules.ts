import type { ApiService } from '../docker/types.ts'
import type { ServiceState } from './service-state.ts'
import type { Snapshot } from './snapshot.ts'

/** What each service was to run when it was first seen, by its id. */
export type Deployed = ReadonlyMap<string, { template: string; replicas: number | undefined }>

/** What a watch must remember of its first look to notice that somebody else deploys; later looks change nothing. */
export function deployedOf(before: Deployed, { services }: Snapshot): Deployed {
  if (services.every(service => before.has(service.ID))) return before
  const first = (service: ApiService) => ({
    template: templateOf(service),
    replicas: service.Spec.Mode.Replicated?.Replicas
  })
  return new Map([...services.map(service => [service.ID, first(service)] as const), ...before])
}

/** Restarted by force, or moved by nobody's wish but the same: that is no other deploy. */
function templateOf({ Spec }: ApiService): string {
  return JSON.stringify({ ...Spec.TaskTemplate, ForceUpdate: undefined })
}

/**
 * The states, where a service whose tasks are by now made from another template has failed: somebody else deployed
 * it, so neither its success nor its failure is this deploy's. A rollback, which changes the spec too, is none.
 */
export function withSuperseded(
  states: readonly ServiceState[],
  snapshot: Snapshot,
  deployed: Deployed
): ServiceState[] {
  const services = new Map(snapshot.services.map(service => [service.ID, service]))
  return states.map(state => {
    const service = services.get(state.id)
    if (!service || service.UpdateStatus?.State?.startsWith('rollback')) return state
    const first = deployed.get(state.id)
    if (!first || first.template === templateOf(service)) return state
    const error = `somebody else changed the service while it was watched: it is to run ${state.image} now`
    return { ...state, phase: { kind: 'failed', symptom: { category: 'other', error, task: undefined } } }
  })
}

/** Services that somebody has scaled meanwhile, in words. */
export function rescaled({ services }: Snapshot, deployed: Deployed): string[] {
  return services.flatMap(({ ID, Spec }) => {
    const before = deployed.get(ID)?.replicas
    const now = Spec.Mode.Replicated?.Replicas
    return before === undefined || now === undefined || before === now
      ? []
      : [`${Spec.Name}: somebody else scaled it from ${before} to ${now} while it was watched`]
  })
}
