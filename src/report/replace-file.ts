import { randomBytes } from 'node:crypto'
import { lstatSync, mkdirSync, statSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { SwarmlineError } from '../errors.ts'

/**
 * Makes the folder that something is to be written to, unless it is there.
 *
 * @throws `input` where it, or the link in its place, is somebody else's (root's it may be): it would lead our writing
 *   wherever that one likes
 */
export function makeTarget(folder: string, mode?: number): void {
  mkdirSync(folder, { recursive: true, ...(mode === undefined ? {} : { mode }) })
  const owners = [process.getuid?.() ?? 0, 0]
  for (const { uid } of [lstatSync(folder), statSync(folder)])
    if (!owners.includes(uid))
      throw new SwarmlineError('input', `${folder} belongs to another user (uid ${uid})`, {
        hint: 'choose a folder of your own'
      })
}

/**
 * Writes a file whole or not at all. What stands in its place, a planted link as well, is replaced and never written
 * through.
 *
 * @param mode default 0666 without the umask
 */
export async function replaceFile(file: string, text: string, mode = 0o666): Promise<void> {
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.${randomBytes(8).toString('hex')}`)
  try {
    // wx: nobody's file, and no link.
    await writeFile(draft, text, { mode, flag: 'wx' })
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}
