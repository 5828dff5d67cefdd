import { isMapping, mapping, sequence, serviceEntries, text } from '../../read/read.rules.ts'
import type { Mapping, Model } from '../../read/read.ts'

const SECTIONS = ['networks', 'volumes', 'secrets', 'configs'] as const

/**
 * A model of some of the services, with the networks, volumes, secrets and configs that they use and no others.
 * Top-level keys that are none of these (`version`, `x-…`) stay.
 */
export function partOfModel(model: Model, names: readonly string[]): Model {
  const services = serviceEntries(model).filter(([name]) => names.includes(name))
  const part: Model = { ...model, services: Object.fromEntries(services) }
  for (const section of SECTIONS) {
    const used = new Set(services.flatMap(([, service]) => USED[section](service)))
    const kept = Object.entries(mapping(model[section])).filter(([name]) => used.has(name))
    if (kept.length > 0) part[section] = Object.fromEntries(kept)
    else delete part[section]
  }
  return part
}

const USED: Record<(typeof SECTIONS)[number], (service: Mapping) => string[]> = {
  networks: service => {
    const named = namesOf(service.networks)
    // A service that names none is on the implicit one, which the model may define.
    return named.length > 0 ? named : ['default']
  },
  volumes: ({ volumes }) => sequence(volumes).flatMap(volumeName),
  secrets: ({ secrets }) => namesOf(secrets),
  configs: ({ configs, credential_spec }) => [...namesOf(configs), text(mapping(credential_spec).config)]
}

/** `[a, {source: b}]` and `{a: …, b: …}` are both the names a and b. */
const namesOf = (value: unknown): string[] =>
  isMapping(value)
    ? Object.keys(value)
    : sequence(value).map(item => text(isMapping(item) ? item.source : item))

const volumeName = (volume: unknown): string[] => {
  if (isMapping(volume)) return [text(volume.source)]
  const [source = '', target] = text(volume).split(':')
  return target === undefined ? [] : [source]
}
