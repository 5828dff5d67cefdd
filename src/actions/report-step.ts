import path from 'node:path'
import { annotationsOf, renderSummary, testRunOf } from '../report/report.ts'
import { reportStep as writeStepReport } from '../usecases/report-step.ts'
import type { SwarmTarget } from '../usecases/requests.ts'
import type { StepFindings } from '../usecases/step-report.rules.ts'
import type { Door } from './door.ts'

/**
 * Reports what a step found: the report's files in a folder of their own, the job's summary page, and an annotation
 * at each line that did not pass.
 *
 * @returns the folder, which the runner empties after the job
 */
export async function reportStep(
  found: StepFindings,
  target: SwarmTarget,
  door: Pick<Door, 'effects' | 'home' | 'tempDir' | 'addSummary' | 'origin' | 'annotate'>
): Promise<string> {
  const folder = reportFolder(found.kind, door)
  const origin = await door.origin()
  const report = await writeStepReport({ found, target, origin, folder }, door.home, door.effects)
  await door.addSummary(await renderSummary(report))
  // What belongs to no line is in the step's one error already.
  door.annotate((await annotationsOf(await testRunOf(report))).filter(each => each.path !== undefined))
  return folder
}

/** Where a step's report goes, and its evidence beside it. */
export function reportFolder(kind: StepFindings['kind'], door: Pick<Door, 'tempDir'>): string {
  return path.join(door.tempDir, `${kind}-report`)
}
