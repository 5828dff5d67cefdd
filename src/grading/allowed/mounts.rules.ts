import { BOUNDS } from './bounds.ts'
import { list, type Mapping, mapping, type PlaceOf, type Refusal } from './refusal.ts'

/** Images of others that read the whole node, and may: nobody can put anything of his own into them. */
const MONITORS = ['google/cadvisor', 'gcr.io/cadvisor/cadvisor', 'ghcr.io/google/cadvisor']
/** What they read. */
const MONITOR_SOURCES = [
  '/',
  '/rootfs',
  '/var/run',
  '/run',
  '/sys',
  '/var/lib/docker',
  '/dev/disk',
  '/dev/kmsg'
]
/** With these a monitor is what its makers made of it. Any other key could bring a program of the participant’s. */
const MONITOR_KEYS = [
  ...['image', 'hostname', 'command', 'volumes', 'deploy', 'networks', 'ports', 'labels', 'logging'],
  ...['init', 'read_only', 'stop_grace_period', 'stop_signal']
]

/** Mounts of a service: volumes and memory of its own, and for a known monitor what it has to read of the node. */
export function mountRefusals(name: string, service: Mapping, placeOf: PlaceOf): Refusal[] {
  const mounts = list(service.volumes)
  const refuse = (index: number, text: string, hint: string): Refusal => ({
    text: `service ${name}: ${text}`,
    hint,
    place: placeOf(mounts, index) ?? placeOf(service, 'volumes')
  })
  const isMonitor = MONITORS.includes(repositoryOf(service.image))
  const found = mounts.flatMap((item, index): Refusal[] => {
    const { type = 'volume', source, target, tmpfs } = mapping(item)
    if (type === 'volume') return []
    if (type === 'tmpfs') {
      const size = Number(mapping(tmpfs).size ?? 0)
      return size <= BOUNDS.tmpfsBytes
        ? []
        : [
            refuse(
              index,
              `a tmpfs of ${size} bytes at ${String(target)}`,
              `ask for ${BOUNDS.tmpfsBytes} at most`
            )
          ]
    }
    if (type !== 'bind') return [refuse(index, `a mount of the type ${String(type)}`, 'use a volume')]
    const folder = String(source).replace(/(?<=.)\/+$/, '')
    if (!isMonitor)
      return [refuse(index, `it mounts ${folder} of the node`, 'use a volume, a config or a secret')]
    return MONITOR_SOURCES.includes(folder)
      ? []
      : [refuse(index, `it mounts ${folder} of the node, which cAdvisor does not need`, 'leave it out')]
  })
  const binds = mounts.some(item => mapping(item).type === 'bind')
  return isMonitor && binds ? [...found, ...monitorRefusals(name, service, placeOf)] : found
}

/** A monitor that sees the node must run nothing but itself. */
function monitorRefusals(name: string, service: Mapping, placeOf: PlaceOf): Refusal[] {
  const refuse = (key: string, text: string): Refusal => ({
    text: `service ${name}: ${text}, and it mounts the node’s folders`,
    hint: `leave out ${key}, or the mounts`,
    place: placeOf(service, key)
  })
  const keys = Object.keys(service)
    .filter(key => !MONITOR_KEYS.includes(key) && !key.startsWith('x-'))
    .map(key => refuse(key, `it has ${key}`))
  const others = list(service.volumes).some(item => mapping(item).type !== 'bind')
  const words = Array.isArray(service.command) ? service.command : String(service.command ?? '').split(/\s+/)
  const isFlags = words.every(
    word => word === '' || /^--?[a-z][\w-]*(?:=[\w.,:/{}@-]*)?$/i.test(String(word))
  )
  return [
    ...keys,
    ...(others ? [refuse('volumes', 'it has other volumes')] : []),
    ...(isFlags ? [] : [refuse('command', 'its command is not only flags')])
  ]
}

/** `docker.io/google/cadvisor:v1@sha256:…` → `google/cadvisor`. */
export function repositoryOf(image: unknown): string {
  return String(image)
    .replace(/@.*$/, '')
    .replace(/:[\w.-]+$/, '')
    .replace(/^(?:index\.)?docker\.io\//, '')
}

/** Names that a solution may not build an image under: nodes would take it for the one that is trusted. */
export const isTrustedName = (image: string): boolean => MONITORS.includes(repositoryOf(image))
