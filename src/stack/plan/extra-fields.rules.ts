import type { ApiServiceSpec } from '../../docker/types.ts'
import { isMapping } from '../read/read.rules.ts'
import type { ContainerSpec, TaskSpec } from './spec-parts.ts'

/**
 * What stands for nothing in an engine's answer: SwarmKit gives each field that has a default back, also where nobody
 * set it.
 */
const isNothing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === false ||
  value === 0 ||
  value === '' ||
  value === 'default' ||
  (Array.isArray(value) && value.length === 0) ||
  (isMapping(value) && Object.values(value).every(isNothing))

/**
 * The fields of a part of a spec that a view has no words for, each by its path and as JSON. A stack file cannot say
 * them (somebody set them by hand, or an engine is newer than this program), so a deploy takes them away, which is then
 * seen: no field of a spec is without a place in its view.
 *
 * @param known the keys that the view has words for
 */
function extraFields(prefix: string, part: unknown, known: readonly string[]): Record<string, string> {
  if (!isMapping(part)) return {}
  return Object.fromEntries(
    Object.entries(part)
      .filter(([key, value]) => !known.includes(key) && !isNothing(value))
      .map(([key, value]) => [`${prefix}.${key}`, JSON.stringify(value)])
  )
}

/** Docker has as many tasks of a job run at once as there are in all. */
function concurrency({ Mode }: ApiServiceSpec): Record<string, string> {
  const { MaxConcurrent, TotalCompletions } = Mode.ReplicatedJob ?? {}
  return MaxConcurrent === undefined || MaxConcurrent === (TotalCompletions ?? 1)
    ? {}
    : { 'spec.Mode.ReplicatedJob.MaxConcurrent': String(MaxConcurrent) }
}

/** All that a spec holds and a stack file cannot say. */
export const withoutWords = (
  spec: ApiServiceSpec,
  task: TaskSpec,
  container: ContainerSpec
): Record<string, string> => ({
  ...extraFields('spec', spec, KNOWN.spec),
  ...extraFields('spec.EndpointSpec', spec.EndpointSpec, KNOWN.endpoint),
  ...Object.assign(
    {},
    ...(spec.EndpointSpec?.Ports ?? []).map(port =>
      extraFields(`spec.port.${port.TargetPort}/${port.Protocol}`, port, KNOWN.port)
    )
  ),
  ...concurrency(spec),
  ...extraFields('spec.task', task, KNOWN.task),
  ...extraFields('spec.placement', task.Placement, KNOWN.placement),
  ...extraFields('spec.limits', task.Resources?.Limits, KNOWN.amounts),
  ...extraFields('spec.reservations', task.Resources?.Reservations, KNOWN.amounts),
  ...extraFields('spec.resources', task.Resources, ['Limits', 'Reservations']),
  ...extraFields('spec.container', container, KNOWN.container),
  ...extraFields('spec.privileges', container.Privileges, ['CredentialSpec']),
  ...extraFields('spec.dns', container.DNSConfig, ['Nameservers', 'Search']),
  ...extraFields('spec.healthcheck', container.Healthcheck, KNOWN.health),
  ...Object.assign(
    {},
    ...(container.Mounts ?? []).map(mount => {
      const at = `spec.mount.${mount.Target}`
      return {
        ...extraFields(at, mount, KNOWN.mount),
        ...extraFields(at, mount.BindOptions, ['Propagation']),
        ...extraFields(at, mount.VolumeOptions, ['NoCopy', 'Labels', 'DriverConfig', 'Subpath']),
        ...extraFields(at, mount.TmpfsOptions, ['SizeBytes']),
        ...extraFields(at, mount.ImageOptions, ['Subpath'])
      }
    })
  )
})

const KNOWN = {
  spec: ['Name', 'Labels', 'TaskTemplate', 'Mode', 'UpdateConfig', 'RollbackConfig', 'EndpointSpec'],
  endpoint: ['Mode', 'Ports'],
  port: ['Protocol', 'TargetPort', 'PublishedPort', 'PublishMode'],
  // ForceUpdate and Runtime are SwarmKit's own, and docker leaves the one as it is.
  task: [
    ...['ContainerSpec', 'Resources', 'RestartPolicy', 'Placement', 'Networks', 'LogDriver'],
    ...['ForceUpdate', 'Runtime']
  ],
  placement: ['Constraints', 'Preferences', 'MaxReplicas', 'Platforms'],
  amounts: ['NanoCPUs', 'MemoryBytes', 'Pids', 'GenericResources'],
  container: [
    ...[
      'Image',
      'Labels',
      'Command',
      'Args',
      'Hostname',
      'Env',
      'Dir',
      'User',
      'StopSignal',
      'TTY',
      'OpenStdin'
    ],
    ...['ReadOnly', 'Init', 'Isolation', 'OomScoreAdj', 'StopGracePeriod', 'Hosts', 'DNSConfig', 'Sysctls'],
    ...[
      'CapabilityAdd',
      'CapabilityDrop',
      'Ulimits',
      'Healthcheck',
      'Mounts',
      'Secrets',
      'Configs',
      'Privileges'
    ]
  ],
  health: ['Test', 'Interval', 'Timeout', 'StartPeriod', 'StartInterval', 'Retries'],
  mount: [
    ...['Type', 'Source', 'Target', 'ReadOnly', 'Consistency'],
    ...['BindOptions', 'VolumeOptions', 'TmpfsOptions', 'ImageOptions']
  ]
}
