import { nearest } from '../../../effects/nearest.rules.ts'
import type { Findings } from '../findings.rules.ts'
import type { Origins } from '../origins.rules.ts'
import { inLine, isMapping, type Model, mapping, own } from '../plain.rules.ts'
import type { ShapeRequest } from './shape.rules.ts'

export const KNOWN = ['version', 'services', 'networks', 'volumes', 'secrets', 'configs']

/** Drops, in place, what docker does not take at the top of a stack file: each is a translation or a finding. */
export function topLevel(model: Model, origins: Origins, found: Findings): void {
  for (const key of Object.keys(model)) {
    if (KNOWN.includes(key)) continue
    const place = origins.of(model, key)
    if (key === 'name') found.translate(place, `name: ${inLine(own(model, key))}`, '')
    else if (!key.startsWith('x-')) {
      const near = nearest(key, [...KNOWN, 'include', 'name'])
      found.add('error', 'unknown-key', place, `${key} is not a section that docker stack deploy knows`, {
        hint: near ? `did you mean ${near}?` : 'remove it'
      })
    }
    delete model[key]
  }
  for (const section of ['networks', 'volumes', 'secrets', 'configs'])
    for (const entry of Object.values(mapping(own(model, section)))) externalName(entry, origins, found)
}

/** `external: {name: x}` → `external: true` and `name: x`. */
function externalName(entry: unknown, origins: Origins, found: Findings): void {
  if (!isMapping(entry) || !isMapping(own(entry, 'external'))) return
  const outer = mapping(own(entry, 'external'))
  const place = origins.of(entry, 'external')
  const name = own(outer, 'name')
  entry.external = true
  if (typeof name === 'string') {
    entry.name = name
    origins.set(entry, 'name', place)
  }
  found.translate(place, `external: ${inLine(outer)}`, `external: true, name: ${inLine(name)}`)
}

/** The lowest version of the schema that has all that is used; clients of every age take 3.8. */
export function lowestVersion(): { needs: ShapeRequest['needs']; version(): string } {
  let minor = 8
  const needs = (needed: number): void => {
    minor = Math.max(minor, needed)
  }
  return { needs, version: () => `3.${minor}` }
}
