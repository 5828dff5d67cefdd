import type { SecuredService } from '../kinds/security/judge.ts'

/** A service as a suite can be derived from it; names are those of the stack file. */
export type ServiceShape = {
  name: string
  mode: 'replicated' | 'global' | 'replicated-job' | 'global-job'
  /** As its spec asks; `undefined` where the swarm decides (global), or where it comes to an end (jobs). */
  replicas: number | undefined
  /** Tasks that must run: its replicas or, of a global service, one on each node that takes tasks and fits; 0 of a job. */
  wanted: number
  networks: readonly string[]
  secrets: readonly string[]
  configs: readonly string[]
  ports: readonly PortShape[]
  /** As docker writes them: `node.labels.data == persistent`. */
  constraints: readonly string[]
  /** Tasks that may run on one node; 0: any number. */
  mostPerNode: number
  /** A deploy with Swarmline that is on record asked for it. */
  isDeployed: boolean
  security: SecuredService
}

/** `published` is 0 where the swarm chooses it. */
export type PortShape = { protocol: string; published: number; target: number; mode: 'ingress' | 'host' }

export type StackShape = {
  stack: string
  /** In the order of their names. */
  services: readonly ServiceShape[]
  /** The deploy that is on record, by its number. */
  deploy: number | undefined
  nodes: {
    count: number
    managers: number
    /** Names of nodes that take no tasks, because somebody said so. */
    away: readonly string[]
  }
}
