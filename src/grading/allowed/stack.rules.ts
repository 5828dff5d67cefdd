import { BOUNDS } from './bounds.ts'
import { mountRefusals } from './mounts.rules.ts'
import { type Mapping, mapping, type PlaceOf, type Refusal } from './refusal.ts'
import { serviceRefusals } from './service.rules.ts'
import { topLevelRefusals } from './top-level.rules.ts'

/**
 * What a stack asks for and may not have. It is an allow-list: what nobody thought of is refused.
 *
 * @param model as the loader gives it: merged, variables replaced, in the long form
 */
export function stackRefusals(model: Mapping, placeOf: PlaceOf): Refusal[] {
  const services = mapping(model.services)
  const names = Object.keys(services)
  const tasks = names.reduce((sum, name) => sum + replicasOf(mapping(services[name])), 0)
  const { services: mostServices, tasks: mostTasks } = BOUNDS.stack
  const counted: [number, number, string][] = [
    [names.length, mostServices, 'services'],
    [tasks, mostTasks, 'replicas of all services together']
  ]
  return [
    ...counted
      .filter(([is, most]) => is > most)
      .map(([is, most, what]) => ({
        text: `${is} ${what}`,
        hint: `ask for ${most} at most`,
        place: placeOf(model, 'services')
      })),
    ...names.flatMap(name => {
      const service = mapping(services[name])
      return [...serviceRefusals(name, service, placeOf), ...mountRefusals(name, service, placeOf)]
    }),
    ...topLevelRefusals(model, placeOf)
  ]
}

function replicasOf({ deploy }: Mapping): number {
  const { replicas } = mapping(deploy)
  return replicas === undefined ? 1 : Number(replicas)
}
