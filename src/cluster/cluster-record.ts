import type { EngineState } from '../engine/engine.ts'
import type { MachineRecord, TlsEndpoint } from './providers/docker-machine/machine-ground.ts'
import type { MachineProgram } from './providers/docker-machine/program.ts'

/** A node in the swarm, as whoever comes after the providers sees it. */
export type SwarmNode = {
  name: string
  role: 'manager' | 'worker'
  /** The node's address in the cluster's network: what it advertises. */
  address: string
  /** Where the node's Engine API answers on this machine. */
  socketPath: string
  labels: Record<string, string>
  /** The node's swarm id. */
  id: string
}

/** What `up` leaves on disk and every later command reads. It holds no secret. */
export type Cluster = DindCluster | MachinesCluster

type AnyCluster = {
  schema: 1
  name: string
  /** What tells its things on an engine from those of another cluster of that name: the label of the same name. */
  run?: string
  createdAt: string
  /** RFC 3339; teardown's sweep removes what is older. */
  expiresAt: string
  engineTitle: string
  hasMesh: boolean
  /** How often its nodes tell the swarm that they live, in seconds; 5 where it is not said. */
  heartbeatSeconds?: number
  /** The images that were made here in place of official ones: reference → what it was made from. */
  standIns: StandIn[]
}

/** Its nodes are containers on one engine. */
export type DindCluster = AnyCluster & {
  provider: 'dind'
  /** The engine that was named when it was made: what names the same one means this swarm. */
  namedEngine?: string
  engine: EngineState
  nodes: SwarmNode[]
  registry: RegistryDoor
}

/** Its nodes are machines, each with an engine behind TLS. It has no registry of its own. */
export type MachinesCluster = AnyCluster & {
  provider: 'docker-machine'
  program: MachineProgram
  machines: MachineRecord[]
  nodes: MachineNode[]
  engine?: undefined
  registry?: undefined
}

export type MachineNode = Omit<SwarmNode, 'socketPath'> & TlsEndpoint

/**
 * The cluster's registry: one store with two doors. `push` wants a login; `mirror` is read only and answers
 * for docker.io.
 */
export type RegistryDoor = {
  /** `address:port` as engines name it in image references. */
  reference: string
  /** `address:port` of the read-only mirror of docker.io. */
  mirror: string
  /** Folder of a docker client configuration (mode 0700) that holds the login. */
  dockerConfigDir: string
}

/** An image made from Debian packages that carries an official name. */
export type StandIn = { reference: string; madeFrom: string; digest: string }
