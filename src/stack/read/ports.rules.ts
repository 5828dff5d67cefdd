import type { PlannedPort } from './stack-plan.ts'

const MAX_PORTS = 65_536

/**
 * The ports of one entry of `ports:`: a number, `[[ip:]published:]target[/protocol]` with ranges, or the long
 * form. An entry that is none of these gives nothing: docker says what is wrong with it.
 */
export function parsePort(entry: unknown): PlannedPort[] {
  if (typeof entry === 'number') return portsOf(undefined, String(entry), 'tcp')
  if (typeof entry === 'string') return parseShort(entry)
  if (typeof entry !== 'object' || entry === null) return []
  const { target, published, protocol, mode } = entry as Record<string, unknown>
  const ports = portsOf(
    published === undefined || published === null || published === '' ? undefined : String(published),
    String(target ?? ''),
    typeof protocol === 'string' ? protocol : 'tcp'
  )
  return mode === 'host' ? ports.map(port => ({ ...port, mode })) : ports
}

function parseShort(text: string): PlannedPort[] {
  const [address = '', protocol = 'tcp'] = text.split('/')
  const parts = address.split(':')
  // An address of the host before the ports has no meaning in a swarm.
  return portsOf(parts.at(-2), parts.at(-1) ?? '', protocol)
}

function portsOf(published: string | undefined, target: string, protocol: string): PlannedPort[] {
  const targets = range(target)
  const outer = published === undefined ? [] : range(published)
  return targets.map((port, i) => ({ target: port, published: outer[i], protocol, mode: 'ingress' }))
}

function range(text: string): number[] {
  const [, from, to = from] = /^(\d+)(?:-(\d+))?$/.exec(text.trim()) ?? []
  const first = Number(from)
  const last = Number(to)
  if (!(first > 0) || last < first || last >= MAX_PORTS) return []
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}
