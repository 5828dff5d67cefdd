import { child, inLine, isMapping, type Mapping, own, put } from '../plain.rules.ts'
import type { ServiceForm } from './service-form.ts'

/** Keys of a service that a swarm has under `deploy`. */
const MOVED: Readonly<Record<string, readonly string[]>> = {
  mem_limit: ['deploy', 'resources', 'limits', 'memory'],
  cpus: ['deploy', 'resources', 'limits', 'cpus'],
  pids_limit: ['deploy', 'resources', 'limits', 'pids'],
  mem_reservation: ['deploy', 'resources', 'reservations', 'memory'],
  scale: ['deploy', 'replicas']
}

/** `mem_limit: 1g` → `deploy.resources.limits.memory: 1g`. Two different values for one thing are an error. */
export const movedKeys: ServiceForm = (service, { name, origins, found }) => {
  for (const [key, path] of Object.entries(MOVED)) {
    const value = own(service, key)
    if (value === undefined) continue
    const place = origins.of(service, key)
    delete service[key]
    if (value === null) continue
    // Compose's words for no limit, which a swarm has by default.
    if (key !== 'scale' && ['0', '-1'].includes(String(value))) {
      found.translate(place, `${key}: ${inLine(value)}`, '')
      continue
    }
    const target = path.slice(0, -1).reduce((at, step) => child(at, step), service)
    const last = path.at(-1) ?? ''
    const there = own(target, last)
    if (there !== undefined && there !== null && String(there) !== String(value)) {
      found.add('error', 'contradiction', place, `${key} and ${path.join('.')} do not agree`, {
        service: name,
        hint: `leave out ${key}`
      })
      continue
    }
    put(target, last, value)
    origins.set(target, last, place)
    found.translate(place, `${key}: ${inLine(value)}`, `${path.join('.')}: ${inLine(value)}`)
  }
}

const POLICIES: Readonly<Record<string, string>> = {
  no: 'none',
  always: 'any',
  'unless-stopped': 'any',
  'on-failure': 'on-failure'
}

/** `restart: on-failure:3` → `deploy.restart_policy: {condition: on-failure, max_attempts: 3}`. */
export const restart: ServiceForm = (service, { name, origins, found }) => {
  conditionOf(service, { name, origins, found })
  const value = own(service, 'restart')
  if (value === undefined) return
  const place = origins.of(service, 'restart')
  delete service.restart
  if (value === null) return
  const deploy = own(service, 'deploy')
  if (isMapping(deploy) && isMapping(own(deploy, 'restart_policy'))) {
    found.add('warning', 'ignored-key', place, 'restart is ignored in a swarm: use deploy.restart_policy', {
      service: name
    })
    return
  }
  const [word = '', times] = (value === false ? 'no' : String(value)).split(':')
  const condition = Object.hasOwn(POLICIES, word) ? POLICIES[word] : undefined
  if (!condition || (times !== undefined && !(word === 'on-failure' && /^\d+$/.test(times)))) {
    found.add(
      'error',
      'wrong-type',
      place,
      'restart must be one of no, always, unless-stopped, on-failure, on-failure:N',
      {
        service: name
      }
    )
    return
  }
  const policy: Mapping = { condition, ...(times === undefined ? {} : { max_attempts: Number(times) }) }
  for (const key of Object.keys(policy)) origins.set(policy, key, place)
  const target = child(service, 'deploy')
  put(target, 'restart_policy', policy)
  origins.set(target, 'restart_policy', place)
  found.translate(place, `restart: ${inLine(value)}`, `deploy.restart_policy: ${inLine(policy)}`)
}

/** A policy's condition in the words of `restart:`. */
const conditionOf: ServiceForm = (service, { origins, found }) => {
  const deploy = own(service, 'deploy')
  const policy = isMapping(deploy) ? own(deploy, 'restart_policy') : undefined
  if (!isMapping(policy)) return
  const value = own(policy, 'condition')
  const word = value === false ? 'no' : String(value)
  if (!['no', 'always', 'unless-stopped'].includes(word)) return
  policy.condition = POLICIES[word]
  found.translate(
    origins.of(policy, 'condition'),
    `condition: ${inLine(value)}`,
    `condition: ${POLICIES[word]}`
  )
}
