import { freeAddresses, type LookOut, waysTo } from '../../networks/ways.rules.ts'
import type { Attachment, MeshService, MeshTask, MeshWorld } from '../../networks/world.rules.ts'
import type { Ask, Listener } from '../../probes/asks.rules.ts'
import type { UdpPurpose } from './udp-asks.rules.ts'

/** Why something is asked; the answer is read by it. */
export type Purpose =
  /** A way of TCP from the look-out's service to another. `across`: the look-out is not on that network. */
  | {
      kind: 'path'
      to: string
      via: 'vip' | 'task' | 'across'
      network: string
      address: string
      port: number
      /** Nothing listens there: that the port is closed is the answer of whoever can be reached. */
      isKnock: boolean
    }
  | { kind: 'name'; to: string; name: string; truth: string[] }
  | { kind: 'published'; to: string; node: string; port: number }
  /** Controls. `self`: the look-out's own service listens there; `prober`: the probe can connect at all. */
  | { kind: 'self'; network: string; address: string; port: number; isKnock: boolean }
  | { kind: 'prober' }
  | { kind: 'resolver'; truth: string[] }
  /** An address of a network that nobody has: who answers there answers for everybody. */
  | { kind: 'decoy'; network: string; port: number }
  | UdpPurpose

export type Errand = { purpose: Purpose; ask: Ask }
export type Listening = ReadonlyMap<string, readonly Listener[]>
/** Of look-outs where nothing listens: the ports on which their image says that something does. */
export type Exposed = ReadonlyMap<string, readonly number[]>
/** Which edges are looked at, by the services' names. */
export type Wanted = (from: string, to: string) => boolean

/** Ports of one task that are tried: more of them would show nothing that these do not. */
const MOST_PORTS = 6
/** Where nothing listens, any closed port does; this one stays closed. Source: RFC 863, discard. */
const KNOCK_PORT = 9
/** Nodes at which a published port is tried from each look-out: the mesh on every node is another check's. */
const MOST_NODES = 2

/** Everything that one look-out is to try, controls first. */
export function errandsOf(
  from: LookOut,
  world: MeshWorld,
  listening: Listening,
  wanted: Wanted,
  hasMesh: boolean,
  exposed: Exposed = new Map()
): Errand[] {
  const known = { listening, exposed }
  const others = world.services.filter(
    to => to.name !== from.service.name && wanted(from.service.name, to.name)
  )
  const paths = others.flatMap(to => pathsTo(from, to, known, hasMesh))
  return [
    { purpose: { kind: 'prober' }, ask: { kind: 'connect', address: '127.0.0.11', port: 53 } },
    {
      purpose: { kind: 'resolver', truth: truthOf(from.service) },
      ask: { kind: 'resolve', name: from.service.fullName }
    },
    ...from.service.tasks.flatMap(task =>
      task.attachments.flatMap(at =>
        portsOf(from.service, task, at, known).map(port =>
          tcp({ kind: 'self', network: at.network, address: at.address, ...port })
        )
      )
    ),
    ...decoys(paths, world),
    ...paths.map(tcp),
    ...others.flatMap(to => namesOf(from, to)),
    ...others.flatMap(to => publishedOf(from, to, world, hasMesh))
  ]
}

function tcp(purpose: Path | Extract<Purpose, { kind: 'self' }>): Errand {
  return { purpose, ask: { kind: 'connect', address: purpose.address, port: purpose.port } }
}

type Path = Extract<Purpose, { kind: 'path' }>

function pathsTo(from: LookOut, to: MeshService, known: KnownPorts, hasMesh: boolean): Path[] {
  const { hasShared, ways, vips } = waysTo(from, to, hasMesh)
  const toTasks = ways.flatMap(({ task, at }) =>
    portsOf(to, task, at, known).map(
      (port): Path => ({
        kind: 'path',
        to: to.name,
        via: hasShared ? 'task' : 'across',
        network: at.network,
        address: at.address,
        ...port
      })
    )
  )
  const toVips = vips.flatMap(vip =>
    // What balances has an answer of its own for closed ports.
    [
      ...new Set(toTasks.filter(path => path.network === vip.network && !path.isKnock).map(path => path.port))
    ].map(
      (port): Path => ({
        kind: 'path',
        to: to.name,
        via: 'vip',
        network: vip.network,
        address: vip.address,
        port,
        isKnock: false
      })
    )
  )
  return [...toVips, ...toTasks]
}

type KnownPorts = { listening: Listening; exposed: Exposed }
type TriedPort = { port: number; isKnock: boolean }

/**
 * The ports that the task listens on, as a look into its namespace (or, without one, into that of another task
 * of its service) showed; else those that the service publishes or its image names, since they are missing; and where
 * nothing listens and nothing should, a closed one.
 */
function portsOf(
  service: MeshService,
  task: MeshTask,
  at: Attachment,
  { listening, exposed }: KnownPorts
): TriedPort[] {
  const key = `${service.fullName}@${task.nodeId}`
  const any = service.tasks.flatMap(one => listening.get(`${service.fullName}@${one.nodeId}`) ?? [])
  const heard = (listening.get(key) ?? any).filter(
    one => one.address === undefined || one.address === at.address
  )
  // A port that is only promised shows nothing beside one that is listened on, and is all there is without.
  const promised = [...service.published.map(one => one.target), ...(exposed.get(key) ?? [])]
  const ports = [...new Set(heard.length > 0 ? heard.map(one => one.port) : promised)].slice(0, MOST_PORTS)
  if (ports.length > 0) return ports.map(port => ({ port, isKnock: false }))
  return exposed.has(key) ? [{ port: KNOCK_PORT, isKnock: true }] : []
}

function decoys(paths: readonly Path[], world: MeshWorld): Errand[] {
  const across = paths.filter(path => path.via === 'across')
  const places = new Map(across.map(path => [`${path.network} ${path.port}`, path]))
  const free = freeAddresses(world)
  return [...places.values()].flatMap(({ network, port }): Errand[] => {
    const address = free(network)
    return address
      ? [{ purpose: { kind: 'decoy', network, port }, ask: { kind: 'connect', address, port } }]
      : []
  })
}

/** Where no network is shared the engine knows neither name, so one of them is enough. */
function namesOf(from: LookOut, to: MeshService): Errand[] {
  const hasShared = to.networks.some(network => from.service.networks.includes(network))
  return [to.fullName, ...(hasShared ? [`tasks.${to.fullName}`] : [])].map(name => ({
    purpose: { kind: 'name', to: to.name, name, truth: truthOf(to) },
    ask: { kind: 'resolve', name }
  }))
}

/** Every address that the service has anywhere. */
function truthOf(service: MeshService): string[] {
  return [...service.vips, ...service.tasks.flatMap(task => task.attachments)].map(at => at.address)
}

/** Through the nodes that must answer: all of them with a mesh, else those with a task. */
function publishedOf(from: LookOut, to: MeshService, world: MeshWorld, hasMesh: boolean): Errand[] {
  // In the look-out's namespace a loopback address is its own, and no node's.
  const nodes = world.nodes.filter(node => !/^(?:127\.|0\.0\.0\.0$|::)/.test(node.address))
  const own = nodes.filter(node => node.id === from.task.nodeId)
  const withTask = nodes.filter(node => to.tasks.some(task => task.nodeId === node.id))
  return to.published.flatMap(({ port, mode }) => {
    if (mode === 'ingress' && !hasMesh) return []
    const asked = mode === 'ingress' ? new Set([...own, ...nodes]) : new Set(withTask)
    return [...asked].slice(0, MOST_NODES).map(
      (node): Errand => ({
        purpose: { kind: 'published', to: to.name, node: node.name, port },
        ask: { kind: 'connect', address: node.address, port }
      })
    )
  })
}
