import type { ReportedDeploy, RunReport } from './run-report.ts'

/** The report for programs: report.json, ending in a line feed. Every change of state is in timeline.json instead. */
export function renderJson(report: RunReport): string {
  return `${JSON.stringify({ ...report, deploy: report.deploy && withoutTimeline(report.deploy) }, null, 2)}\n`
}

function withoutTimeline({ timeline: _, undone, ...deploy }: ReportedDeploy): ReportedDeploy {
  if (undone?.kind !== 'restored' || !undone.result) return { ...deploy, undone }
  const { timeline: __, ...result } = undone.result
  return { ...deploy, undone: { ...undone, result } }
}
