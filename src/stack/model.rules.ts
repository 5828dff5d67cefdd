import { parsePort } from './ports.rules.ts'
import type { PlannedService } from './stack-plan.ts'

/** A compose model as YAML or JSON gives it, in the short or in the long (normal) form. */
export type Model = Record<string, unknown>

type Mapping = Record<string, unknown>

const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const mapping = (value: unknown): Mapping => (isMapping(value) ? value : {})
const sequence = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/**
 * Lays one model over another: mappings are merged key by key, lists are joined, anything else is replaced. It is
 * enough for the names, images, ports and files that the plan is made of.
 */
export function overlay(base: unknown, top: unknown): unknown {
  if (isMapping(base) && isMapping(top)) {
    const keys = [...new Set([...Object.keys(base), ...Object.keys(top)])]
    return Object.fromEntries(keys.map(key => [key, key in top ? overlay(base[key], top[key]) : base[key]]))
  }
  if (Array.isArray(base) && Array.isArray(top)) {
    const known = new Set(base.map(item => JSON.stringify(item)))
    return [...base, ...top.filter(item => !known.has(JSON.stringify(item)))]
  }
  return top ?? base
}

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
