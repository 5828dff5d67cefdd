import type { StandIn, SwarmNode } from '../cluster/cluster.ts'
import type { DeployResult } from '../rollout/outcome.ts'
import type { VerifyResult } from '../verify/verdict.ts'

/** One image that a run built and pushed. */
export type BuiltImage = {
  name: string
  reference: string
  /** `sha256:…`, as the registry answered. */
  digest: string
  sizeBytes: number
  durationMs: number
}

/** A step of the run and how long it took. */
export type PhaseTiming = { title: string; durationMs: number; status: 'done' | 'failed' | 'cancelled' }

/** A deploy, and what was done about it when it did not converge. */
export type ReportedDeploy = DeployResult & {
  undone?:
    | { kind: 'kept' | 'removed' }
    /** `result`: how the services of before fared. */
    | { kind: 'restored'; isComplete: boolean; result?: DeployResult | undefined }
    | undefined
}

/** Everything that a report shows: plain data, written as report.json. It never holds a secret. */
export type RunReport = {
  schema: 1
  tool: { name: 'swarmline'; version: string }
  startedAt: string
  durationMs: number
  status: 'pass' | 'fail'
  engine: { kind: 'host' | 'vm'; title: string; version: string; hasMesh: boolean }
  nodes: Pick<SwarmNode, 'name' | 'role' | 'address' | 'labels'>[]
  images: BuiltImage[]
  standIns: StandIn[]
  deploy: ReportedDeploy | undefined
  verify: VerifyResult | undefined
  phases: PhaseTiming[]
  /** The one line of a failure, when there is one. */
  error: string | undefined
}
