import { SwarmlineError } from '../errors.ts'
import { MOST_MANAGERS, MOST_NODES } from '../plain/cluster-size.ts'

export type PlannedNode = { name: string; role: 'manager' | 'worker'; address: string }

/** Who has which address in the cluster's network. All of it is known before anything is made. */
export type AddressPlan = {
  subnet: string
  /** The engine's machine in this network: the bridge's own address. */
  gateway: string
  /** `address:port`; a push needs the login. */
  registry: string
  /** `address:port`; read only, anonymous, answers for docker.io. */
  mirror: string
  /** Address of the short-lived node that fills the template store. */
  template: string
  nodes: PlannedNode[]
}

/** The first three octets of the network. A VM of ours has its bridge there, so it is not a choice on one. */
export const NETWORK_PREFIX = '10.79.0'
export const REGISTRY_PORT = 5000
const FIRST_NODE = 11

/**
 * Names and addresses for a cluster: managers first, then workers, from .11 on.
 * @throws `input` when the numbers are out of range.
 */
export function planAddresses(
  counts: { managers: number; workers: number },
  prefix = NETWORK_PREFIX
): AddressPlan {
  const problem = problemOfCounts(counts)
  if (problem) throw new SwarmlineError('input', problem)
  const named = [
    ...names('manager', counts.managers).map(name => ({ name, role: 'manager' as const })),
    ...names('worker', counts.workers).map(name => ({ name, role: 'worker' as const }))
  ]
  return {
    subnet: `${prefix}.0/24`,
    gateway: `${prefix}.2`,
    registry: `${prefix}.5:${REGISTRY_PORT}`,
    mirror: `${prefix}.6:${REGISTRY_PORT}`,
    template: `${prefix}.10`,
    nodes: named.map((node, i) => ({ ...node, address: `${prefix}.${FIRST_NODE + i}` }))
  }
}

/** Why these numbers cannot be a cluster; `undefined` when they can. */
export function problemOfCounts(counts: { managers: number; workers: number }): string | undefined {
  const { managers, workers } = counts
  if (!Number.isInteger(managers) || managers < 1 || managers > MOST_MANAGERS)
    return `managers must be a whole number from 1 to ${MOST_MANAGERS}, not ${managers}`
  if (!Number.isInteger(workers) || workers < 0)
    return `workers must be a whole number from 0, not ${workers}`
  if (managers + workers > MOST_NODES)
    return `${managers} managers and ${workers} workers are more than the ${MOST_NODES} nodes of a cluster`
  return undefined
}

/** What is worth saying about numbers that can be a cluster: how many managers may fail. */
export function noteOnManagers(managers: number): string | undefined {
  if (managers % 2 === 0)
    return `${managers} managers survive the loss of ${(managers - 2) / 2}, like ${managers - 1}: use an odd number`
  if (managers < 3)
    return 'one manager: when it fails, nobody can change the swarm; 3 survive the loss of one'
  return undefined
}

function names(role: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${role}${i + 1}`)
}
