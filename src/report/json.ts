import { withinLimits } from './bounds.rules.ts'
import type { RunReport } from './run-report.ts'

/** The report for programs: report.json, ending in a line feed. Its form is schema/report.schema.json. */
export function renderJson(report: RunReport): string {
  return `${JSON.stringify(withinLimits(report), null, 1)}\n`
}
