import type { NodePower, SwarmNode } from '../cluster/cluster.ts'
import type { EngineClient } from '../docker/client.ts'
import type { ApiServiceSpec } from '../docker/types.ts'
import type { Effects } from '../effects/effects.ts'
import type { Pace } from '../plain/pace.ts'
import type { HttpTarget } from './looking/http.ts'
import type { SwarmReads } from './looking/reads.ts'
import type { IsolationMatrix, NodeAnswers, ReportedLoad } from './verdict.ts'

/** What a deploy that is on record asked for. Specs may hold values of environments, which nothing shows. */
export type Deployed = { seq: number; services: readonly ApiServiceSpec[] }

/** A node of the swarm that is checked. */
export type WorldNode = Pick<SwarmNode, 'id' | 'name' | 'role' | 'labels' | 'address'> & {
  /** The node's own engine; `undefined` where it is out of reach from here (a foreign swarm's workers). */
  engine: EngineClient | undefined
  /** How the node itself is switched off and on; `undefined` for one that Swarmline did not make. */
  power: NodePower | undefined
}

/** What clean-up may use: its signal outlives the run's. */
export type UndoEffects = Pick<Effects, 'clock' | 'log' | 'signal'>

/** Everything that a check's gathering may use. One check sees one `World`: its `signal` ends with its deadline. */
export type World = {
  /** The stack's name: a service `backend` of it is the swarm's `<stack>_backend`. Empty: services of no stack. */
  stack: string
  /** A manager's engine: services, tasks, networks, nodes. */
  manager: EngineClient
  nodes: readonly WorldNode[]
  /** What the last deploy with Swarmline asked for; `undefined` where none is on record. */
  deployed?: Deployed | undefined
  /** `false`: published ports answer only where a task runs. */
  hasMesh: boolean
  /** Where a node's published port answers on this machine. @throws `port-taken`, `engine-lost` */
  endpointOf(node: WorldNode, port: number): Promise<HttpTarget>
  /** The swarm's own word, read once for all checks that run at the same time, and checked for its form. */
  reads: SwarmReads
  /**
   * One measurement for all checks that ask for the same `key` at the same time. `measure` gets a world whose
   * signal is that of all of them, so that one check's deadline does not take it from the others.
   */
  share<T>(key: string, measure: (world: World) => Promise<T>): Promise<T>
  /** Turns at the stack's published ports. Waiting for one takes nothing from a check's time. */
  turns: {
    /** Nobody else sends requests meanwhile: for kinds whose `visits` are `counts`. */
    alone<T>(work: () => Promise<T>): Promise<T>
    /** Nobody sends any: for these kinds, too. Several services may be left alone at the same time. */
    still<T>(service: string, work: () => Promise<T>): Promise<T>
    /** When nobody counts any more; beside others. */
    visit<T>(work: () => Promise<T>): Promise<T>
  }
  /** Requests that this run sent and got no answer to: they may be carried out yet, and count. */
  unsettled: { count(): number; add(requests: number): void }
  /** A file beside the suite; its path counts from the suite's folder. @throws `input` when it may not be read */
  readFile(path: string): Promise<Buffer>
  secrets: {
    /** From now on neither verdicts nor evidence show it, in any usual encoding. */
    register(secret: string | Uint8Array): void
  }
  /** For kinds that disturb: what puts things back, run in reverse order after the check, also after a failure. */
  undo(title: string, run: (fx: UndoEffects) => Promise<void>): void
  /** What nodes answered, for the report's table and picture. The same `round` again takes the place of the former. */
  showAnswers(round: string, answers: readonly NodeAnswers[]): void
  /** Who reached whom, for the report's picture. The same `look` again takes the place of the former. */
  showIsolation(look: string, matrix: IsolationMatrix): void
  /** What visitors at a fixed rate met, for the report's pictures. */
  showLoad(load: ReportedLoad): void
  /** How fast the swarm is now; waits of a fixed length are that much longer. */
  pace?: (() => Pace) | undefined
  clock: Effects['clock']
  log: Effects['log']
  signal: AbortSignal
}
