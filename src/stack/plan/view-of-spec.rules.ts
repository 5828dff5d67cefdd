import type { ApiServiceSpec, UpdateConfig } from '../../docker/types.ts'
import { showDuration } from '../../plain/durations.ts'
import { record } from '../read/read.rules.ts'
import { showBytes } from './compose-scalars.rules.ts'
import { platformsInWords } from './digests/platforms.rules.ts'
import { familiar } from './digests/reference.rules.ts'
import { withoutWords } from './extra-fields.rules.ts'
import {
  allOf,
  capabilityFields,
  fileFields,
  mountFields,
  mountOptions,
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
import type { ContainerSpec, SpecMount, TaskSpec } from './spec-parts.ts'
import type { FileReference, Mount, RollingParts, ServiceView } from './view.ts'

const NANO = 1e6
const DOCKERS_OWN = /^com\.docker\.stack\./

/** What a spec names by id. */
export type SpecNames = {
  /** Network id → name. */
  networks: Readonly<Record<string, string>>
  /** Config id → name. */
  configs: Readonly<Record<string, string>>
}

export const namesOf = ({ networks, configs }: Listed): SpecNames => ({
  networks: Object.fromEntries(networks.map(({ Id, Name }) => [Id, Name])),
  configs: Object.fromEntries(configs.map(({ ID, Spec }) => [ID, Spec.Name]))
})

type Listed = {
  networks: readonly { Id: string; Name: string }[]
  configs: readonly { ID: string; Spec: { Name: string } }[]
}

/** A service's spec as the engine has it, in the same fields and words as `viewOfModel`. */
export function viewOfSpec(spec: ApiServiceSpec, stack: string, names: SpecNames): ServiceView {
  const task = spec.TaskTemplate as TaskSpec
  const container: ContainerSpec = task.ContainerSpec ?? { Image: '' }
  const name = spec.Name.startsWith(`${stack}_`) ? spec.Name.slice(stack.length + 1) : spec.Name
  return present({
    image: familiar(container.Image),
    ...processFields(container),
    credential_spec: credentialSpec(container, names),
    ...healthFields(container.Healthcheck),
    ...allOf('environment', record(container.Env)),
    ...allOf('labels', withoutDockers(container.Labels)),
    ...allOf('sysctls', container.Sysctls ?? {}),
    ...Object.fromEntries((container.Ulimits ?? []).map(u => [`ulimits.${u.Name}`, `${u.Soft}:${u.Hard}`])),
    ...(task.LogDriver
      ? {
          'logging.driver': task.LogDriver.Name ?? '',
          ...allOf('logging.options', task.LogDriver.Options ?? {})
        }
      : {}),
    ...mountFields((container.Mounts ?? []).map(mountOf)),
    ...fileFields(
      'secrets',
      (container.Secrets ?? []).flatMap(s => fileOf(s.SecretName, s.File))
    ),
    ...fileFields(
      'configs',
      (container.Configs ?? []).flatMap(c => fileOf(c.ConfigName, c.File))
    ),
    ...networkFields(
      (task.Networks ?? []).map(({ Target, Aliases, DriverOpts }) => ({
        network: names.networks[Target] ?? Target,
        // Docker adds the service's own name as the last one.
        aliases: (Aliases ?? []).at(-1) === name ? (Aliases ?? []).slice(0, -1) : (Aliases ?? []),
        driverOptions: DriverOpts ?? {}
      }))
    ),
    ...portFields(
      (spec.EndpointSpec?.Ports ?? []).map(port => ({
        target: port.TargetPort,
        published: port.PublishedPort,
        protocol: port.Protocol,
        mode: port.PublishMode
      }))
    ),
    ...deployFields(spec, task),
    ...withoutWords(spec, task, container)
  })
}

const processFields = (container: ContainerSpec): Record<string, string> => ({
  entrypoint: showWords(container.Command ?? []),
  command: showWords(container.Args ?? []),
  hostname: container.Hostname ?? '',
  user: container.User ?? '',
  working_dir: container.Dir ?? '',
  stop_signal: container.StopSignal ?? '',
  stop_grace_period: duration(container.StopGracePeriod),
  tty: showSwitch(container.TTY),
  stdin_open: showSwitch(container.OpenStdin),
  read_only: showSwitch(container.ReadOnly),
  init: typeof container.Init === 'boolean' ? String(container.Init) : '',
  isolation: container.Isolation === 'default' ? '' : (container.Isolation ?? ''),
  oom_score_adj: container.OomScoreAdj ? String(container.OomScoreAdj) : '',
  dns: (container.DNSConfig?.Nameservers ?? []).join(', '),
  dns_search: (container.DNSConfig?.Search ?? []).join(', '),
  extra_hosts: (container.Hosts ?? []).map(host => host.replace(/^(\S+)\s+(.+)$/, '$2:$1')).join(', '),
  ...capabilityFields(container.CapabilityAdd ?? [], container.CapabilityDrop ?? [])
})

const duration = (nano: number | undefined): string => (nano === undefined ? '' : showDuration(nano / NANO))
const nonZero = (nano: number | undefined): string => (nano ? showDuration(nano / NANO) : '')

const withoutDockers = (labels: Record<string, string> | null | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(labels ?? {}).filter(([key]) => !DOCKERS_OWN.test(key)))

function credentialSpec(container: ContainerSpec, names: SpecNames): string {
  const { Config, File, Registry } = container.Privileges?.CredentialSpec ?? {}
  const config = Config && `config ${names.configs[Config] ?? Config}`
  return [config, File && `file ${File}`, Registry && `registry ${Registry}`].filter(Boolean).join(' ')
}

const healthFields = (health: ContainerSpec['Healthcheck']): Record<string, string> => ({
  'healthcheck.test': showWords(health?.Test ?? []),
  'healthcheck.interval': nonZero(health?.Interval),
  'healthcheck.timeout': nonZero(health?.Timeout),
  'healthcheck.start_period': nonZero(health?.StartPeriod),
  'healthcheck.start_interval': nonZero(health?.StartInterval),
  'healthcheck.retries': showCount(health?.Retries ?? 0)
})

const mountOf = (mount: SpecMount): Mount => ({
  type: mount.Type || 'volume',
  source: mount.Source ?? '',
  target: mount.Target,
  isReadOnly: mount.ReadOnly === true,
  options: [
    ...(mount.VolumeOptions?.NoCopy ? ['nocopy'] : []),
    ...(mount.BindOptions?.Propagation ? [mount.BindOptions.Propagation] : []),
    ...(mount.TmpfsOptions?.SizeBytes ? [`size=${showBytes(mount.TmpfsOptions.SizeBytes)}`] : []),
    ...mountOptions(
      mount.Consistency,
      // Of one kind only, and all of them seen.
      [mount.VolumeOptions?.Subpath, mount.ImageOptions?.Subpath].filter(Boolean).join(' ')
    )
  ],
  driver: mount.VolumeOptions?.DriverConfig?.Name ?? '',
  driverOptions: mount.VolumeOptions?.DriverConfig?.Options ?? {},
  labels: withoutDockers(mount.VolumeOptions?.Labels)
})

/** Configs without a file are credential specs. */
const fileOf = (
  name: string,
  file: { Name: string; UID?: string; GID?: string; Mode?: number } | null | undefined
): FileReference[] =>
  file
    ? [{ name, target: file.Name, uid: file.UID || '0', gid: file.GID || '0', mode: file.Mode ?? 0o444 }]
    : []

function deployFields(spec: ApiServiceSpec, task: TaskSpec): Record<string, string> {
  const { mode, replicas } = modeOf(spec)
  const { Limits, Reservations } = task.Resources ?? {}
  const { Constraints, Preferences, MaxReplicas, Platforms } = task.Placement ?? {}
  return {
    'deploy.mode': mode,
    'deploy.replicas': replicas === undefined ? '' : String(replicas),
    'deploy.endpoint_mode': spec.EndpointSpec?.Mode || 'vip',
    ...allOf('deploy.labels', withoutDockers(spec.Labels)),
    'deploy.placement.constraints': (Constraints ?? []).join(', '),
    'deploy.placement.preferences': (Preferences ?? [])
      .map(preference => `spread ${preference.Spread?.SpreadDescriptor ?? ''}`)
      .join(', '),
    'deploy.placement.max_replicas_per_node': showCount(MaxReplicas ?? 0),
    'deploy.placement.platforms': platformsInWords(Platforms ?? []),
    'deploy.resources.limits.cpus': showNanoCpus(Limits?.NanoCPUs ?? 0),
    'deploy.resources.limits.memory': showMemory(Limits?.MemoryBytes ?? 0),
    'deploy.resources.limits.pids': showCount(Limits?.Pids ?? 0),
    'deploy.resources.reservations.cpus': showNanoCpus(Reservations?.NanoCPUs ?? 0),
    'deploy.resources.reservations.memory': showMemory(Reservations?.MemoryBytes ?? 0),
    'deploy.resources.reservations.generic_resources': (Reservations?.GenericResources ?? [])
      .map(({ DiscreteResourceSpec: amount, NamedResourceSpec: named }) =>
        [amount, named].flatMap(r => (r ? `${r.Kind}=${r.Value}` : [])).join(' ')
      )
      .join(', '),
    ...restartFields(task.RestartPolicy),
    ...(mode.endsWith('-job')
      ? {}
      : {
          ...rollingFields('update_config', rollingOf(spec.UpdateConfig)),
          ...rollingFields('rollback_config', rollingOf(spec.RollbackConfig))
        })
  }
}

function modeOf({ Mode }: ApiServiceSpec): { mode: string; replicas: number | undefined } {
  if (Mode.Global) return { mode: 'global', replicas: undefined }
  if (Mode.GlobalJob) return { mode: 'global-job', replicas: undefined }
  if (Mode.ReplicatedJob)
    return { mode: 'replicated-job', replicas: Mode.ReplicatedJob.TotalCompletions ?? 1 }
  return { mode: 'replicated', replicas: Mode.Replicated?.Replicas ?? 1 }
}

const restartFields = (policy: TaskSpec['RestartPolicy']): Record<string, string> =>
  policy
    ? {
        'deploy.restart_policy.condition': policy.Condition || 'any',
        'deploy.restart_policy.delay': duration(policy.Delay),
        'deploy.restart_policy.max_attempts': showCount(policy.MaxAttempts ?? 0),
        'deploy.restart_policy.window': duration(policy.Window)
      }
    : {}

const rollingOf = (config: UpdateConfig | undefined): RollingParts => ({
  parallelism: config ? config.Parallelism : 1,
  delayMs: (config?.Delay ?? 0) / NANO,
  monitorMs: (config?.Monitor ?? 0) / NANO,
  failureAction: config?.FailureAction ?? '',
  maxFailureRatio: config?.MaxFailureRatio ?? 0,
  order: config?.Order ?? ''
})
