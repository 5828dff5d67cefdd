import type { StandIn, SwarmNode } from '../cluster/cluster.ts'
import type { DeployResult } from '../rollout/rollout.ts'
import type { StackChanges } from '../stack/plan/plan.ts'
import type { ProbeResult } from '../traffic/traffic.ts'
import type { VerifyResult } from '../verify/verify.ts'

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
    | {
        kind: 'restored'
        isComplete: boolean
        result?: DeployResult | undefined
        /** What was done about each service, and why where it failed. */
        services?: { service: string; action: string; why?: string }[] | undefined
        /** Networks, secrets and configs that something still uses. */
        left?: string[] | undefined
      }
    | undefined
  /** The number under which the swarm remembers it. */
  seq?: number | undefined
  /** What the files asked to change since the deploy before, field by field; what may be a secret is hidden. */
  changes?: StackChanges | undefined
  /** Full names of the services, secrets and configs that are gone because nothing names them. */
  pruned?: string[] | undefined
  /** What visitors met throughout the rollout, where somebody asked. */
  probe?: ProbeResult | undefined
}

/** Where a run comes from, as its surroundings say; a part that nobody says is absent. URLs are http or https. */
export type RunOrigin = {
  repository?: { name: string; url: string } | undefined
  /** `sha` has 40 hexadecimal digits; `ref` is a branch or a tag. */
  commit?: { sha: string; ref?: string | undefined; url?: string | undefined } | undefined
  run?: { title: string; url: string; attempt: number } | undefined
  pullRequest?: { number: number; url: string } | undefined
  environment?: { name: string; url?: string | undefined } | undefined
  actor?: string | undefined
}

/** Whose report it is. */
export type ReportSource = RunOrigin & {
  stack?: string | undefined
  /** For people: `the cluster demo`, `the swarm at ssh://ops@swarm.example.org`. */
  swarm?: string | undefined
}

/** The last lines that a node's engine wrote. */
export type EngineLog = { node: string; lines: string[] }

/** A file beside the report. `file` is relative to the report's folder, with `/` between its parts. */
export type Attachment = { title: string; file: string; sizeBytes: number }

/**
 * Everything that a report shows: plain data, written as report.json, from which every other file is rendered. Its
 * published form is schema/report.schema.json. It never holds a secret.
 */
export type RunReport = {
  schema: 2
  tool: { name: 'swarmline'; version: string }
  source: ReportSource
  startedAt: string
  durationMs: number
  /** `inconclusive`: nothing failed, and something could not be measured. */
  status: 'pass' | 'fail' | 'inconclusive'
  engine: { kind: 'host' | 'vm'; title: string; version: string; hasMesh: boolean; heartbeatSeconds?: number }
  nodes: Pick<SwarmNode, 'name' | 'role' | 'address' | 'labels'>[]
  images: BuiltImage[]
  standIns: StandIn[]
  deploy: ReportedDeploy | undefined
  verify: VerifyResult | undefined
  phases: PhaseTiming[]
  /** The one line of a failure, when there is one. */
  error: string | undefined
  /** Of a run that failed. */
  engineLogs?: EngineLog[] | undefined
  attachments?: Attachment[] | undefined
}
