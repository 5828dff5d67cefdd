import { OUR_PREFIX } from '../../plain/object-names.ts'
import { isMapping, mapping, own } from '../read/read.rules.ts'
import type { Findings, Mapping, Model, Origins } from '../read/read.ts'

const SECTIONS = ['configs', 'secrets', 'networks', 'volumes'] as const

/**
 * Names of our own objects: the locks and records of deploys, clusters. A stack that names one could read or remove
 * what belongs to another. Nothing silences this.
 */
export function refuseReservedNames(model: Model, origins: Origins, found: Findings): void {
  for (const section of SECTIONS) {
    const entries = mapping(own(model, section))
    for (const key of Object.keys(entries)) {
      const entry = own(entries, key)
      for (const { name, container, at } of namesOf(key, entry)) {
        if (!name.toLowerCase().startsWith(OUR_PREFIX)) continue
        const place = origins.of(container ?? entries, at) ?? origins.of(entries, key)
        found.add(
          'error',
          'reserved-name',
          place,
          `${section}: names that begin with ${OUR_PREFIX} are swarmline’s own`,
          {
            hint: 'choose another name'
          }
        )
      }
    }
  }
}

type Named = { name: string; container: Mapping | undefined; at: string }

/** What an entry is called in the swarm, as far as the file says it: without a name, the stack's name comes first. */
function namesOf(key: string, entry: unknown): Named[] {
  if (!isMapping(entry)) return []
  const external = own(entry, 'external')
  const named: Named[] = []
  const said = own(entry, 'name')
  if (typeof said === 'string') named.push({ name: said, container: entry, at: 'name' })
  else if (external && !isMapping(external)) named.push({ name: key, container: undefined, at: key })
  const old = isMapping(external) ? (own(external, 'name') ?? key) : undefined
  if (typeof old === 'string') named.push({ name: old, container: entry, at: 'external' })
  return named
}
