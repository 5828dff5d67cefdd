import path from 'node:path'
import { renderSummary } from '../report/summary.ts'
import { reportStep as writeStepReport } from '../usecases/report-step.ts'
import type { SwarmTarget } from '../usecases/requests.ts'
import type { StepFindings } from '../usecases/step-report.rules.ts'
import type { Door } from './door.ts'

/**
 * Reports what a step found: the report's files in a folder of their own, and the job's summary page.
 *
 * @returns the folder, which the runner empties after the job
 */
export async function reportStep(
  found: StepFindings,
  target: SwarmTarget,
  door: Pick<Door, 'effects' | 'home' | 'tempDir' | 'addSummary'>
): Promise<string> {
  const folder = reportFolder(found.kind, door)
  const report = await writeStepReport(found, target, folder, door.home, door.effects)
  await door.addSummary(renderSummary(report))
  return folder
}

/** Where a step's report goes, and its evidence beside it. */
export function reportFolder(kind: StepFindings['kind'], door: Pick<Door, 'tempDir'>): string {
  return path.join(door.tempDir, `${kind}-report`)
}
