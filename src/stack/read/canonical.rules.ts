import type { Findings } from './findings.rules.ts'
import type { Origins } from './origins.rules.ts'
import {
  inLine,
  isMapping,
  isScalarValue,
  type Mapping,
  type Model,
  mapping,
  own,
  put
} from './plain.rules.ts'
import { absolute, hostLines, longPorts, longVolume, pairs } from './short-forms.rules.ts'

/** What the canonical form of one file is made with. `baseDir` is absolute: relative paths start there. */
export type CanonicalRequest = { baseDir: string; origins: Origins; found: Findings }

/** Of one service: a few ranges are more ports than a swarm can keep. */
const MAX_PORTS = 20_000

/** Keys of a service that are a text or a list of them. */
const LISTS = ['dns', 'dns_search', 'env_file', 'tmpfs', 'profiles']

/**
 * Brings one file's model, in place, into the form in which files can be merged: lists of `A=B` and of names as
 * mappings, ports, mounts, secrets and configs in the long form, paths absolute. What does not have the form that it
 * should have stays as it is, for the check of shapes to name.
 */
export function canonicalise(model: Model, request: CanonicalRequest): void {
  for (const [name, service] of Object.entries(mapping(own(model, 'services'))))
    if (isMapping(service)) canonicalService(name, service, request)
  for (const section of ['networks', 'volumes', 'secrets', 'configs'])
    for (const value of Object.values(mapping(own(model, section)))) {
      if (!isMapping(value)) continue
      asMapping(value, 'labels', '', request.origins)
      const file = own(value, 'file')
      if ((section === 'secrets' || section === 'configs') && typeof file === 'string')
        value.file = absolute(file, request.baseDir)
    }
}

function canonicalService(name: string, service: Mapping, request: CanonicalRequest): void {
  const { origins, baseDir, found } = request
  asMapping(service, 'environment', null, origins)
  for (const key of ['labels', 'sysctls']) asMapping(service, key, '', origins)
  const deploy = own(service, 'deploy')
  if (isMapping(deploy)) asMapping(deploy, 'labels', '', origins)
  for (const key of LISTS) asList(service, key, origins)
  for (const key of ['networks', 'depends_on']) namesAsMapping(service, key, origins)
  const hosts = own(service, 'extra_hosts')
  if (isMapping(hosts) && Object.values(hosts).some(Array.isArray))
    found.translate(
      origins.of(service, 'extra_hosts'),
      `extra_hosts: ${inLine(hosts)}`,
      `extra_hosts: ${inLine(hostLines(hosts))}`
    )
  rewrite(service, 'extra_hosts', origins, hostLines)
  let ports = 0
  eachItem(service, 'ports', origins, (item, i, list) => {
    const long = typeof item === 'string' || typeof item === 'number' ? longPorts(String(item)) : undefined
    ports += long?.length ?? 1
    if (ports <= MAX_PORTS) return long
    found.add('error', 'too-large', origins.of(list, i), `it has more than ${MAX_PORTS} ports`, {
      service: name,
      hint: 'name those that are used'
    })
    return []
  })
  for (const key of ['secrets', 'configs'])
    eachItem(service, key, origins, item => (typeof item === 'string' ? [{ source: item }] : undefined))
  eachItem(service, 'env_file', origins, item => {
    if (typeof item === 'string') return [absolute(item, baseDir)]
    if (!isMapping(item) || typeof item.path !== 'string') return undefined
    return [{ ...item, path: absolute(item.path, baseDir) }]
  })
  mounts(name, service, request)
}

function mounts(name: string, service: Mapping, { baseDir, origins, found }: CanonicalRequest): void {
  eachItem(service, 'volumes', origins, (item, i, list) => {
    const place = origins.of(list, i)
    const short = typeof item === 'string' ? longVolume(item) : undefined
    for (const option of short?.ignored ?? [])
      found.add('warning', 'ignored-key', place, `the mount option ${option} is ignored in a swarm`, {
        service: name
      })
    const mount = short?.volume ?? (isMapping(item) ? item : undefined)
    if (!mount) return undefined
    const source = own(mount, 'source')
    if (own(mount, 'type') !== 'bind' || typeof source !== 'string') return short ? [mount] : undefined
    if (source.startsWith('~')) {
      found.add('error', 'home-directory', place, `${source} is a different folder for everybody`, {
        service: name,
        hint: 'write the whole path of the folder on the nodes'
      })
      return [mount]
    }
    const whole = absolute(source, baseDir)
    if (whole !== source)
      found.add(
        'info',
        'relative-bind-mount',
        place,
        `${source} is a folder of this machine, and must exist on every node`,
        {
          service: name,
          hint: 'use a config, a volume, or a path that every node has'
        }
      )
    mount.source = whole
    return short ? [mount] : undefined
  })
}

/** Replaces a value by its other form, unless it is already, is taken away, or has neither. */
function rewrite(target: Mapping, key: string, origins: Origins, form: (value: unknown) => unknown): void {
  const value = own(target, key)
  if (value === undefined || value === null || origins.tagOf(target, key) === 'reset') return
  const made = form(value)
  if (made === undefined) return
  const place = origins.of(target, key)
  if (typeof made === 'object' && made !== null)
    for (const each of Object.keys(made))
      if (!origins.of(made, each)) origins.set(made, each, placeIn(value, each, origins) ?? place)
  put(target, key, made)
}

const placeIn = (container: unknown, key: string, origins: Origins) =>
  typeof container === 'object' && container !== null ? origins.of(container, key) : undefined

function asMapping(target: Mapping, key: string, alone: null | '', origins: Origins): void {
  rewrite(target, key, origins, value => {
    const found = Array.isArray(value) ? pairs(value, alone) : undefined
    return found && listedAs(value as unknown[], found, origins)
  })
}

function namesAsMapping(target: Mapping, key: string, origins: Origins): void {
  rewrite(target, key, origins, value =>
    Array.isArray(value) && value.every(item => typeof item === 'string')
      ? listedAs(
          value,
          value.map((name: string): [string, unknown] => [name, null]),
          origins
        )
      : undefined
  )
}

function listedAs(
  list: readonly unknown[],
  entries: readonly [string, unknown][],
  origins: Origins
): Mapping {
  const made: Mapping = {}
  for (const [i, [name, value]] of entries.entries()) {
    put(made, name, value)
    origins.copy(list, i, made, name)
  }
  return made
}

function asList(target: Mapping, key: string, origins: Origins): void {
  rewrite(target, key, origins, value => (isScalarValue(value) ? [value] : undefined))
}

/** Replaces each item of a list by none, one or several; `undefined` leaves it. */
function eachItem(
  target: Mapping,
  key: string,
  origins: Origins,
  form: (item: unknown, i: number, list: readonly unknown[]) => unknown[] | undefined
): void {
  rewrite(target, key, origins, value => {
    if (!Array.isArray(value)) return undefined
    const made: unknown[] = []
    for (const [i, item] of value.entries())
      for (const each of form(item, i, value) ?? [item]) {
        origins.copy(value, i, made, made.length)
        if (isMapping(each))
          for (const inner of Object.keys(each)) {
            if (isMapping(item)) origins.copy(item, inner, each)
            else origins.set(each, inner, origins.of(value, i))
          }
        made.push(each)
      }
    return made
  })
}
