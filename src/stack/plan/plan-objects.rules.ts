import { OUR_LABEL, STACK_LABEL } from '../../plain/labels.ts'
import { mapping, sequence, serviceEntries, text } from '../read/read.rules.ts'
import type { Mapping, Model } from '../read/read.ts'
import { differences } from './compare-views.rules.ts'
import { forShowing } from './conceal.rules.ts'
import type { CurrentNetwork, CurrentStack } from './current.ts'
import { allOf, present } from './fields.rules.ts'
import { attachmentsOf, fullName, isExternal, mountsOf, stringRecord } from './model-parts.rules.ts'
import type { TaskSpec } from './spec-parts.ts'
import type { ObjectChange } from './stack-changes.ts'
import type { ServiceView } from './view.ts'

/** What a deploy does to the networks, secrets, configs and volumes of a stack. */
export function planObjects(model: Model, stack: string, current: CurrentStack): ObjectChange[] {
  return [
    ...planNetworks(model, stack, current),
    ...planFiles(model, stack, 'secret', current.secrets),
    ...planFiles(model, stack, 'config', current.configs),
    ...planVolumes(model, stack, current)
  ]
}

/** Docker makes the networks that services use, and leaves one that is there as it is. */
function planNetworks(model: Model, stack: string, { networks }: CurrentStack): ObjectChange[] {
  const definitions = mapping(model.networks)
  const used = new Set(
    serviceEntries(model).flatMap(([, service]) =>
      attachmentsOf(model, stack, service).map(({ network }) => network)
    )
  )
  const keys = [...new Set([...Object.keys(definitions), 'default'])]
  const own = keys
    .filter(
      key => !isExternal(mapping(definitions[key])) && used.has(fullName(model, stack, 'networks', key))
    )
    .map(key => ({ name: fullName(model, stack, 'networks', key), definition: mapping(definitions[key]) }))
  const ofStack = networks.filter(({ Labels }) => Labels?.[STACK_LABEL] === stack)
  const planned = own.flatMap(({ name, definition }): ObjectChange[] => {
    const live = ofStack.find(({ Name }) => Name === name)
    if (!live) return [{ kind: 'network', name, change: 'created', fields: [] }]
    const fields = forShowing(differences(viewOfNetwork(live, definition), viewOfDefinition(definition)))
    return fields.length > 0 ? [{ kind: 'network', name, change: 'drifted', fields }] : []
  })
  const unused = ofStack.filter(({ Name }) => !own.some(({ name }) => name === Name))
  return [...planned, ...unused.map(({ Name }) => change('network', Name, 'unused'))]
}

const viewOfDefinition = (definition: Mapping): ServiceView =>
  present({
    driver: text(definition.driver) || 'overlay',
    internal: definition.internal === true ? 'true' : '',
    attachable: definition.attachable === true ? 'true' : '',
    'ipam.driver': text(mapping(definition.ipam).driver),
    subnets: sequence(mapping(definition.ipam).config)
      .map(config => text(mapping(config).subnet))
      .join(', '),
    ...allOf('driver_opts', stringRecord(definition.driver_opts)),
    ...allOf('labels', stringRecord(definition.labels))
  })

/** Of options and subnets the engine adds its own: only those that the files name are compared. */
function viewOfNetwork(live: CurrentNetwork, definition: Mapping): ServiceView {
  const wanted = Object.keys(stringRecord(definition.driver_opts))
  const options = Object.entries(live.Options ?? {}).filter(([key]) => wanted.includes(key))
  const labels = Object.entries(live.Labels ?? {}).filter(([key]) => key !== STACK_LABEL)
  const hasSubnets = sequence(mapping(definition.ipam).config).length > 0
  return present({
    driver: live.Driver,
    internal: live.Internal ? 'true' : '',
    attachable: live.Attachable ? 'true' : '',
    'ipam.driver': text(mapping(definition.ipam).driver) === '' ? '' : (live.IPAM?.Driver ?? ''),
    subnets: hasSubnets ? (live.IPAM?.Config ?? []).map(({ Subnet }) => Subnet ?? '').join(', ') : '',
    ...allOf('driver_opts', Object.fromEntries(options)),
    ...allOf('labels', Object.fromEntries(labels))
  })
}

/** Docker makes all that the files define, used or not. Whether a content is new only the content can tell. */
function planFiles(
  model: Model,
  stack: string,
  kind: 'secret' | 'config',
  live: CurrentStack['secrets']
): ObjectChange[] {
  const section = `${kind}s`
  const own = Object.entries(mapping(model[section])).filter(
    ([, definition]) => !isExternal(mapping(definition))
  )
  const wanted = own.map(([key]) => fullName(model, stack, section, key))
  const drifted = own.flatMap(([key, definition]): ObjectChange[] => {
    const name = fullName(model, stack, section, key)
    const found = live.find(({ Spec }) => Spec.Name === name)
    if (!found) return []
    const labels = stringRecord(mapping(definition).labels)
    const was = found.Spec.Labels?.[OUR_LABEL.content]
    const is = labels[OUR_LABEL.content]
    if (was !== undefined && is !== undefined && was !== is)
      return [{ kind, name, change: 'drifted', fields: [] }]
    const fields = forShowing(differences(labelsAlone(found.Spec.Labels ?? {}), labelsAlone(labels)))
    // What has a name of the file's is taken as it is.
    const change = is === undefined ? 'updated' : 'drifted'
    return fields.length > 0 ? [{ kind, name, change, fields }] : []
  })
  const there = live.map(({ Spec }) => Spec.Name)
  return [
    ...wanted.filter(name => !there.includes(name)).map(name => change(kind, name, 'created')),
    ...there.filter(name => !wanted.includes(name)).map(name => change(kind, name, 'unused')),
    ...drifted
  ]
}

/** Those that people give: not docker's and ours. */
const labelsAlone = (labels: Readonly<Record<string, string>>): ServiceView =>
  present(
    allOf(
      'labels',
      Object.fromEntries(
        Object.entries(labels).filter(([key]) => !/^(com\.docker\.stack|io\.swarmline)\./.test(key))
      )
    )
  )

/** A volume is made on a node when the first task there mounts it, so the services tell which there are. */
function planVolumes(model: Model, stack: string, { services }: CurrentStack): ObjectChange[] {
  const external = Object.entries(mapping(model.volumes))
    .filter(([, definition]) => isExternal(mapping(definition)))
    .map(([key]) => fullName(model, stack, 'volumes', key))
  const named = (mounts: readonly { type: string; source: string }[]): string[] =>
    mounts.filter(({ type, source }) => type === 'volume' && source !== '').map(({ source }) => source)
  const wanted = new Set(
    serviceEntries(model).flatMap(([, service]) => named(mountsOf(model, stack, service)))
  )
  const there = new Set(
    services.flatMap(({ Spec }) =>
      named(
        ((Spec.TaskTemplate as TaskSpec).ContainerSpec?.Mounts ?? []).map(mount => ({
          type: mount.Type || 'volume',
          source: mount.Source ?? ''
        }))
      )
    )
  )
  const isOurs = (name: string): boolean => name.startsWith(`${stack}_`)
  return [
    ...driftedVolumes(model, stack, services),
    ...[...wanted]
      .filter(name => !there.has(name) && !external.includes(name))
      .map(name => change('volume', name, 'created')),
    ...[...there]
      .filter(name => !wanted.has(name) && isOurs(name))
      .map(name => change('volume', name, 'unused'))
  ]
}

/**
 * Volumes whose driver or options the files have changed: a node that has the volume keeps it as it was made, and new
 * tasks mount that. What a node really has nobody tells, so it is judged by the specs that made it.
 */
function driftedVolumes(model: Model, stack: string, services: CurrentStack['services']): ObjectChange[] {
  const was = new Map(
    services
      .flatMap(({ Spec }) => (Spec.TaskTemplate as TaskSpec).ContainerSpec?.Mounts ?? [])
      .filter(({ Type = 'volume', Source }) => Type === 'volume' && Source)
      .map(({ Source = '', VolumeOptions }) => [Source, VolumeOptions?.DriverConfig])
  )
  const is = new Map(
    serviceEntries(model)
      .flatMap(([, service]) => mountsOf(model, stack, service))
      .filter(({ type, source }) => type === 'volume' && was.has(source))
      .map(mount => [mount.source, mount])
  )
  return [...is].flatMap(([name, { driver, driverOptions }]): ObjectChange[] => {
    const before = was.get(name)
    const fields = forShowing(
      differences(
        present({ driver: before?.Name ?? '', ...allOf('driver_opts', before?.Options ?? {}) }),
        present({ driver, ...allOf('driver_opts', driverOptions) })
      )
    )
    return fields.length > 0 ? [{ kind: 'volume', name, change: 'drifted', fields }] : []
  })
}

const change = (kind: ObjectChange['kind'], name: string, what: ObjectChange['change']): ObjectChange => ({
  kind,
  name,
  change: what,
  fields: []
})
