import { durationMs } from '../../plain/durations.ts'
import { isMapping, mapping, record, sequence, text, texts } from '../read/read.rules.ts'
import type { Mapping, Model } from '../read/read.ts'
import { bytesOf, showBytes } from './compose-scalars.rules.ts'
import { mountOptions } from './fields.rules.ts'
import type { Attachment, FileReference, Mount, RollingParts } from './view.ts'

/** Parts of a service of a model, in the short or the long form, as docker/cli reads them (cli/compose/loader). */

/** A record whose names without a value have an empty one (labels, options). */
export const stringRecord = (value: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(record(value)).map(([key, item]) => [key, item ?? '']))

export const isExternal = (definition: Mapping): boolean => Boolean(definition.external)

const PROPAGATIONS = ['private', 'rprivate', 'shared', 'rshared', 'slave', 'rslave']

/** @returns mounts whose volumes have their names as docker would make them, given the stack's name */
export const mountsOf = (model: Model, stack: string, service: Mapping): Mount[] =>
  sequence(service.volumes).map(volume => {
    const long = isMapping(volume) ? volume : longVolume(text(volume))
    const source = text(long.source)
    const type = text(long.type) || 'volume'
    const definition = type === 'volume' && source !== '' ? mapping(mapping(model.volumes)[source]) : {}
    const isOwn = type === 'volume' && source !== '' && !isExternal(definition)
    const size = mapping(long.tmpfs).size
    return {
      type,
      source: type === 'volume' && source !== '' ? fullName(model, stack, 'volumes', source) : source,
      target: text(long.target),
      isReadOnly: long.read_only === true,
      options: [
        ...(mapping(long.volume).nocopy === true ? ['nocopy'] : []),
        ...texts(mapping(long.bind).propagation),
        ...(size ? [`size=${showBytes(bytesOf(text(size)))}`] : []),
        ...mountOptions(
          text(long.consistency),
          text(mapping(long.volume).subpath) || text(mapping(long.image).subpath)
        )
      ],
      driver: isOwn ? text(definition.driver) : '',
      driverOptions: isOwn ? stringRecord(definition.driver_opts) : {},
      labels: isOwn ? stringRecord(definition.labels) : {}
    }
  })

/** `source:target:ro,nocopy`, `/path:/target`, `/anonymous`. */
function longVolume(short: string): Mapping {
  const [first = '', second, options = ''] = short.split(':')
  if (second === undefined) return { type: 'volume', target: first }
  const words = options.split(',')
  return {
    type: /^[./~]/.test(first) ? 'bind' : 'volume',
    source: first,
    target: second,
    read_only: words.includes('ro'),
    volume: { nocopy: words.includes('nocopy') },
    bind: { propagation: words.filter(word => PROPAGATIONS.includes(word)) }
  }
}

/** As the swarm names it: `workshop_data`, or the name that the files give. */
export function fullName(model: Model, stack: string, section: string, key: string): string {
  const definition = mapping(mapping(model[section])[key])
  const { external, name } = definition
  const given = text(name) || text(mapping(external).name)
  return given || (isExternal(definition) ? key : `${stack}_${key}`)
}

export const filesOf = (
  model: Model,
  stack: string,
  section: 'secrets' | 'configs',
  service: Mapping
): FileReference[] =>
  sequence(service[section]).map(item => {
    const long = isMapping(item) ? item : { source: item }
    const source = text(long.source)
    return {
      name: fullName(model, stack, section, source),
      target: text(long.target) || source,
      uid: text(long.uid) || '0',
      gid: text(long.gid) || '0',
      mode: typeof long.mode === 'number' ? long.mode : 0o444
    }
  })

export function attachmentsOf(model: Model, stack: string, service: Mapping): Attachment[] {
  const given = isMapping(service.networks)
    ? Object.entries(service.networks)
    : sequence(service.networks).map((name): [string, unknown] => [text(name), {}])
  const all: [string, unknown][] = given.length > 0 ? given : [['default', {}]]
  return all.map(([key, value]) => ({
    network: fullName(model, stack, 'networks', key),
    aliases: texts(mapping(value).aliases),
    driverOptions: stringRecord(mapping(value).driver_opts)
  }))
}

export function rollingOf(value: unknown): RollingParts {
  const config = mapping(value)
  return {
    parallelism: config.parallelism === undefined ? 1 : Number(config.parallelism),
    delayMs: durationMs(text(config.delay)) ?? 0,
    monitorMs: durationMs(text(config.monitor)) ?? 0,
    failureAction: text(config.failure_action),
    maxFailureRatio: Number(config.max_failure_ratio ?? 0),
    order: text(config.order)
  }
}
