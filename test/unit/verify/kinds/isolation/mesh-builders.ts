// A stack's services on networks, and look-outs that were told what a small model of its network says.

import { type Errand, errandsOf } from '../../../../../src/verify/kinds/isolation/asks.rules.ts'
import { parseEdgeRule } from '../../../../../src/verify/kinds/isolation/edges.rules.ts'
import type { Sighting } from '../../../../../src/verify/kinds/isolation/observe.rules.ts'
import { udpRules } from '../../../../../src/verify/kinds/isolation/udp.rules.ts'
import { udpErrandsOf } from '../../../../../src/verify/kinds/isolation/udp-asks.rules.ts'
import { type LookOut, lookOuts } from '../../../../../src/verify/networks/ways.rules.ts'
import type { MeshService, MeshTask, MeshWorld } from '../../../../../src/verify/networks/world.rules.ts'
import type { Answer, Ask, Listener } from '../../../../../src/verify/probes/asks.rules.ts'

const NETWORKS = ['front', 'back', 'watch']

export function aMesh(
  services: Record<string, { on: string[]; tasks?: number; mode?: 'vip' | 'dnsrr'; published?: number }>
): MeshWorld {
  const made = Object.entries(services).map(
    ([name, { on, tasks = 1, mode = 'dnsrr', published }], s): MeshService => {
      const at = (host: number) =>
        on
          .filter(network => network !== 'host')
          .map(network => ({
            network: `shop_${network}`,
            address: `10.0.${NETWORKS.indexOf(network)}.${s * 10 + host}`,
            prefix: 24
          }))
      return {
        fullName: `shop_${name}`,
        name,
        mode,
        networks: on.map(network => (network === 'host' ? network : `shop_${network}`)),
        aliases: on.map(network => ({ name, network: `shop_${network}` })),
        vips: mode === 'vip' ? at(2) : [],
        published: published ? [{ port: published, target: 80, mode: 'ingress' }] : [],
        isIdle: false,
        tasks: Array.from(
          { length: tasks },
          (_, i): MeshTask => ({
            id: `${name}${i}`,
            nodeId: `n${i % 2}`,
            containerId: `c-${name}${i}`,
            attachments: at(3 + i)
          })
        )
      }
    }
  )
  return {
    services: made,
    networks: NETWORKS.map(name => ({ name: `shop_${name}`, isInternal: false })),
    nodes: ['n0', 'n1'].map((id, i) => ({ id, name: `node${i}`, address: `192.0.2.${i + 1}` }))
  }
}

export type Fate = {
  /** Services on whose tasks nothing listens. */
  silent?: string[]
  /** Ports that the images of such services name. */
  exposes?: Record<string, number[]>
  /** Networks that the tasks of a service are on though nobody wrote it down. */
  joined?: Record<string, string[]>
  /** Decides an answer against the model. */
  answer?: (from: LookOut, ask: Ask) => Answer | undefined
  hasMesh?: boolean
}
export type Rules = { must?: readonly string[]; mustNot?: readonly string[] }

/**
 * All services listen on port 80 of all their addresses, and send back what comes by UDP on port 9; networks are
 * apart.
 */
export function sightingsOf(world: MeshWorld, fate: Fate = {}, rules: Rules = {}): Sighting[] {
  const { silent = [], exposes = {}, joined = {}, answer, hasMesh = true } = fate
  const isSilent = (service: MeshService) => silent.includes(service.name)
  const outs = lookOuts(world)
  const listening = new Map(
    outs.map(out => [out.key, isSilent(out.service) ? [] : [{ port: 80, address: undefined } as Listener]])
  )
  const exposed = new Map(
    outs.filter(out => isSilent(out.service)).map(out => [out.key, exposes[out.service.name] ?? []])
  )
  const owner = (address: string) =>
    world.services.find(service =>
      [...service.vips, ...service.tasks.flatMap(task => task.attachments)].some(at => at.address === address)
    )
  const networkOf = (address: string) => `shop_${NETWORKS[Number(address.split('.')[2])]}`
  const isOn = (from: LookOut, network: string) =>
    from.service.networks.includes(network) ||
    (joined[from.service.name] ?? []).some(name => `shop_${name}` === network)
  const told = (from: LookOut, ask: Ask): Answer => {
    if (ask.kind === 'resolve') {
      const named = world.services.find(one => [one.fullName, `tasks.${one.fullName}`].includes(ask.name))
      const truth = [...(named?.vips ?? []), ...(named?.tasks.flatMap(task => task.attachments) ?? [])]
      const seen = truth.filter(at => isOn(from, at.network)).map(at => at.address)
      return seen.length > 0 ? { kind: 'named', addresses: seen } : { kind: 'no-such-name' }
    }
    const address = 'address' in ask ? ask.address : ''
    if (address.startsWith('127.') || address.startsWith('192.')) return { kind: 'open' }
    if (!isOn(from, networkOf(address))) return { kind: 'silent' }
    const service = owner(address)
    if (service && ask.kind === 'datagram') return { kind: ask.port === 9 ? 'open' : 'refused' }
    return service && !isSilent(service) ? { kind: 'open' } : { kind: service ? 'refused' : 'silent' }
  }
  const udp = udpRules(world.services, {
    must: (rules.must ?? []).map(parseEdgeRule),
    mustNot: (rules.mustNot ?? []).map(parseEdgeRule)
  })
  return outs.map(from => ({
    from,
    isRun: true,
    heard: [
      ...errandsOf(from, world, listening, () => true, hasMesh, exposed),
      ...udpErrandsOf(from, world, udp, hasMesh)
    ].map((errand: Errand) => ({
      errand,
      answer: answer?.(from, errand.ask) ?? told(from, errand.ask)
    }))
  }))
}
