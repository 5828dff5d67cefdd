import type { SwarmNode } from '../../cluster/cluster.ts'
import type { EngineClient } from '../../docker/client.ts'
import type { Effects } from '../../effects/effects.ts'
import type { Paced } from '../../plain/pace.ts'

/** One round of requests to a service, through every node. */
export type VerifyPlan = {
  /** The stack's name: a service `backend` of it is the swarm's `<stack>_backend`. */
  stack: string
  /** The service that answers on every node and names its replica. */
  service: string
  /** Fresh connections to each node; at least 1. */
  requestsPerNode: number
  /** `false`: published ports answer only where a task runs, so the mesh cannot be tested. */
  hasMesh: boolean
}

/** One node of the swarm, with the two ways in: its Engine API, and its published port from this machine. */
export type NodeDoor = {
  node: Pick<SwarmNode, 'id' | 'name' | 'role' | 'labels'>
  engine: EngineClient
  endpoint: { host: string; port: number }
}

export type VerifyEffects = Pick<Effects, 'clock' | 'log' | 'signal'> & Paced
