import type { ChangedAnswers } from './changed-engine.ts'
import type { ShopStack } from './healthy-stack.ts'
import type { Shop } from './shop.ts'
import type { MeshFault } from './stand-in-mesh.ts'

/** One thing that is wrong with the healthy stack, or with the swarm around it. */
export type Defect = {
  /** What is wrong, in a few words; no other defect has it. */
  name: string
  /** `answers`: an engine of one node on this machine cannot show it, so answers or the mesh are made up. */
  by: 'engine' | 'answers'
  /** Changes the stack file, before it is deployed. */
  stack?: Change
  /** Before the deploy: images, volumes. Answers how it is undone, where the next defect would feel it. */
  before?(shop: Shop): Promise<Undo | undefined>
  /** After the deploy, when all runs: labels of nodes, processes, files in containers. */
  after?(shop: Shop): Promise<Undo | undefined>
  /** Services of which no task, or not every task, will ever run; waited for until one of their tasks says why. */
  broken?: readonly string[]
  answers?: ChangedAnswers
  /** By node: `manager1` is the real one, `worker1` and `worker2` are there for the mesh alone. */
  mesh?: Record<string, MeshFault>
  caught: {
    /** The id of the check in suite.yml that has to fail. */
    by: string
    /** What it observes. */
    says: RegExp
    /** Its hint, where that is the point. */
    hint?: RegExp
  }
  /** Other checks that may turn red, each with the reason. */
  also?: Record<string, string>
}

export type Change = (stack: ShopStack) => void
export type Undo = () => Promise<void>

/** The same reason for several checks. */
export const because = (reason: string, ...ids: string[]): Record<string, string> =>
  Object.fromEntries(ids.map(id => [id, reason]))

/** What a store that does not run takes with it. */
export const STORE_DOWN = because(
  'no task of store runs, whom these look at',
  ...['store-as-written', 'store-placed', 'isolation', 'dns', 'store-port', 'data-there', 'key', 'store-log']
)
/** What a web that does not run takes with it. */
export const WEB_DOWN = because(
  'no task of web runs, whom these look at',
  ...[
    'web-as-written',
    'front-page',
    'front-json',
    'page-from-inside',
    'mesh',
    'counter',
    'isolation',
    'dns'
  ],
  ...['store-port', 'web-files', 'image', 'web-metrics', 'targets', 'load']
)
/** Checks that ask web at its published port. */
export const THROUGH_PORT = ['front-page', 'front-json', 'mesh', 'counter', 'web-metrics', 'load']
