import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import * as z from 'zod'
import type { Home } from '../requests.ts'

const GRADED = z.object({
  /** Of what was graded: the same as long as nothing has changed. */
  fingerprint: z.string(),
  passed: z.array(z.string()),
  failed: z.array(z.string())
})
const FILE = z.object({ schema: z.literal(1), grades: z.array(GRADED) })

/** One grading, as far as hints and the next assignment depend on it. */
export type Graded = z.output<typeof GRADED>

const MOST_GRADES = 200

/** What was graded in a folder so far, the oldest first. One that cannot be read is forgotten: it holds only hints. */
export async function readHistory(folder: string, home: Home): Promise<Graded[]> {
  try {
    return FILE.parse(JSON.parse(await readFile(fileOf(folder, home), 'utf8'))).grades
  } catch {
    return []
  }
}

/** Adds a grading to what is known of a folder. */
export async function addToHistory(folder: string, graded: Graded, home: Home): Promise<void> {
  const file = fileOf(folder, home)
  const grades = [...(await readHistory(folder, home)), graded].slice(-MOST_GRADES)
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.${process.pid}`
  await writeFile(draft, JSON.stringify({ schema: 1, grades }), { mode: 0o600 })
  await rename(draft, file)
}

/** Ids of the checks that passed when they were last looked at. */
export function passedIn(history: readonly Graded[]): Set<string> {
  const passed = new Set<string>()
  for (const graded of history) {
    for (const id of graded.failed) passed.delete(id)
    for (const id of graded.passed) passed.add(id)
  }
  return passed
}

/** A fingerprint of anything that JSON can hold. */
export const fingerprintOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32)

const fileOf = (folder: string, home: Home): string =>
  path.join(home.cacheDir, 'workshop', `${fingerprintOf(path.resolve(folder))}.json`)
