import type { DeployResult } from '../../rollout/rollout.ts'
import type { StackChanges } from '../../stack/plan/plan.ts'
import type { Finding, Translation } from '../../stack/read/read.ts'
import type { ProbeResult } from '../../traffic/traffic.ts'
import type { Undone } from '../undo.ts'

/** What a deploy will do, told before it does it. */
export type DeployPlan = {
  /** The changes in plain lines, escaped for no medium. */
  summary: string[]
  changes: StackChanges
  /** What the stack files say and a swarm does not do as it is written. */
  findings: Finding[]
  /** What is handed over in another way than the files say it. */
  translations: Translation[]
  /** About the update settings, and images without a digest. */
  notes: string[]
  /** In the order in which they converge, with the services of each. */
  stages: { name: string; services: string[] }[]
}

/** How a deploy went, from the plan to what became of the stack. */
export type DeployReport = DeployResult & {
  /** The number under which the swarm remembers it; `undefined`: nothing was changed, so nothing is remembered. */
  seq: number | undefined
  changes: StackChanges
  /** Full names of the services, and of the secrets and configs, that are gone because nothing names them. */
  pruned: string[]
  /** What was done with the stack after a deploy that did not converge. */
  undone: Undone | undefined
  probe: ProbeResult | undefined
}
