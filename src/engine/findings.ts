import type { HostDescription } from './host.ts'
import type { AccelerationFinding } from './vm/acceleration.ts'

/** What `doctor` saw on this machine. Facts only: `doctor.rules.ts` judges them. */
export type Findings = {
  system: {
    /** `linux`, `darwin` … as Node names it. */
    platform: string
    /** `x64`, `arm64` … as Node names it. */
    arch: string
    /** `Debian GNU/Linux 12 (bookworm)`; Node's platform where nothing says more. */
    title: string
    kernel: string
    cores: number
    memoryBytes: number
    memoryAvailableBytes: number
  }
  nodeVersion: string
  cache: { folder: string; freeBytes: number | undefined }
  /** The docker client on the PATH; `undefined` when there is none. */
  docker: { version: string; plugins: string[] } | undefined
  host: HostDescription
  /** The host's engine was asked for by name (`--docker-host`, DOCKER_HOST). */
  isHostNamed: boolean
  /** The host engine's own swarm: `inactive`, `active` …; `undefined` when it was not seen. */
  swarmState: string | undefined
  /** The driver of its firewall: `iptables`, `nftables` …; `undefined` where the engine does not say it. */
  firewall?: string | undefined
  kernel: Record<KernelModule, ModuleState>
  qemu: { version: string | undefined; acceleration: AccelerationFinding; isVmBuilt: boolean }
  /** Debian packages that a VM needs and this machine lacks. */
  missingPackages: string[]
  apt: AptFinding | undefined
  dockerHub: { isReachable: boolean; reason: string }
}

export type KernelModule = 'ip_vs' | 'vxlan' | 'overlay'
/** `present`: built in or loaded. `loadable`: `modprobe` would load it. */
export type ModuleState = 'present' | 'loadable' | 'absent'

export type AptFinding = {
  /** Who may install packages here: this user, this user by sudo without a question, or nobody. */
  privilege: 'root' | 'sudo' | 'none'
  /** The Debian archive in apt's sources, which VMs and stand-in images are made from. `unknown`: apt takes its time. */
  archive: 'reachable' | 'unreachable' | 'not-configured' | 'unknown'
}
