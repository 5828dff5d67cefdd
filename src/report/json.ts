import type { RunReport } from './run-report.ts'

/** The report for programs: report.json, ending in a line feed. */
export function renderJson(report: RunReport): string {
  return `${JSON.stringify(report, null, 2)}\n`
}
