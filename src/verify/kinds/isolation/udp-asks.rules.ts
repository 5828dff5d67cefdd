import { freeAddresses, type LookOut, waysTo } from '../../networks/ways.rules.ts'
import type { MeshWorld } from '../../networks/world.rules.ts'
import type { Ask } from '../../probes/asks.rules.ts'
import type { UdpRule } from './edges.rules.ts'

/** Why a datagram is sent: a way, the target's own answer to itself, and an address that nobody has. */
export type UdpPurpose = UdpWay | UdpSelf | { kind: 'udp-decoy'; network: string; port: number }
type UdpSelf = { kind: 'udp-self'; network: string; address: string; port: number }
type UdpWay = {
  kind: 'udp-way'
  to: string
  /** `across`: the look-out is not on that network. */
  via: 'vip' | 'task' | 'across'
  network: string
  address: string
  port: number
}
export type UdpErrand = { purpose: UdpPurpose; ask: Ask }

/** What one look-out is to try by UDP: as the source of some rules, and as the target of others. */
export function udpErrandsOf(
  from: LookOut,
  world: MeshWorld,
  rules: readonly UdpRule[],
  hasMesh: boolean
): UdpErrand[] {
  const ownPorts = rules.filter(rule => rule.to === from.service.name).map(rule => rule.port)
  const selves = [...new Set(ownPorts)].flatMap(port =>
    from.service.tasks.flatMap(task =>
      task.attachments.map(({ network, address }): UdpSelf => ({ kind: 'udp-self', network, address, port }))
    )
  )
  const ways = rules
    .filter(rule => rule.from === from.service.name)
    .flatMap(rule => udpWays(from, rule, world, hasMesh))
  return [...selves.map(datagram), ...decoys(ways, world), ...ways.map(datagram)]
}

function udpWays(from: LookOut, { to, port }: UdpRule, world: MeshWorld, hasMesh: boolean): UdpWay[] {
  const target = world.services.find(service => service.name === to)
  if (!target) return []
  const { hasShared, ways, vips } = waysTo(from, target, hasMesh)
  const way = (via: UdpWay['via'], { network, address }: { network: string; address: string }): UdpWay => ({
    kind: 'udp-way',
    ...{ to, via, network, address, port }
  })
  return [
    ...vips.map(vip => way('vip', vip)),
    ...ways.map(({ at }) => way(hasShared ? 'task' : 'across', at))
  ]
}

function datagram(purpose: UdpWay | UdpSelf): UdpErrand {
  return { purpose, ask: { kind: 'datagram', address: purpose.address, port: purpose.port } }
}

function decoys(ways: readonly UdpWay[], world: MeshWorld): UdpErrand[] {
  const free = freeAddresses(world)
  const across = ways.filter(way => way.via === 'across')
  const places = new Map(across.map(way => [`${way.network} ${way.port}`, way]))
  return [...places.values()].flatMap(({ network, port }): UdpErrand[] => {
    const address = free(network)
    return address
      ? [{ purpose: { kind: 'udp-decoy', network, port }, ask: { kind: 'datagram', address, port } }]
      : []
  })
}
