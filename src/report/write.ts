import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { renderHtml } from './html.ts'
import { renderJson } from './json.ts'
import type { RunReport } from './run-report.ts'

/** Where a report lies. */
export type ReportFiles = { json: string; html: string }

/**
 * Writes report.json and index.html into `folder`, and makes it where it is not there. A reader finds the old
 * file or the new one, never half of one. Errors are the file system's own.
 */
export async function writeReport(report: RunReport, folder: string): Promise<ReportFiles> {
  const files = { json: path.join(folder, 'report.json'), html: path.join(folder, 'index.html') }
  await mkdir(folder, { recursive: true })
  await replaceFile(files.json, renderJson(report))
  await replaceFile(files.html, renderHtml(report))
  return files
}

async function replaceFile(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}.tmp`
  try {
    await writeFile(draft, text)
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}
