import { rm } from 'node:fs/promises'
import path from 'node:path'
import { withinLimits } from './bounds.rules.ts'
import { renderJson } from './json.ts'
import { makeTarget, replaceFile } from './replace-file.ts'
import type { RunReport } from './run-report.ts'
import { testRunOf } from './test-cases.rules.ts'
import { renderTimeline } from './timeline-json.ts'

/** Where a report lies. */
export type ReportFiles = {
  json: string
  html: string
  junit: string
  ctrf: string
  timeline: string | undefined
}

/**
 * Writes report.json, index.html, junit.xml, ctrf.json and, of a deploy, timeline.json into `folder`, and makes it
 * where it is not there. A reader finds the old file or the new one, never half of one, and no timeline of an earlier
 * deploy; what stands in a file's place, a link as well, is replaced. Errors are the file system's own.
 *
 * @throws `input` for a folder of another user's
 */
export async function writeReport(whole: RunReport, folder: string): Promise<ReportFiles> {
  const report = withinLimits(whole)
  const at = (name: string): string => path.join(folder, name)
  const timeline = renderTimeline(report.deploy)
  // The page's pictures are the one part that takes time to load.
  const [{ renderHtml }, { renderJunit }, { renderCtrf }] = await Promise.all([
    import('./html.ts'),
    import('./junit.ts'),
    import('./ctrf.ts')
  ])
  const tests = testRunOf(report)
  makeTarget(folder)
  if (timeline === undefined) await rm(at('timeline.json'), { force: true })
  else await replaceFile(at('timeline.json'), timeline)
  await replaceFile(at('report.json'), renderJson(report))
  await replaceFile(at('junit.xml'), renderJunit(tests))
  await replaceFile(at('ctrf.json'), renderCtrf(tests))
  await replaceFile(at('index.html'), renderHtml(report))
  return {
    json: at('report.json'),
    html: at('index.html'),
    junit: at('junit.xml'),
    ctrf: at('ctrf.json'),
    timeline: timeline === undefined ? undefined : at('timeline.json')
  }
}
