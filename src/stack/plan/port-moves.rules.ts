import type { ApiService } from '../../docker/types.ts'
import { servicesOf } from '../read/read.rules.ts'
import type { Model } from '../read/read.ts'
import type { StackChanges } from './stack-changes.ts'

type Published = { published: number; protocol: string; mode: string }

/** Only in host mode on both sides may two services have one port (SwarmKit's checkPortConflicts). */
const isSame = (a: Published, b: Published): boolean =>
  a.published === b.published && a.protocol === b.protocol && (a.mode === 'ingress' || b.mode === 'ingress')

const portsOfSpec = ({ Spec, Endpoint }: ApiService): Published[] =>
  [...(Spec.EndpointSpec?.Ports ?? []), ...(Endpoint?.Ports ?? [])].flatMap(port =>
    port.PublishedPort
      ? [{ published: port.PublishedPort, protocol: port.Protocol, mode: port.PublishMode ?? 'ingress' }]
      : []
  )

/**
 * The changes with what must happen in order, where a port moves from one service of the stack to another: what no
 * longer has it is removed or changed before what takes it. A swarm refuses the one that takes a port as long as
 * another service has it.
 */
export function withPortMoves(
  changes: StackChanges,
  model: Model,
  stack: string,
  live: readonly ApiService[]
): StackChanges {
  const wanted = servicesOf(model).map(service => ({
    fullName: `${stack}_${service.name}`,
    name: service.name,
    ports: service.ports.flatMap(port =>
      port.published === undefined ? [] : [{ ...port, published: port.published }]
    )
  }))
  const firsts = new Map<string, string>()
  const after = new Map<string, string[]>()
  const refusals = new Map<string, string>()
  for (const { name, fullName, ports } of wanted)
    for (const other of live) {
      if (other.Spec.Name === fullName) continue
      const taken = ports.find(port => portsOfSpec(other).some(theirs => isSame(port, theirs)))
      const holder = changes.services.find(each => each.fullName === other.Spec.Name)
      if (!taken || !holder) continue
      const port = `${taken.published}/${taken.protocol}`
      if (holder.kind === 'removed') firsts.set(holder.name, `before ${name} takes its port ${port}`)
      else if (holder.kind === 'orphaned')
        refusals.set(
          name,
          `port ${port} is published by ${holder.name}, which the files no longer name: deploy with pruning, and it is removed first`
        )
      else after.set(name, [...(after.get(name) ?? []), holder.name])
    }
  for (const name of after.keys())
    if (leadsBack(name, after))
      refusals.set(
        name,
        `it and ${(after.get(name) ?? []).join(', ')} exchange ports, and neither is free first: deploy once without the port`
      )
  return {
    ...changes,
    services: changes.services.map(change => {
      const refusal = change.refusal ?? refusals.get(change.name)
      const isFirst = change.kind === 'removed' ? firsts.get(change.name) : undefined
      const others = refusal === undefined ? after.get(change.name) : undefined
      return {
        ...change,
        refusal,
        ...(isFirst === undefined ? {} : { order: isFirst }),
        ...(others === undefined
          ? {}
          : { order: `after ${others.join(', ')}, whose port it takes`, after: others })
      }
    })
  }
}

function leadsBack(from: string, after: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set<string>()
  const next = [...(after.get(from) ?? [])]
  for (let name = next.pop(); name !== undefined; name = next.pop()) {
    if (name === from) return true
    if (seen.has(name)) continue
    seen.add(name)
    next.push(...(after.get(name) ?? []))
  }
  return false
}

/** Full names of the services that have to be gone before the rest is handed over. */
export const removedFirst = ({ services }: StackChanges): string[] =>
  services
    .filter(({ kind, order }) => kind === 'removed' && order !== undefined)
    .map(({ fullName }) => fullName)

/** Services in the groups in which they are handed over, one after the other: each after those whose ports it takes. */
export function wavesOf(names: readonly string[], { services }: StackChanges): string[][] {
  const waves: string[][] = []
  let left = [...names]
  while (left.length > 0) {
    const waits = (name: string): boolean =>
      (services.find(each => each.name === name)?.after ?? []).some(other => left.includes(other))
    const ready = left.filter(name => !waits(name))
    // Services that wait for each other were refused; nothing is to be left out, all the same.
    const wave = ready.length > 0 ? ready : left
    waves.push(wave)
    left = left.filter(name => !wave.includes(name))
  }
  return waves
}
