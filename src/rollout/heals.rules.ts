import { eligibleNodes } from '../docker/eligible.rules.ts'
import type { ApiNode, ApiService } from '../docker/types.ts'
import type { Symptom } from './service-state.ts'

/**
 * Words of failures that no further try can change: the registry has answered that there is no such image, the
 * container cannot even be started as it is described, what it is to be given does not exist.
 */
const LASTING =
  /manifest unknown|manifest .*not found|pull access denied|repository .*(not found|does not exist)|no matching manifest|invalid reference|executable file not found|oci runtime|starting container failed|invalid mount config|bind source path does not exist|unable to find user|no such (secret|config)|(secret|config) .*not found|unknown log opt|logger: no log driver/i
/** So it is said of an image that is not there, and of a registry that was away for a moment. */
const UNCLEAR = /no such image/i

/**
 * Whether the next task may come up where this one did not: a program that ends until its database is up, a check that
 * fails while something is still starting. `unclear` for what is either.
 */
export function healing(symptom: Symptom): 'possible' | 'unclear' | 'impossible' {
  if (LASTING.test(symptom.error)) return 'impossible'
  return UNCLEAR.test(symptom.error) ? 'unclear' : 'possible'
}

/** Whether a port or resources that are not free now can be free before the service itself changes. */
export function canBeFreed(
  service: ApiService,
  category: Symptom['category'],
  wanted: number,
  nodes: readonly ApiNode[]
): boolean {
  const eligible = eligibleNodes(service.Spec.TaskTemplate, nodes)
  if (category === 'port') {
    // Its own tasks have the port: nobody else will let go of it.
    const isStartFirst =
      service.UpdateStatus?.State === 'updating' && service.Spec.UpdateConfig?.Order === 'start-first'
    return eligible.length >= wanted + (isStartFirst ? 1 : 0)
  }
  return eligible.some(node => isLargeEnough(service, node))
}

type Amounts = { NanoCPUs?: number; MemoryBytes?: number }

function isLargeEnough({ Spec }: ApiService, { Description }: ApiNode): boolean {
  const wanted = (Spec.TaskTemplate.Resources as { Reservations?: Amounts } | undefined)?.Reservations
  const has = Description.Resources
  if (!has) return true
  return (
    (wanted?.NanoCPUs ?? 0) <= (has.NanoCPUs ?? Number.POSITIVE_INFINITY) &&
    (wanted?.MemoryBytes ?? 0) <= (has.MemoryBytes ?? Number.POSITIVE_INFINITY)
  )
}
