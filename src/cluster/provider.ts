// What a cluster needs of whoever makes its nodes, or finds them. All that comes after it is shared: one swarm of them,
// its labels, deploys, checks. A new provider is a folder in providers/, a line in providers.ts, and a record in Cluster.
import type { EngineClient } from '../docker/client.ts'
import type { Effects } from '../effects/effects.ts'
import type { Endpoint, Engine } from '../engine/engine.ts'
import type { AddressPlan, PlannedNode } from './addresses.rules.ts'
import type { RegistryDoor, SwarmNode } from './cluster-record.ts'
import type { Leftover } from './leftovers.ts'
import type { Whose } from './whose.rules.ts'

/**
 * What can be done to a node of ours from outside of it. What is so already stays so. No signal ends what takes
 * something from a node: whoever gives it back has to know what there is to give.
 */
export type NodePower = {
  /** As a power cut: everything in it ends at once. The machine under it goes on, so no file loses what was written. */
  cut(): Promise<void>
  /** Lets it begin again, and waits until its engine answers. */
  restore(fx: Pick<Effects, 'clock' | 'signal'>): Promise<void>
  /** Takes its network from it: it runs on, and no other node reaches it. */
  disconnect(): Promise<void>
  /** Gives it its network with its former address: the swarm knows it by that. */
  reconnect(signal: AbortSignal): Promise<void>
}

/** A node of a swarm that is open. `client` is a manager's where the node's own engine is out of reach from here. */
export type OpenNode = Pick<SwarmNode, 'id' | 'name' | 'role' | 'labels' | 'address'> & {
  client: EngineClient
  /** Of a node that Swarmline made itself. */
  power: NodePower | undefined
}

export type OpenNodes = {
  /** At least one; the first is asked first. */
  managers: readonly [EngineClient, ...EngineClient[]]
  nodes: OpenNode[]
  /** Published ports answer on every node. */
  hasMesh: boolean
  /** Makes `address:port` of a node answer on this machine, and says where. Idempotent. */
  openPort(address: string, port: number): Promise<Endpoint>
  /** Ends this command's connections; one to an engine stays for the next command where that shares it. */
  close(): Promise<void>
}

export type NodesSpec = {
  cluster: string
  addresses: AddressPlan
  /** Ours, on everything that is made: `ownLabels`. */
  labels: Record<string, string>
  registry: Pick<RegistryDoor, 'reference' | 'mirror'>
  /** Nothing beyond the machine can be reached: docker.io is answered by the mirror or not at all. */
  isOffline: boolean
}

/** A node whose engine answers at a socket of this machine; it is in no swarm yet. */
export type RaisedNode = PlannedNode & { socketPath: string }

/**
 * Where nodes come from: `Target` names those of one swarm, `Spec` says what is to be made, and `Ground` what it is made
 * on.
 */
export type Provider<Target, Spec = NodesSpec, Ground = Engine, Raised extends RaisedNode = RaisedNode> = {
  /** @throws `not-found`, `no-engine`, `engine-lost` */
  open(target: Target, fx: Effects): Promise<OpenNodes>
  /** `undefined`: its nodes are somebody else's, who makes and removes them. */
  maker: NodeMaker<Spec, Ground, Raised> | undefined
}

export type NodeMaker<Spec = NodesSpec, Ground = Engine, Raised extends RaisedNode = RaisedNode> = {
  /**
   * Makes the nodes that are not there yet, waits until each engine answers, and does `work` as long as all of them live.
   * What it made stays when it fails, for `remove`: its logs say why.
   *
   * @throws `cluster-failed` with the last words of a node that died
   */
  raise<T>(
    spec: Spec,
    ground: Ground,
    fx: Effects,
    work: (nodes: readonly Raised[], fx: Pick<Effects, 'clock' | 'signal'>) => Promise<T>
  ): Promise<T>
  /** Removes what `whose` run made on its ground; without it, what carries our labels. Idempotent. @returns what it was */
  remove(
    whose: Whose | undefined,
    ground: Ground,
    fx: Pick<Effects, 'clock' | 'signal' | 'log'>
  ): Promise<Leftover[]>
}
