import type { Effects } from '../effects/effects.ts'
import type { Reached } from './ssh-errors.rules.ts'

/**
 * An engine that can carry a swarm of nodes: this machine's, a remote one's, or a VM's. Everything after it
 * speaks to a unix socket and to addresses that answer from this machine, so nobody needs to know which it is.
 */
export type Engine = {
  readonly kind: 'host' | 'vm'
  /** For people: `Docker Engine 26.1.5 in a VM (TCG)`. */
  readonly title: string
  readonly version: string
  /** The engine's API on this machine: a unix socket, also when the engine is remote. */
  readonly socketPath: string
  /** The kernel under the engine can do IPVS and vxlan: published ports answer on every node. */
  readonly hasMesh: boolean
  /** Its processor is emulated: all takes several times as long. */
  readonly isEmulated?: boolean
  /** How a node container is made on this engine. */
  readonly nodeSource: NodeSource
  /** How the runtime lets a node be a container: full `privileged`, or `caps` where an old engine's root lacks one. */
  readonly privileges: 'privileged' | 'caps'
  /** The engine's own bridge that the nodes' network must use, when it has one (the VM's uplink bridge). */
  readonly bridge: string | undefined
  /** The group that may open the engine's socket on its machine: the nodes' sockets get the same. Root's if unset. */
  readonly socketGid?: number
  /** The path, on this machine, of a unix socket that lies at `remotePath` on the engine's machine. */
  openSocket(remotePath: string, name: string): Promise<string>
  /** Makes `address:port` (inside the engine's networks) answer on this machine, and says where. Idempotent. */
  openPort(address: string, port: number): Promise<Endpoint>
  /** Makes a connection that broke anew; what is not there (an engine of this machine) cannot break. */
  revive?(): Promise<void>
  /** Ends the forwardings made by openSocket and openPort, and the connection. The engine goes on running. */
  close(): Promise<void>
}

/** `usr`: bind-mount the engine machine's own /usr read only (a VM of ours). `image`: a docker-in-docker image. */
export type NodeSource = { kind: 'usr' } | { kind: 'image'; reference: string }
export type Endpoint = { host: string; port: number }

export type EngineChoice = 'auto' | 'host' | 'vm'
export type Acceleration = 'kvm' | 'hvf' | 'tcg'

/** What is remembered of an engine between commands; enough to reattach to it or to end it. */
export type EngineState =
  | {
      kind: 'host'
      /** As the user named it: `unix://…`, `ssh://…` or `tcp://…`. */
      dockerHost: string
      /** The one host key to believe behind ssh://: when the connection is made anew, too. */
      hostKey?: string
      /** The folder of the certificates for tcp://; never what is in them. */
      certDir?: string
      socketPath: string
      tunnel: TunnelState | undefined
      facts: HostFacts
      isOwned: false
    }
  | {
      kind: 'vm'
      runDir: string
      pid: number
      /** Start time of the process in clock ticks (field 22 of /proc/PID/stat): a pid alone may be reused. */
      pidStart: string
      acceleration: Acceleration
      suite: string
      isOwned: true
    }
/** What was found out about a host's engine when it was opened; a later command believes it and looks no more. */
export type HostFacts = Pick<
  Engine,
  'title' | 'version' | 'hasMesh' | 'nodeSource' | 'privileges' | 'bridge' | 'socketGid'
>
export type TunnelState = {
  controlPath: string
  configPath: string
  /** The name that `ssh -F <configPath>` takes. */
  host: string
  /** The machine as people name it; connections that were opened by an older version do not say. */
  reached?: Reached
}

export type EngineEffects = Pick<Effects, 'exec' | 'clock' | 'log' | 'signal'>
