import type { SwarmNode } from '../cluster/cluster.ts'
import type { EngineClient } from '../docker/client.ts'
import type { Effects } from '../effects/effects.ts'
import type { Paced } from '../plain/pace.ts'
import type { MeshSlice } from './checks/isolation.ts'
import type { EdgeRules } from './checks/isolation-edges.rules.ts'

/** What must be true of a stack, and how hard to look. */
export type VerifyPlan = {
  /** The stack's name: a service `backend` of it is the swarm's `<stack>_backend`. */
  stack: string
  /** The service that answers on every node and names its replica. */
  service: string
  /** Fresh connections to each node; at least 1. */
  requestsPerNode: number
  /** Least share of all answers that each replica must give: 0.2 is a fifth. */
  minShare: number
  /** `false`: published ports answer only where a task runs, so the mesh cannot be tested. */
  hasMesh: boolean
  /** `undefined` leaves `redis-auth` out. */
  redis: RedisPlan | undefined
  /** Who may reach whom, looked at from inside the tasks; without it that is left out. */
  isolation?: { rules: EdgeRules; nodes: MeshSlice['nodes'] } | undefined
  /** A service that must run on nodes with this label only. */
  pinned: { service: string; label: string; value: string } | undefined
}

export type RedisPlan = {
  /** The service's name in the stack, which is its name on the stack's networks as well. */
  service: string
  port: number
  /** Services whose containers may be asked to speak to it, the best placed first. */
  clients: string[]
  /** The file, in those containers, that holds the password. */
  passwordFile: string
}

/** One node of the swarm, with the two ways in: its Engine API, and its published port from this machine. */
export type NodeDoor = {
  node: Pick<SwarmNode, 'id' | 'name' | 'role' | 'labels'>
  engine: EngineClient
  endpoint: { host: string; port: number }
}

export type VerifyEffects = Pick<Effects, 'clock' | 'log' | 'signal'> & Paced
