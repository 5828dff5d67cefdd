import { nearest } from '../../../effects/nearest.rules.ts'
import type { Findings } from '../findings.rules.ts'
import type { Origins } from '../origins.rules.ts'
import { type Model, mapping, own, sequence } from '../plain.rules.ts'
import { usedIn } from '../profiles.rules.ts'

const SECTIONS = ['networks', 'volumes', 'secrets', 'configs'] as const

/** Names that no section has: docker says so when some of the services are there already. */
export function checkReferences(model: Model, origins: Origins, found: Findings): void {
  for (const [name, value] of Object.entries(mapping(own(model, 'services')))) {
    const service = mapping(value)
    for (const section of SECTIONS) {
      const known = Object.keys(mapping(own(model, section)))
      for (const used of usedIn([service], section)) {
        if (known.includes(used) || (section === 'networks' && used === 'default')) continue
        const near = nearest(used, known)
        found.add(
          'error',
          'undefined-name',
          placeOf(service, section, used, origins),
          `${section} has no ${used}`,
          {
            service: name,
            hint: near ? `did you mean ${near}?` : `add ${used}: to the top-level ${section}:`
          }
        )
      }
    }
  }
}

function placeOf(service: Record<string, unknown>, section: string, used: string, origins: Origins) {
  const value = own(service, section)
  if (section === 'networks') return origins.of(mapping(value), used)
  const item = sequence(value)
    .map(mapping)
    .find(({ source }) => source === used)
  return (
    (item && origins.of(item, 'source')) ??
    origins.of(service, section) ??
    origins.of(service, 'credential_spec')
  )
}
