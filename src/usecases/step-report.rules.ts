import type { Cluster } from '../cluster/cluster.ts'
import { explain, type SwarmlineError } from '../errors.ts'
import { runStatus } from '../report/report.rules.ts'
import type { ReportedDeploy, RunOrigin, RunReport } from '../report/report.ts'
import type { VerifyResult } from '../verify/verify.ts'
import { version } from '../version.ts'

/** What one step found out, and why it fails, when it does. */
export type StepFindings = { fault: SwarmlineError | undefined } & (
  | { kind: 'deploy'; result: ReportedDeploy }
  | { kind: 'verify'; stack: string; result: VerifyResult }
)

const PHASES: Record<StepFindings['kind'], string> = {
  deploy: 'Deploy the stack',
  verify: 'Verify through every node'
}

/**
 * The report of one step, which knows of the run only what it did itself.
 *
 * @param swarm ours, with its nodes and stand-ins; or, of another, a title for people
 */
export function stepReport(
  found: StepFindings,
  swarm: Cluster | string,
  origin: RunOrigin,
  endedAtMs: number
): RunReport {
  const cluster = typeof swarm === 'string' ? undefined : swarm
  const title = typeof swarm === 'string' ? swarm : swarm.engineTitle
  const { kind, result, fault } = found
  return {
    schema: 2,
    source: {
      ...origin,
      stack: kind === 'deploy' ? result.stack : found.stack,
      swarm: typeof swarm === 'string' ? swarm : `the cluster ${swarm.name}`
    },
    tool: { name: 'swarmline', version },
    startedAt: new Date(endedAtMs - result.durationMs).toISOString(),
    durationMs: result.durationMs,
    status: runStatus(kind === 'verify' ? result : undefined, fault !== undefined),
    engine: {
      kind: cluster?.engine?.kind ?? 'host',
      title,
      version: /\d+(?:\.\d+)+/.exec(cluster ? title : '')?.[0] ?? '',
      hasMesh: cluster?.hasMesh ?? true
    },
    nodes: (cluster?.nodes ?? []).map(({ name, role, address, labels }) => ({ name, role, address, labels })),
    images: [],
    standIns: cluster?.standIns ?? [],
    deploy: kind === 'deploy' ? result : undefined,
    verify: kind === 'verify' ? result : undefined,
    phases: [{ title: PHASES[kind], durationMs: result.durationMs, status: fault ? 'failed' : 'done' }],
    error: fault && explain(fault)
  }
}
