import { readReport } from '../report/read.ts'
import type { RunReport } from '../report/run-report.ts'

/** Forms that a report is rendered in; `terminal` is the one for people. */
export type ReportForm = 'terminal' | 'summary' | 'html' | 'junit' | 'ctrf' | 'annotations' | 'json'

/**
 * A report in another form than it has.
 *
 * @returns the text, which ends as the form does; of `terminal` none: it depends on the screen
 * @throws what `readReport` throws
 */
export async function showReport(
  place: string,
  form: ReportForm
): Promise<{ report: RunReport; text: string | undefined }> {
  const report = await readReport(place)
  return { report, text: await rendered(report, form) }
}

async function rendered(report: RunReport, form: ReportForm): Promise<string | undefined> {
  const { testRunOf } = await import('../report/test-cases.rules.ts')
  switch (form) {
    case 'terminal':
      return undefined
    case 'summary':
      return (await import('../report/summary.ts')).renderSummary(report)
    case 'html':
      return (await import('../report/html.ts')).renderHtml(report)
    case 'junit':
      return (await import('../report/junit.ts')).renderJunit(testRunOf(report))
    case 'ctrf':
      return (await import('../report/ctrf.ts')).renderCtrf(testRunOf(report))
    case 'annotations': {
      const { annotationsOf } = await import('../report/annotations.ts')
      return `${JSON.stringify(annotationsOf(testRunOf(report)), null, 2)}\n`
    }
    case 'json':
      return (await import('../report/json.ts')).renderJson(report)
  }
}
