import {
  annotationsOf,
  type RunReport,
  readReport,
  renderCtrf,
  renderHtml,
  renderJson,
  renderJunit,
  renderSummary,
  testRunOf
} from '../report/report.ts'

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
  switch (form) {
    case 'terminal':
      return undefined
    case 'summary':
      return renderSummary(report)
    case 'html':
      return renderHtml(report)
    case 'junit':
      return renderJunit(await testRunOf(report))
    case 'ctrf':
      return renderCtrf(await testRunOf(report))
    case 'annotations':
      return `${JSON.stringify(await annotationsOf(await testRunOf(report)), null, 2)}\n`
    case 'json':
      return renderJson(report)
  }
}
