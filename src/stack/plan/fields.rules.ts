import { showDuration } from '../../plain/durations.ts'
import { showBytes } from './compose-scalars.rules.ts'
import type { Attachment, FileReference, Mount, Port, RollingParts, ServiceView } from './view.ts'

/** What a stack file and the engine say in different forms, as the same fields of a view. */

type Fields = Record<string, string>

/** The record without what is empty. */
export const present = (fields: Readonly<Record<string, string | undefined>>): ServiceView =>
  Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string] => (entry[1] ?? '') !== '')
  )

/** A list of words, such that no two lists look the same. */
export const showWords = (words: readonly string[]): string =>
  words.length === 0
    ? ''
    : words.map(word => (/^[\w./:=@%+,-]+$/.test(word) ? word : JSON.stringify(word))).join(' ')

/** One field for each key, an empty value shown as such, since it is there. */
export const allOf = (prefix: string, values: Readonly<Record<string, string | null>>): Fields =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      `${prefix}.${key}`,
      value === null ? '(no value)' : value || '""'
    ])
  )

export function mountFields(mounts: readonly Mount[]): Fields {
  const fields = mounts.map(mount => {
    const { type, source, target, isReadOnly, options, driver, driverOptions, labels } = mount
    const words = [type, source, ...(isReadOnly ? ['read-only'] : []), ...options].filter(word => word !== '')
    const key = `volumes.${target}`
    return {
      [key]: words.join(' '),
      ...(driver === '' ? {} : { [`${key}.driver`]: driver }),
      ...allOf(`${key}.driver_opts`, driverOptions),
      ...allOf(`${key}.labels`, labels)
    }
  })
  // The engine compares mounts in their order, and another order restarts the tasks.
  const order = mounts.length > 1 ? { 'volumes (order)': mounts.map(mount => mount.target).join(', ') } : {}
  return Object.assign({}, ...fields, order)
}

/** Words of a mount that its kinds share. */
export const mountOptions = (consistency: string | undefined, subpath: string | undefined): string[] => [
  ...(consistency && consistency !== 'default' ? [consistency] : []),
  ...(subpath ? [`subpath=${subpath}`] : [])
]

const WORLD_READABLE = 0o444

export const fileFields = (section: 'secrets' | 'configs', files: readonly FileReference[]): Fields =>
  Object.fromEntries(
    files.map(({ name, target, uid, gid, mode }) => {
      const owner = uid === '0' && gid === '0' ? '' : ` owner ${uid}:${gid}`
      const rights = mode === WORLD_READABLE ? '' : ` mode 0${mode.toString(8)}`
      return [`${section}.${target}`, `${name}${owner}${rights}`]
    })
  )

export const networkFields = (attachments: readonly Attachment[]): Fields =>
  Object.assign(
    {},
    ...attachments.map(({ network, aliases, driverOptions }) => ({
      [`networks.${network}`]: aliases.length > 0 ? `aliases ${aliases.join(', ')}` : 'attached',
      ...allOf(`networks.${network}.driver_opts`, driverOptions)
    }))
  )

export function portFields(ports: readonly Port[]): Fields {
  const byTarget = new Map<string, string[]>()
  for (const { target, published, protocol, mode } of ports) {
    const key = `ports.${target}/${protocol}`
    const where = `${published ? `published ${published}` : 'published by chance'}${mode === 'host' ? ' (host)' : ''}`
    byTarget.set(key, [...(byTarget.get(key) ?? []), where])
  }
  return Object.fromEntries([...byTarget].map(([key, all]) => [key, all.sort().join(', ')]))
}

export const rollingFields = (side: string, parts: RollingParts): Fields => ({
  [`deploy.${side}.parallelism`]: String(parts.parallelism),
  [`deploy.${side}.delay`]: showDuration(parts.delayMs),
  [`deploy.${side}.monitor`]: showDuration(parts.monitorMs || 5_000),
  [`deploy.${side}.failure_action`]: parts.failureAction || 'pause',
  // The engine keeps it as a float of 32 bits.
  [`deploy.${side}.max_failure_ratio`]: String(Number(parts.maxFailureRatio.toFixed(6))),
  [`deploy.${side}.order`]: parts.order || 'stop-first'
})

export const showNanoCpus = (nano: number): string => (nano > 0 ? String(nano / 1e9) : '')
export const showMemory = (bytes: number): string => (bytes > 0 ? showBytes(bytes) : '')
export const showCount = (count: number): string => (count > 0 ? String(count) : '')
export const showSwitch = (isOn: unknown): string => (isOn === true ? 'true' : '')

/** `CHOWN` and `cap_chown` are `CAP_CHOWN`; `add` wins over `drop` (docker/cli opts.EffectiveCapAddCapDrop). */
export function capabilityFields(add: readonly string[], drop: readonly string[]): Fields {
  const adds = capabilities(add)
  const drops = capabilities(drop).filter(each => !adds.includes(each))
  return { cap_add: adds.join(' '), cap_drop: drops.join(' ') }
}

function capabilities(names: readonly string[]): string[] {
  const upper = names.map(name => name.trim().toUpperCase())
  if (upper.includes('ALL')) return ['ALL']
  const whole = upper.map(name => (name.startsWith('CAP_') ? name : `CAP_${name}`))
  return [...new Set(whole)].sort()
}
