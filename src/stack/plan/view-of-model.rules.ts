import { durationMs, showDuration } from '../../plain/durations.ts'
import { isMapping, mapping, parsePort, record, sequence, text, texts } from '../read/read.rules.ts'
import type { Mapping, Model } from '../read/read.ts'
import { bytesOf, shellWords } from './compose-scalars.rules.ts'
import { familiar } from './digests/reference.rules.ts'
import {
  allOf,
  capabilityFields,
  fileFields,
  mountFields,
  networkFields,
  portFields,
  present,
  rollingFields,
  showCount,
  showMemory,
  showNanoCpus,
  showSwitch,
  showWords
} from './fields.rules.ts'
import { attachmentsOf, filesOf, fullName, mountsOf, rollingOf, stringRecord } from './model-parts.rules.ts'
import type { ServiceView } from './view.ts'

/**
 * A service of a model, as `docker stack deploy` would hand it to the engine (docker/cli cli/compose/convert).
 *
 * @param name as the stack file says: `backend`
 * @param stack its networks, volumes, secrets and configs get this prefix, as they do in the swarm
 */
export function viewOfModel(model: Model, stack: string, name: string): ServiceView {
  const service = mapping(mapping(model.services)[name])
  return present({
    image: familiar(text(service.image)),
    entrypoint: showWords(command(service.entrypoint)),
    command: showWords(command(service.command)),
    hostname: text(service.hostname),
    user: text(service.user),
    working_dir: text(service.working_dir),
    stop_signal: text(service.stop_signal),
    stop_grace_period: duration(service.stop_grace_period),
    tty: showSwitch(service.tty),
    stdin_open: showSwitch(service.stdin_open),
    read_only: showSwitch(service.read_only),
    init: typeof service.init === 'boolean' ? String(service.init) : '',
    isolation: text(service.isolation) === 'default' ? '' : text(service.isolation),
    oom_score_adj: Number(service.oom_score_adj ?? 0) === 0 ? '' : text(service.oom_score_adj),
    dns: texts(service.dns).join(', '),
    dns_search: texts(service.dns_search).join(', '),
    extra_hosts: hosts(service.extra_hosts).join(', '),
    credential_spec: credentialSpec(model, stack, mapping(service.credential_spec)),
    ...capabilityFields(texts(service.cap_add), texts(service.cap_drop)),
    ...healthFields(service.healthcheck),
    ...allOf('environment', record(service.environment)),
    ...allOf('labels', stringRecord(service.labels)),
    ...allOf('sysctls', stringRecord(service.sysctls)),
    ...ulimitFields(mapping(service.ulimits)),
    ...loggingFields(service.logging),
    ...mountFields(mountsOf(model, stack, service)),
    ...fileFields('secrets', filesOf(model, stack, 'secrets', service)),
    ...fileFields('configs', filesOf(model, stack, 'configs', service)),
    ...networkFields(attachmentsOf(model, stack, service)),
    ...portFields(sequence(service.ports).flatMap(parsePort)),
    ...deployFields(mapping(service.deploy))
  })
}

function deployFields(deploy: Mapping): Record<string, string> {
  const mode = text(deploy.mode) || 'replicated'
  const placement = mapping(deploy.placement)
  const limits = mapping(mapping(deploy.resources).limits)
  const reservations = mapping(mapping(deploy.resources).reservations)
  return {
    'deploy.mode': mode,
    'deploy.replicas': mode.startsWith('global') ? '' : text(deploy.replicas ?? 1),
    'deploy.endpoint_mode': text(deploy.endpoint_mode).toLowerCase() || 'vip',
    ...allOf('deploy.labels', stringRecord(deploy.labels)),
    'deploy.placement.constraints': texts(placement.constraints).join(', '),
    'deploy.placement.preferences': sequence(placement.preferences)
      .map(preference => `spread ${text(mapping(preference).spread)}`)
      .join(', '),
    'deploy.placement.max_replicas_per_node': showCount(Number(placement.max_replicas_per_node ?? 0)),
    'deploy.resources.limits.cpus': showNanoCpus(nanoCpus(limits.cpus)),
    'deploy.resources.limits.memory': showMemory(bytesOf(text(limits.memory))),
    'deploy.resources.limits.pids': showCount(Number(limits.pids ?? 0)),
    'deploy.resources.reservations.cpus': showNanoCpus(nanoCpus(reservations.cpus)),
    'deploy.resources.reservations.memory': showMemory(bytesOf(text(reservations.memory))),
    'deploy.resources.reservations.generic_resources': genericResources(reservations.generic_resources),
    ...restartFields(deploy.restart_policy),
    // Jobs have none: docker refuses them.
    ...(mode.endsWith('-job')
      ? {}
      : {
          ...rollingFields('update_config', rollingOf(deploy.update_config)),
          ...rollingFields('rollback_config', rollingOf(deploy.rollback_config))
        })
  }
}

const nanoCpus = (value: unknown): number => Math.round(Number(text(value)) * 1e9)

const command = (value: unknown): string[] => (typeof value === 'string' ? shellWords(value) : texts(value))

/** Said and not said are two things to the engine: one restarts tasks that had the other. */
const duration = (value: unknown): string => {
  const ms = durationMs(text(value))
  return ms === undefined ? '' : showDuration(ms)
}

const nonZero = (value: unknown): string => (duration(value) === '0s' ? '' : duration(value))

const hosts = (value: unknown): string[] =>
  isMapping(value)
    ? Object.entries(value)
        .map(([host, address]) => `${host}:${text(address)}`)
        .sort()
    : texts(value).map(entry => entry.replace(/^([^:=]+)=/, '$1:'))

const credentialSpec = (model: Model, stack: string, { config, file, registry }: Mapping): string =>
  [
    config && `config ${fullName(model, stack, 'configs', text(config))}`,
    file && `file ${text(file)}`,
    registry && `registry ${text(registry)}`
  ]
    .filter(Boolean)
    .join(' ')

function healthFields(value: unknown): Record<string, string> {
  if (!isMapping(value)) return {}
  if (value.disable === true) return { 'healthcheck.test': 'NONE' }
  const test = typeof value.test === 'string' ? ['CMD-SHELL', value.test] : texts(value.test)
  return {
    'healthcheck.test': showWords(test),
    'healthcheck.interval': nonZero(value.interval),
    'healthcheck.timeout': nonZero(value.timeout),
    'healthcheck.start_period': nonZero(value.start_period),
    'healthcheck.start_interval': nonZero(value.start_interval),
    'healthcheck.retries': showCount(Number(value.retries ?? 0))
  }
}

const ulimitFields = (ulimits: Mapping): Record<string, string> =>
  Object.fromEntries(
    Object.entries(ulimits).map(([name, value]) => {
      const { soft, hard } = isMapping(value) ? value : { soft: value, hard: value }
      return [`ulimits.${name}`, `${text(soft)}:${text(hard)}`]
    })
  )

const loggingFields = (value: unknown): Record<string, string> =>
  isMapping(value)
    ? { 'logging.driver': text(value.driver), ...allOf('logging.options', stringRecord(value.options)) }
    : {}

const genericResources = (value: unknown): string =>
  sequence(value)
    .map(item => mapping(mapping(item).discrete_resource_spec))
    .map(({ kind, value: count }) => `${text(kind)}=${text(count)}`)
    .join(', ')

function restartFields(value: unknown): Record<string, string> {
  if (!isMapping(value)) return {}
  return {
    'deploy.restart_policy.condition': text(value.condition) || 'any',
    'deploy.restart_policy.delay': duration(value.delay),
    'deploy.restart_policy.max_attempts': showCount(Number(value.max_attempts ?? 0)),
    'deploy.restart_policy.window': duration(value.window)
  }
}
