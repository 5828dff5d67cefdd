import path from 'node:path'
import { renderSummary } from '../report/summary.ts'
import { writeReport } from '../report/write.ts'
import { readCluster } from '../usecases/list.ts'
import type { SwarmTarget } from '../usecases/requests.ts'
import type { Door } from './door.ts'
import { type StepFindings, stepReport } from './step-report.rules.ts'

/**
 * Reports what a step found: report.json and index.html in a folder of its own, and the job's summary page.
 *
 * @returns the folder, which the runner empties after the job
 */
export async function reportStep(
  found: StepFindings,
  target: SwarmTarget,
  door: Pick<Door, 'effects' | 'home' | 'tempDir' | 'addSummary'>
): Promise<string> {
  const swarm =
    target.kind === 'cluster'
      ? await readCluster(target.name, door.home)
      : `the swarm at ${target.dockerHost ?? 'this machine'}`
  const report = stepReport(found, swarm, door.effects.clock.now())
  const folder = reportFolder(found.kind, door)
  await writeReport(report, folder)
  await door.addSummary(renderSummary(report))
  return folder
}

/** Where a step's report goes, and its evidence beside it. */
export function reportFolder(kind: StepFindings['kind'], door: Pick<Door, 'tempDir'>): string {
  return path.join(door.tempDir, `${kind}-report`)
}
