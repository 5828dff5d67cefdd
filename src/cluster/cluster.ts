/**
 * Cluster: nodes of a swarm out of an engine, and their end. It raises the nodes (`providers/`, behind `provider.ts`), forms the swarm
 * (`swarm/`), runs the cluster's registry, and keeps on disk what a later command needs to know.
 * Others import from here and, what is pure, from `cluster.rules.ts` alone.
 */

export type { AddressPlan } from './addresses.rules.ts'
export type {
  Cluster,
  DindCluster,
  MachineNode,
  MachinesCluster,
  StandIn,
  SwarmNode
} from './cluster-record.ts'
export type { Shell } from './env.rules.ts'
export type { NodePower, OpenNode, OpenNodes } from './provider.ts'
export type { DriverFlag } from './providers/docker-machine/create-line.rules.ts'
export type { MachineGround, MachineRecord, ReachEngine } from './providers/docker-machine/machine-ground.ts'
export type { MachineProgram } from './providers/docker-machine/program.ts'
export type { RaiseSpec } from './raise.ts'
export { engineNamedByUp, listClusters, readCluster, readClusterIfAny, saveCluster } from './state.ts'

// Loaded when they are called: who only asks what there is, reads none of them.
export const isAnswering: typeof import('./answering.ts').isAnswering = async (...args) =>
  (await import('./answering.ts')).isAnswering(...args)
export const shelveStock: typeof import('./providers/dind/stock.ts').shelveStock = async (...args) =>
  (await import('./providers/dind/stock.ts')).shelveStock(...args)
export const makeTemplate: typeof import('./providers/dind/template.ts').makeTemplate = async (...args) =>
  (await import('./providers/dind/template.ts')).makeTemplate(...args)
export const refuseStrangers: typeof import('./leftovers.ts').refuseStrangers = async (...args) =>
  (await import('./leftovers.ts')).refuseStrangers(...args)
export const withLock: typeof import('./lock.ts').withLock = async (...args) =>
  (await import('./lock.ts')).withLock(...args)
export const ensureNetwork: typeof import('./network.ts').ensureNetwork = async (...args) =>
  (await import('./network.ts')).ensureNetwork(...args)
export const readLogin: typeof import('./registry-login.ts').readLogin = async (...args) =>
  (await import('./registry-login.ts')).readLogin(...args)
export const openRegistry: typeof import('./registry.ts').openRegistry = async (...args) =>
  (await import('./registry.ts')).openRegistry(...args)
export const rotateLogin: typeof import('./registry.ts').rotateLogin = async (...args) =>
  (await import('./registry.ts')).rotateLogin(...args)
export const listOurs: typeof import('./leftovers.ts').listOurs = async (...args) =>
  (await import('./leftovers.ts')).listOurs(...args)
export const raiseSwarm: typeof import('./raise.ts').raiseSwarm = async (...args) =>
  (await import('./raise.ts')).raiseSwarm(...args)
export const installedProgram: typeof import('./providers/docker-machine/program.ts').installedProgram =
  async (...args) => (await import('./providers/docker-machine/program.ts')).installedProgram(...args)
export const driveMachines = async (
  ...args: Parameters<typeof import('./providers/docker-machine/program.ts').drive>
) => (await import('./providers/docker-machine/program.ts')).drive(...args)
export const checkMachines: typeof import('./providers/docker-machine/raise-machines.ts').checkMachines =
  async (...args) => (await import('./providers/docker-machine/raise-machines.ts')).checkMachines(...args)
export const loadProviders = async () => (await import('./providers.ts')).providers
