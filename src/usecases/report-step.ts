import { readCluster } from '../cluster/state.ts'
import type { Effects } from '../effects/effects.ts'
import type { RunReport } from '../report/run-report.ts'
import { writeReport } from '../report/write.ts'
import { deployFault } from './deploy/fault.rules.ts'
import type { DeployReport } from './deploy/report.ts'
import type { Home, SwarmTarget } from './requests.ts'
import { type StepFindings, stepReport } from './step-report.rules.ts'

/**
 * Writes what a step found into a folder: see `writeReport` for the files.
 *
 * @throws `not-found` for a cluster that is gone; the file system's own errors
 */
export async function reportStep(
  found: StepFindings,
  target: SwarmTarget,
  folder: string,
  { stateDir }: Home,
  fx: Pick<Effects, 'clock'>
): Promise<RunReport> {
  const swarm =
    target.kind === 'cluster'
      ? await readCluster(stateDir, target.name)
      : `the swarm at ${target.dockerHost ?? 'this machine'}`
  const report = stepReport(found, swarm, fx.clock.now())
  await writeReport(report, folder)
  return report
}

/** The same for a deploy alone. */
export function reportDeploy(
  result: DeployReport,
  target: SwarmTarget,
  folder: string,
  home: Home,
  fx: Pick<Effects, 'clock'>
): Promise<RunReport> {
  return reportStep({ kind: 'deploy', result, fault: deployFault(result) }, target, folder, home, fx)
}
