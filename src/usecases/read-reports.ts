import { glob, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Effects } from '../effects/effects.ts'
import { explain, SwarmlineError } from '../errors.ts'
import { type History, historyOf, type RunReport, readReport } from '../report/report.ts'

/** More files than this are no history that anybody looks at. */
const MOST_REPORTS = 500

export type HistoryRequest = {
  /** Reports, folders that hold one or many, or patterns of either; absolute. */
  places: string[]
  /** How many runs, the newest. */
  last: number
}

/**
 * The runs whose reports lie at some places, side by side. One that cannot be read is left out with a warning.
 *
 * @throws `input` where none can be read
 */
export async function history({ places, last }: HistoryRequest, fx: Pick<Effects, 'log'>): Promise<History> {
  const files = (await Promise.all(places.map(filesAt))).flat()
  const found: { place: string; report: RunReport }[] = []
  for (const file of [...new Set(files)].slice(0, MOST_REPORTS))
    try {
      found.push({ place: file, report: await readReport(file) })
    } catch (error) {
      fx.log.warn(`left out: ${explain(error)}`)
    }
  if (found.length === 0)
    throw new SwarmlineError('input', `there is no report at ${places.join(', ')}`, {
      hint: 'give folders that hold report.json: swarmline deploy --report-dir FOLDER makes one'
    })
  return historyOf(found, last)
}

/** The report of a folder, those of its folders, a file itself, or what a pattern stands for. */
async function filesAt(place: string): Promise<string[]> {
  const kind = await stat(place).catch(() => undefined)
  if (kind?.isFile()) return [place]
  if (kind?.isDirectory()) {
    const own = path.join(place, 'report.json')
    const entries = await readdir(place, { withFileTypes: true })
    const below = entries
      .filter(entry => entry.isDirectory())
      .map(entry => path.join(place, entry.name, 'report.json'))
    const there = await Promise.all([own, ...below].map(async file => ((await isFile(file)) ? [file] : [])))
    return there.flat()
  }
  if (!/[*?[{]/.test(place)) return []
  const matched: string[] = []
  for await (const match of glob(place)) {
    matched.push(...((await isFile(match)) ? [match] : await filesAt(match)))
    if (matched.length >= MOST_REPORTS) break
  }
  return matched.filter(file => file.endsWith('.json'))
}

const isFile = (file: string): Promise<boolean> =>
  stat(file).then(
    each => each.isFile(),
    () => false
  )
