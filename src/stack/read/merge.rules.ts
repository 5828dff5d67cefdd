import type { Origins } from './origins.rules.ts'
import { isMapping, type Mapping, own, put } from './plain.rules.ts'

/** Values that a later file replaces as a whole (compose-spec, merge: shell commands). */
const REPLACED = /^services\.[^.]+\.(command|entrypoint|healthcheck\.test)$/

/** What makes two items of a list the same one; items of other lists are the same when they are equal. */
const IDENTITY: readonly [RegExp, (item: Mapping) => string][] = [
  [/^services\.[^.]+\.ports$/, portIdentity],
  [/^services\.[^.]+\.volumes$/, item => `target ${String(item.target)}`],
  [/^services\.[^.]+\.(secrets|configs)$/, item => `target ${String(item.target ?? item.source)}`],
  [/^services\.[^.]+\.env_file$/, item => `path ${String(item.path)}`]
]

/**
 * A port outside can lead to one place only, in one mode; without one, it is the port inside. Where Compose has the one
 * port lead to two places a swarm could not, and docker, which compares numbers alone, would lose udp beside tcp.
 */
function portIdentity({ target, published, protocol = 'tcp' }: Mapping): string {
  return published === undefined || published === null
    ? `inside ${String(target)}/${String(protocol)}`
    : `outside ${String(published)}/${String(protocol)}`
}

/** A secret or config has one source: a later file's takes the place of an earlier one's. */
const SOURCES = ['file', 'environment', 'content', 'external', 'driver']

/**
 * Lays one model in canonical form over another, by the rules of compose-spec (merge): mappings key by key, lists
 * one after the other with the same item (see `IDENTITY`) replaced in its place, the rest replaced; a key without
 * a value overrides nothing; `!reset` takes away, `!override` replaces. Neither of the two is changed.
 */
export function merge(base: unknown, top: unknown, origins: Origins, path = ''): unknown {
  if (isMapping(base) && isMapping(top)) return mergeMappings(base, top, origins, path)
  if (REPLACED.test(path)) return top ?? base
  if (Array.isArray(base) && Array.isArray(top)) return mergeLists(base, top, origins, path)
  return top ?? base
}

function mergeMappings(base: Mapping, top: Mapping, origins: Origins, path: string): Mapping {
  const made: Mapping = {}
  const isReplaced = replacedKeys(base, top, path)
  for (const key of Object.keys(base)) {
    if (isReplaced(key) && !Object.hasOwn(top, key)) continue
    put(made, key, own(base, key))
    origins.copy(base, key, made)
  }
  for (const key of Object.keys(top)) {
    const tag = origins.tagOf(top, key)
    const below = own(made, key)
    if (tag === 'reset') {
      delete made[key]
      continue
    }
    const isKept = tag === 'override' || below === undefined || origins.tagOf(base, key) === 'reset'
    const value = isKept ? own(top, key) : merge(below, own(top, key), origins, path ? `${path}.${key}` : key)
    if (value === below && value !== undefined && own(top, key) === null) continue
    put(made, key, value)
    origins.copy(top, key, made)
  }
  return made
}

/** The keys of the base that do not survive another value beside them. */
function replacedKeys(base: Mapping, top: Mapping, path: string): (key: string) => boolean {
  if (/^(secrets|configs)\.[^.]+$/.test(path) && SOURCES.some(key => Object.hasOwn(top, key)))
    return key => SOURCES.includes(key)
  // Options are those of one driver.
  const isOtherDriver = top.driver !== undefined && base.driver !== undefined && top.driver !== base.driver
  if (/^services\.[^.]+\.logging$/.test(path) && isOtherDriver) return () => true
  return () => false
}

function mergeLists(
  base: readonly unknown[],
  top: readonly unknown[],
  origins: Origins,
  path: string
): unknown[] {
  const identity = IDENTITY.find(([pattern]) => pattern.test(path))?.[1]
  const idOf = (item: unknown): string =>
    identity && isMapping(item)
      ? identity(item)
      : identity && typeof item === 'string'
        ? `path ${item}`
        : JSON.stringify(item)
  const made: unknown[] = []
  const at = new Map<string, number>()
  for (const list of [base, top])
    for (const [i, item] of list.entries()) {
      const id = idOf(item)
      const place = at.get(id) ?? made.length
      at.set(id, place)
      made[place] = item
      origins.copy(list, i, made, place)
    }
  return made
}

/**
 * A copy of its own of every part (merged services share what they took from one base), without what `!reset` takes
 * away where there was nothing before it.
 */
export function settled(value: unknown, origins: Origins): unknown {
  if (Array.isArray(value)) {
    const made = value.map(item => settled(item, origins))
    for (const i of value.keys()) origins.copy(value, i, made)
    return made
  }
  if (!isMapping(value)) return value
  const made: Mapping = {}
  for (const key of Object.keys(value)) {
    if (origins.tagOf(value, key) === 'reset') continue
    put(made, key, settled(own(value, key), origins))
    origins.copy(value, key, made)
  }
  return made
}
