import path from 'node:path'
import { isMapping, type Mapping } from './plain.rules.ts'

/**
 * One entry of `ports:` as a text, in the long form, ranges unfolded; `undefined`: it is no port. As docker splits it
 * (go-connections/nat): the last two parts are the ports, what stands before them is an address, with or without
 * brackets, and either may be empty. Port 0 outside is one that the swarm chooses.
 */
export function longPorts(text: string): Mapping[] | undefined {
  const [, address = '', protocol = 'tcp'] = /^(.*?)(?:\/([a-z]+))?$/i.exec(text.trim()) ?? []
  const parts = address.split(':')
  const target = parts.at(-1) ?? ''
  const published = parts.at(-2) ?? ''
  const ip = parts.slice(0, -2).join(':')
  if (!isRange(target) || !(published === '' || isRange(published)) || !(ip === '' || isAddress(ip)))
    return undefined
  const targets = range(target, 1)
  const outer = published === '' ? undefined : range(published, 0)
  if (!targets || (published !== '' && !outer)) return undefined
  const pairs = outer ? pair(outer, targets) : targets.map(port => [0, port] as const)
  return pairs?.map(([out, port]) => ({
    mode: 'ingress',
    target: port,
    ...(out === 0 ? {} : { published: out }),
    protocol: protocol.toLowerCase(),
    ...(ip === '' ? {} : { host_ip: ip })
  }))
}

const isRange = (text: string): boolean => /^\d+(?:-\d+)?$/.test(text)
const isAddress = (text: string): boolean =>
  /^\d+\.\d+\.\d+\.\d+$/.test(text) || /^(?:\[[0-9a-f:.]*:[0-9a-f:.]*\]|[0-9a-f:.]*:[0-9a-f:.]*)$/i.test(text)

/** As docker does: as many outside as inside, or any number outside for one inside. */
function pair(
  outer: readonly number[],
  targets: readonly number[]
): (readonly [number, number])[] | undefined {
  const [only] = targets
  if (targets.length !== 1 && targets.length !== outer.length) return undefined
  return outer.map((port, i) => [port, targets.length === 1 ? (only ?? 0) : (targets[i] ?? 0)] as const)
}

function range(text: string, least: number): number[] | undefined {
  const [from = 0, to = from] = text.split('-').map(Number)
  if (from < least || to < from || to > 65_535) return undefined
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}

const PROPAGATION = /^r?(shared|slave|private)$/

/**
 * One entry of the `volumes:` of a service as a text, in the long form. A source that begins like a path is a
 * folder of the node's, anything else a volume's name. `ignored` are options that docker drops.
 */
export function longVolume(text: string): { volume: Mapping; ignored: string[] } | undefined {
  const parts = text.split(':')
  // `C:\data:C:\data`: a letter before a backslash is a drive.
  const joined: string[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (last !== undefined && /^[a-z]$/i.test(last) && part.startsWith('\\'))
      joined[joined.length - 1] = `${last}:${part}`
    else joined.push(part)
  }
  const [first = '', target, options = '', tooMany] = joined
  if (first === '' || tooMany !== undefined || target === '') return undefined
  if (target === undefined) return { volume: { type: 'volume', target: first }, ignored: [] }
  const isPath = /^[./~\\]|^[a-z]:\\/i.test(first)
  const volume: Mapping = { type: isPath ? 'bind' : 'volume', source: first, target }
  const ignored: string[] = []
  for (const option of options.split(',').filter(Boolean)) {
    if (option === 'ro') volume.read_only = true
    else if (option === 'nocopy') volume.volume = { nocopy: true }
    else if (PROPAGATION.test(option)) volume.bind = { propagation: option }
    else if (option !== 'rw') ignored.push(option)
  }
  return { volume, ignored }
}

/** `[A=1, B]` and `{A: 1, B: }` are the same; what a name alone stands for is for the caller to say. */
export function pairs(list: readonly unknown[], alone: null | ''): [string, unknown][] | undefined {
  const found: [string, unknown][] = []
  for (const item of list) {
    if (typeof item !== 'string') return undefined
    const at = item.indexOf('=')
    found.push(at === -1 ? [item, alone] : [item.slice(0, at), item.slice(at + 1)])
  }
  return found
}

/** `[host:ip]`, `[host=ip]`, `{host: ip}` and `{host: [ip, ip]}` as a list of `host:ip`. */
export function hostLines(value: unknown): string[] | undefined {
  const line = (host: string, ip: unknown) => `${host}:${String(ip).replace(/^\[(.*)\]$/, '$1')}`
  if (Array.isArray(value)) {
    if (!value.every(item => typeof item === 'string' && /^[^:=]+[:=].+/.test(item))) return undefined
    return value.map((item: string) => {
      const at = item.search(/[:=]/)
      return line(item.slice(0, at), item.slice(at + 1))
    })
  }
  if (!isMapping(value)) return undefined
  // As with docker, a host without an address is none.
  return Object.entries(value).flatMap(([host, ip]) =>
    (Array.isArray(ip) ? ip : [ip]).filter(one => one !== null).map(one => line(host, one))
  )
}

/** A path of the file, from the folder where the file's paths start. */
export const absolute = (file: string, baseDir: string): string =>
  path.isAbsolute(file) || /^[a-z]:\\/i.test(file) ? file : path.resolve(baseDir, file)
