import type { ApiService } from '../../docker/types.ts'
import { serviceInStack } from '../names.rules.ts'

/**
 * Whether a name within the stack's networks can only mean services that publish nothing: nobody visits those from
 * outside, so that asking them disturbs no count of visits. A name that is nobody's may be anybody's.
 *
 * @param host as a service of the stack calls it: its name there, its name in the swarm, an alias, or `tasks.` one
 */
export function isUnpublished(host: string, stack: string, services: readonly ApiService[]): boolean {
  const name = host.replace(/^tasks\./, '')
  const meant = services.filter(({ Spec }) => {
    const aliases = Spec.TaskTemplate.Networks?.flatMap(network => network.Aliases ?? []) ?? []
    return [Spec.Name, serviceInStack(Spec.Name, stack), ...aliases].includes(name)
  })
  return meant.length > 0 && meant.every(({ Spec }) => (Spec.EndpointSpec?.Ports ?? []).length === 0)
}
