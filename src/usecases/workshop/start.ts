import { constants } from 'node:fs'
import { copyFile, mkdir, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { SwarmlineError } from '../../errors.ts'

export type StartRequest = {
  /** The folder to make or to complete; absolute. */
  folder: string
  /** The folder with `starter/`; absolute. */
  workshop: string
}
/** Paths within the folder. `kept`: files that were there and stay as they are. */
export type Started = { folder: string; written: string[]; kept: string[] }

/**
 * Writes what a participant begins with. What is there stays as it is, so it may be asked for again.
 *
 * @throws `not-found` when the workshop has no starter; `input` when the folder cannot be made
 */
export async function startWorkshop({ folder, workshop }: StartRequest): Promise<Started> {
  const starter = path.join(workshop, 'starter')
  const files = await filesIn(starter)
  const started: Started = { folder, written: [], kept: [] }
  for (const file of files) {
    const to = path.join(folder, file)
    try {
      await mkdir(path.dirname(to), { recursive: true })
      await copyFile(path.join(starter, file), to, constants.COPYFILE_EXCL)
      started.written.push(file)
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'EEXIST' && (await isFile(to))) started.kept.push(file)
      else
        throw new SwarmlineError('input', `${to} cannot be written`, {
          hint: 'name another folder: swarmline workshop start FOLDER',
          cause
        })
    }
  }
  return started
}

const isFile = async (file: string): Promise<boolean> =>
  stat(file).then(
    found => found.isFile(),
    () => false
  )

async function filesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    return entries
      .filter(entry => entry.isFile())
      .map(entry => path.relative(folder, path.join(entry.parentPath, entry.name)))
      .sort()
  } catch (cause) {
    throw new SwarmlineError('not-found', `the workshop has no folder ${folder}`, {
      hint: 'name the workshop’s own folder with --workshop',
      cause
    })
  }
}
