import type { Machines } from './program.ts'

/** Which machine is which node's, as the cluster's record has it before anything is made. */
export type MachineRecord = {
  node: string
  machine: string
  /** It was made for this swarm, and goes with it. One that was adopted stays. */
  isOurs: boolean
}

/** Where a machine's engine answers, and the folder of the certificates for it. */
export type TlsEndpoint = { dockerHost: string; certDir: string }

/** Makes an engine behind TLS answer at a socket of this process. @throws `input` for certificates that are missing */
export type ReachEngine = (endpoint: TlsEndpoint) => Promise<{ socketPath: string; close(): Promise<void> }>

/** What machines are made with, and removed by. */
export type MachineGround = {
  machines: Machines
  records: readonly MachineRecord[]
  reach: ReachEngine
  /** Machines have processors of their own. */
  isEmulated?: false
}
