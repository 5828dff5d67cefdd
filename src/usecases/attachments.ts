import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Attachment } from '../report/report.ts'

const MOST_FILES = 1_000

/** The evidence that checks left beside a report: the files in its folder `evidence`, by name. */
export async function attachmentsIn(reportFolder: string): Promise<Attachment[]> {
  const folder = path.join(reportFolder, 'evidence')
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const names = entries
    .filter(entry => entry.isFile() && /^[\w.-]+$/.test(entry.name))
    .map(entry => entry.name)
  return Promise.all(
    names
      .toSorted()
      .slice(0, MOST_FILES)
      .map(async name => ({
        title: `Evidence of ${name.replace(/\.json$/, '')}`,
        file: `evidence/${name}`,
        sizeBytes: (await stat(path.join(folder, name))).size
      }))
  )
}
