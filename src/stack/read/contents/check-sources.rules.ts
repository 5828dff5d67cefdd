import type { Findings } from '../findings.rules.ts'
import type { GivenNames } from '../named-files.ts'
import type { Origins } from '../origins.rules.ts'
import { type Model, mapping, own } from '../plain.rules.ts'
import { contentSources } from './sources.rules.ts'

/** Secrets and configs without a content, unless the caller has it. Files are looked at elsewhere. */
export function checkSources(model: Model, given: GivenNames, origins: Origins, found: Findings): void {
  for (const source of contentSources(model)) {
    const { kind, name } = source
    if (given[`${kind}s`].includes(name)) continue
    const place = origins.of(mapping(own(model, `${kind}s`)), name)
    if (source.from === 'nowhere')
      found.add('error', 'no-content', place, `${kind} ${name}: it has no content`, {
        hint: 'give it file:, environment: or external: true'
      })
    else if (source.from === 'model' && source.text === '')
      found.add(
        'error',
        'no-content',
        place,
        `${kind} ${name}: its content is empty, which a swarm refuses`,
        { hint: 'give it at least one byte' }
      )
  }
}
