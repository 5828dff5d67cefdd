import type { ReportedDeploy } from './run-report.ts'
import { changesOf } from './timeline.rules.ts'

/**
 * The timeline for programs: timeline.json, ending in a line feed. `undefined` where nobody watched.
 */
export function renderTimeline(deploy: ReportedDeploy | undefined): string | undefined {
  if (!deploy?.timeline) return undefined
  const { stack, outcome, startedAt, durationMs } = deploy
  return `${JSON.stringify({ schema: 1, stack, outcome, startedAt, durationMs, changes: changesOf(deploy) }, null, 2)}\n`
}
