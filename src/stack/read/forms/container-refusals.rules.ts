import { type Mapping, mapping, own, sequence } from '../plain.rules.ts'
import type { Refuse } from './refuse.ts'
import { SCALARS, secondsOf } from './scalars.rules.ts'
import { isSplittable } from './shell-words.rules.ts'

/** What SwarmKit's validateTaskSpec and docker's conversion of a service refuse of what runs in the tasks. */
export function checkContainer(service: Mapping, refuse: Refuse): void {
  checkWords(service, refuse)
  checkTwice(service, refuse)
  checkMounts(service, refuse)
  checkGranted(service, refuse)
  checkResources(service, refuse)
  checkRollout(service, refuse)
  checkHealth(service, refuse)
  checkConstraints(service, refuse)
  checkImage(service, refuse)
}

function checkWords(service: Mapping, refuse: Refuse): void {
  for (const key of ['command', 'entrypoint'] as const) {
    const value = own(service, key)
    if (typeof value === 'string' && !isSplittable(value))
      refuse([key], 'unclosed-quote', `${key}: a quote in it is not closed`, 'close it, or write a list')
  }
  const { disable, test } = mapping(own(service, 'healthcheck'))
  if (disable === true && test !== undefined && !(Array.isArray(test) && test.length === 0))
    refuse(
      ['healthcheck', 'disable'],
      'refused-combination',
      'healthcheck has a test, and disable: true',
      'remove one of the two'
    )
}

/** Lists whose items docker's schema wants once each. */
const SETS = ['cap_add', 'cap_drop', 'dns', 'dns_search', 'extra_hosts', 'env_file'] as const

function checkTwice(service: Mapping, refuse: Refuse): void {
  for (const key of SETS) {
    const items = sequence(own(service, key))
    const i = items.findIndex((item, at) => items.indexOf(item) < at)
    if (i > 0) refuse([key, i], 'item-twice', `${key}.${i}: ${String(items[i])} appears twice`, 'remove one')
  }
}

const OPTIONS = ['bind', 'volume', 'tmpfs', 'image'] as const

function checkMounts(service: Mapping, refuse: Refuse): void {
  const seen = new Set<unknown>()
  for (const [i, item] of sequence(own(service, 'volumes')).entries()) {
    const mount = mapping(item)
    const { type, source, target } = mount
    const say = (text: string, hint: string) =>
      refuse(['volumes', i], 'bad-mount', `volumes.${i}: ${text}`, hint)
    const hasSource = source !== undefined && source !== ''
    if (['bind', 'cluster', 'npipe', 'image'].includes(String(type)) && !hasSource)
      say(`a mount of type ${type} needs a source`, 'add source:')
    if (type === 'tmpfs' && hasSource) say('a tmpfs has no source', 'remove source:')
    for (const option of OPTIONS)
      if (option !== type && own(mount, option) !== undefined && !(type === 'cluster' && option === 'volume'))
        say(`${option}: is not for a mount of type ${type}`, 'remove it, or correct type:')
    if (seen.has(target)) say(`something else is mounted at ${target} already`, 'give it another target')
    seen.add(target)
  }
}

/** Two secrets, or two configs, under one name in the container. */
function checkGranted(service: Mapping, refuse: Refuse): void {
  for (const section of ['secrets', 'configs'] as const) {
    const seen = new Set<string>()
    for (const [i, item] of sequence(own(service, section)).entries()) {
      const { source, target } = mapping(item)
      const file = String(target ?? source)
      if (seen.has(file))
        refuse(
          [section, i],
          'refused-combination',
          `${section}.${i}: two of them would be the file ${file}`,
          'give one of them another target, or remove it'
        )
      seen.add(file)
    }
  }
}

const LEAST_BYTES = 4 * 1024 * 1024
const LEAST_CPUS = 0.001

function checkResources(service: Mapping, refuse: Refuse): void {
  const resources = mapping(own(mapping(own(service, 'deploy')), 'resources'))
  for (const side of ['limits', 'reservations'] as const) {
    const { memory, cpus } = mapping(own(resources, side))
    const bytes = Number(SCALARS.bytes.cast(memory) ?? 0)
    if (bytes > 0 && bytes < LEAST_BYTES)
      refuse(
        ['deploy', 'resources', side, 'memory'],
        'too-small',
        `deploy.resources.${side}.memory must be at least 4M`,
        'a number without a unit is bytes: write 64M for 64 MiB'
      )
    const share = Number(cpus ?? 0)
    if (share > 0 && share < LEAST_CPUS)
      refuse(
        ['deploy', 'resources', side, 'cpus'],
        'too-small',
        `deploy.resources.${side}.cpus must be at least ${LEAST_CPUS}`,
        'write 0.5 for half a processor'
      )
  }
}

function checkRollout(service: Mapping, refuse: Refuse): void {
  const deploy = mapping(own(service, 'deploy'))
  for (const key of ['update_config', 'rollback_config'] as const) {
    const ratio = Number(own(mapping(own(deploy, key)), 'max_failure_ratio') ?? 0)
    if (ratio < 0 || ratio > 1)
      refuse(
        ['deploy', key, 'max_failure_ratio'],
        'wrong-type',
        `deploy.${key}.max_failure_ratio must be between 0 and 1`,
        'write 0.2 for a fifth of the tasks'
      )
  }
}

const LEAST_SECONDS = 0.001

function checkHealth(service: Mapping, refuse: Refuse): void {
  const check = mapping(own(service, 'healthcheck'))
  for (const key of ['interval', 'timeout', 'start_period', 'start_interval'] as const) {
    const value = own(check, key)
    if (typeof value !== 'string') continue
    const seconds = secondsOf(value)
    if (seconds !== 0 && seconds < LEAST_SECONDS)
      refuse(['healthcheck', key], 'too-small', `healthcheck.${key} must be at least 1ms`, 'write 30s, say')
  }
}

/** SwarmKit's manager/constraint. */
const CONSTRAINT = /^\s*[a-z_][a-z0-9\-_.]+\s*[=!]=\s*[a-z0-9:\-_\s.*()?+[\]\\^$|/]+$/i

function checkConstraints(service: Mapping, refuse: Refuse): void {
  const placement = mapping(own(mapping(own(service, 'deploy')), 'placement'))
  for (const [i, constraint] of sequence(own(placement, 'constraints')).entries())
    if (!CONSTRAINT.test(String(constraint)))
      refuse(
        ['deploy', 'placement', 'constraints', i],
        'bad-constraint',
        `deploy.placement.constraints.${i} is not a constraint`,
        'write key == value or key != value, with no quotes around the value: node.role == worker'
      )
}

/** The grammar of references (distribution/reference), with an upper-case name as the one fault that people make. */
const REFERENCE =
  /^(?:(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[a-f0-9:]+\])(?::\d+)?\/)?[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*(?::\w[\w.-]{0,127})?(?:@[a-z][a-z0-9]*(?:[-_+.][a-z][a-z0-9]*)*:[0-9a-f]{32,})?$/
const HOST = /^[^/]*[.:][^/]*\/|^localhost\//i

function checkImage(service: Mapping, refuse: Refuse): void {
  const image = own(service, 'image')
  if (typeof image !== 'string' || image === '') return
  // The name of a host may have capitals, that of a repository may not.
  if (REFERENCE.test(image.replace(HOST, host => host.toLowerCase()))) return
  const [repository = ''] = image.replace(HOST, '').split(/[:@]/)
  refuse(
    ['image'],
    'bad-image',
    `image: ${JSON.stringify(image)} is not an image name`,
    /[A-Z]/.test(repository)
      ? 'write the repository in lower case'
      : 'look at the variables in it: a part of it may be empty'
  )
}
