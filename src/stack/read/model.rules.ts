import { isMapping, type Model, mapping, sequence } from './plain.rules.ts'
import { parsePort } from './ports.rules.ts'
import type { PlannedService } from './stack-plan.ts'

/** The services of a model. */
export function servicesOf(model: Model): PlannedService[] {
  return Object.entries(mapping(model.services)).map(([name, value]) => {
    const service = mapping(value)
    const networks = namesOf(service.networks)
    return {
      name,
      image: typeof service.image === 'string' ? service.image : '',
      mode: modeOf(mapping(service.deploy).mode),
      ports: sequence(service.ports).flatMap(port => parsePort(port)),
      networks: networks.length > 0 ? networks : ['default'],
      secrets: namesOf(service.secrets),
      configs: namesOf(service.configs)
    }
  })
}

/** Secrets or configs of a model that are files, with the path as it is written. */
export function fileSources(model: Model, section: 'secrets' | 'configs'): { name: string; path: string }[] {
  return Object.entries(mapping(model[section])).flatMap(([name, value]) => {
    const { file, external } = mapping(value)
    return typeof file === 'string' && !external ? [{ name, path: file }] : []
  })
}

/** The networks or volumes that the stack itself makes. */
export function ownNames(model: Model, section: 'networks' | 'volumes'): string[] {
  return Object.entries(mapping(model[section])).flatMap(([name, value]) =>
    mapping(value).external ? [] : [name]
  )
}

/** `[a, {source: b}]` and `{a: …, b: …}` are both the names a and b. */
function namesOf(value: unknown): string[] {
  if (isMapping(value)) return Object.keys(value)
  return sequence(value).flatMap(item => {
    const name = isMapping(item) ? item.source : item
    return typeof name === 'string' ? [name] : []
  })
}

const MODES = ['replicated', 'global', 'replicated-job', 'global-job'] as const
const modeOf = (value: unknown): PlannedService['mode'] => MODES.find(mode => mode === value) ?? 'replicated'
