import { readCluster } from '../cluster/cluster.ts'
import type { Effects } from '../effects/effects.ts'
import { type RunOrigin, type RunReport, writeReport } from '../report/report.ts'
import { attachmentsIn } from './attachments.ts'
import { deployFault } from './deploy/fault.rules.ts'
import type { DeployReport } from './deploy/report.ts'
import { engineLogs } from './engine-logs.ts'
import type { Home, SwarmTarget } from './requests.ts'
import { type StepFindings, stepReport } from './step-report.rules.ts'

/** What a step found, of which swarm, where it comes from, and the folder that the report goes to. */
export type StepToReport = { found: StepFindings; target: SwarmTarget; origin: RunOrigin; folder: string }

/**
 * Writes what a step found into a folder: see `writeReport` for the files.
 *
 * @throws `not-found` for a cluster that is gone; the file system's own errors
 */
export async function reportStep(
  { found, target, origin, folder }: StepToReport,
  home: Home,
  fx: Effects
): Promise<RunReport> {
  const swarm =
    target.kind === 'cluster'
      ? await readCluster(home.stateDir, target.name)
      : `the swarm at ${target.dockerHost ?? 'this machine'}`
  const report = stepReport(found, swarm, origin, fx.clock.now())
  const logs = report.status === 'pass' ? [] : await engineLogs(target, home, fx)
  const attachments = await attachmentsIn(folder)
  const complete = {
    ...report,
    ...(logs.length > 0 ? { engineLogs: logs } : {}),
    ...(attachments.length > 0 ? { attachments } : {})
  }
  await writeReport(complete, folder)
  return complete
}

/** The same for a deploy alone. */
export function reportDeploy(
  result: DeployReport,
  where: Omit<StepToReport, 'found'>,
  home: Home,
  fx: Effects
): Promise<RunReport> {
  return reportStep({ ...where, found: { kind: 'deploy', result, fault: deployFault(result) } }, home, fx)
}
