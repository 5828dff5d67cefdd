import type { Findings } from '../findings.rules.ts'
import type { Origins, Place } from '../origins.rules.ts'
import { type Mapping, type Model, mapping, own } from '../plain.rules.ts'
import { usedIn } from '../profiles.rules.ts'
import { checkContainer } from './container-refusals.rules.ts'
import { checkPorts, checkPortsBetween } from './port-refusals.rules.ts'
import type { Refuse } from './refuse.ts'

/** SwarmKit's rule for the names of services and networks (manager/controlapi/common.go, validateAnnotations). */
const DNS_NAME = /^[a-zA-Z0-9](?:[-_]*[A-Za-z0-9]+)*$/
const DNS_LIMIT = 63
const OBJECT_NAME = /^[a-zA-Z0-9]+(?:[a-zA-Z0-9-_.]*[a-zA-Z0-9])?$/
const OBJECT_LIMIT = 64

/** Drivers whose networks exist on one machine only. Those of plugins may have any name, and are not among them. */
const LOCAL_DRIVERS = [
  'bridge',
  'host',
  'none',
  'null',
  'macvlan',
  'ipvlan',
  'nat',
  'transparent',
  'l2bridge',
  'l2tunnel'
]

/**
 * What docker's client or the swarm refuses whatever its state: combinations and values that pass the schema, and
 * would fail a deploy half-way, when networks and secrets are there already. The rules are those of docker/cli
 * (cli/compose/convert) and SwarmKit (manager/controlapi).
 *
 * @param model v3, in canonical form
 * @param stack the stack's name where it is known: names in a swarm begin with it
 */
export function checkRefusals(model: Model, origins: Origins, found: Findings, stack?: string): void {
  const services = mapping(own(model, 'services'))
  for (const name of Object.keys(services)) {
    const service = mapping(own(services, name))
    const refuse: Refuse = (path, rule, text, hint) =>
      found.add('error', rule, placeIn(services, [name, ...path], origins), text, { service: name, hint })
    checkServiceName(name, stack, refuse)
    checkMode(service, refuse)
    checkPorts(service, refuse)
    checkContainer(service, refuse)
  }
  checkPortsBetween(services, (name, i, text, hint) =>
    found.add('error', 'port-twice', placeIn(services, [name, 'ports', i], origins), text, {
      service: name,
      hint
    })
  )
  checkNetworks(model, origins, found, stack)
  checkObjectNames(model, origins, found)
  checkObjectKeys(model, origins, found)
}

/** The line of the last key of a path that is written somewhere. */
export function placeIn(
  container: unknown,
  path: readonly (string | number)[],
  origins: Origins
): Place | undefined {
  let place: Place | undefined
  for (const key of path) {
    if (typeof container !== 'object' || container === null) break
    place = origins.of(container, key) ?? place
    container = (container as Record<string, unknown>)[key]
  }
  return place
}

function checkServiceName(name: string, stack: string | undefined, refuse: Refuse): void {
  const fault = dnsFault(`${stack ?? 's'}_${name}`)
  if (fault === undefined) return
  const full = stack === undefined ? name : `${stack}_${name}`
  refuse([], 'bad-name', `${full} is not a name for a service in a swarm: ${fault}`, 'rename the service')
}

/** What is wrong with the whole name of a service or a network. */
function dnsFault(whole: string): string | undefined {
  if (whole.length > DNS_LIMIT) return `with the stack's name it has more than ${DNS_LIMIT} characters`
  return DNS_NAME.test(whole)
    ? undefined
    : 'use letters, digits, - and _ only (no dot), and end with a letter or a digit'
}

function checkMode(service: Mapping, refuse: Refuse): void {
  const deploy = mapping(own(service, 'deploy'))
  const mode = String(own(deploy, 'mode') ?? 'replicated')
  if (mode.startsWith('global') && own(deploy, 'replicas') !== undefined)
    refuse(
      ['deploy', 'replicas'],
      'refused-combination',
      `replicas cannot be used with mode: ${mode}, which runs one task on every node`,
      'remove replicas, or use mode: replicated'
    )
  if (mode.endsWith('-job') && own(deploy, 'update_config') !== undefined)
    refuse(
      ['deploy', 'update_config'],
      'refused-combination',
      `a swarm refuses update_config on a job (mode: ${mode})`,
      'remove update_config'
    )
}

function checkNetworks(model: Model, origins: Origins, found: Findings, stack: string | undefined): void {
  const networks = mapping(own(model, 'networks'))
  const used = usedIn(Object.values(mapping(own(model, 'services'))).map(mapping), 'networks')
  for (const name of Object.keys(networks)) {
    const network = mapping(own(networks, name))
    // Docker does not make a network that no service is on.
    if (own(network, 'external') || !used.has(name)) continue
    const driver = own(network, 'driver')
    if (typeof driver === 'string' && LOCAL_DRIVERS.includes(driver))
      found.add(
        'error',
        'local-network',
        placeIn(networks, [name, 'driver'], origins),
        `networks.${name}: a network with driver ${driver} is on one machine only, and services of a swarm cannot use it`,
        {
          hint: 'use driver: overlay, or leave driver out; make anything else by hand (docker network create --scope swarm) and name it as external'
        }
      )
    const written = own(network, 'name')
    const fault = dnsFault(typeof written === 'string' ? written : `${stack ?? 's'}_${name}`)
    if (fault !== undefined)
      found.add(
        'error',
        'bad-name',
        placeIn(networks, [name, 'name'], origins),
        `networks.${name} does not have a name for a network in a swarm: ${fault}`,
        { hint: 'rename the network, or give it another name:' }
      )
  }
}

/** Names that are written for secrets and configs; others are made so that they fit. */
function checkObjectNames(model: Model, origins: Origins, found: Findings): void {
  for (const section of ['secrets', 'configs'] as const) {
    const entries = mapping(own(model, section))
    for (const name of Object.keys(entries)) {
      const entry = mapping(own(entries, name))
      const written = own(entry, 'name')
      if (typeof written !== 'string' || own(entry, 'external')) continue
      const place = placeIn(entries, [name, 'name'], origins)
      // A name with a variable in it is a way to give each content its own.
      if (own(entry, 'driver') === undefined && !place?.isSubstituted)
        found.add(
          'warning',
          'unversioned-name',
          place,
          `${section}.${name}: the name ${written} is kept, so a new content cannot be deployed under it`,
          { hint: 'leave name: out for one that follows the content, or write a new name with each content' }
        )
      if (written.length > OBJECT_LIMIT || !OBJECT_NAME.test(written))
        found.add('error', 'bad-name', place, `${section}.${name}.name is not a name that a swarm takes`, {
          hint: `use at most ${OBJECT_LIMIT} letters, digits, -, _ and dots, and begin and end with a letter or a digit`
        })
    }
  }
}

/** Keys that docker's client refuses beside another one (docker/cli, cli/compose/loader). */
const APART: readonly { section: string; key: string; beside: readonly string[]; hint: string }[] = [
  {
    section: 'volumes',
    key: 'external',
    beside: ['driver', 'driver_opts', 'labels'],
    hint: 'an external volume is there already, as it was made: take external out, or the others'
  },
  {
    section: 'secrets',
    key: 'driver',
    beside: ['file'],
    hint: 'the driver brings the content: take driver out, or file'
  }
]

function checkObjectKeys(model: Model, origins: Origins, found: Findings): void {
  for (const { section, key, beside, hint } of APART)
    for (const [name, value] of Object.entries(mapping(own(model, section)))) {
      const entry = mapping(value)
      const other = isSet(own(entry, key)) && beside.find(each => isSet(own(entry, each)))
      if (!other) continue
      const text = `${section}.${name}: ${other} cannot be used with ${key}`
      found.add(
        'error',
        'refused-combination',
        origins.of(entry, other) ?? origins.of(mapping(own(model, section)), name),
        text,
        { hint }
      )
    }
}

/** Something that is empty says nothing. */
const isSet = (value: unknown): boolean =>
  typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : Boolean(value)
