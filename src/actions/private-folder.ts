import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { SwarmlineError } from '../errors.ts'
import type { Door } from './door.ts'

/**
 * Files that only their owner reads (folder 0700, files 0600), in the runner's folder for such things. The post step
 * hears of the folder before anything is in it.
 *
 * @param state under which the post step finds the folder
 * @returns the folder
 */
export async function writePrivately(
  state: string,
  files: Readonly<Record<string, string>>,
  door: Pick<Door, 'tempDir' | 'saveState'>
): Promise<string> {
  const dir = await mkdtemp(path.join(door.tempDir, `${state}-`))
  door.saveState(state, dir)
  for (const [name, text] of Object.entries(files))
    await writeFile(path.join(dir, name), text, { mode: 0o600 })
  return dir
}

/** @throws `internal` when what was remembered is no folder of ours: then nothing is removed */
export async function removePrivate(
  state: string,
  door: Pick<Door, 'tempDir' | 'savedState'>
): Promise<void> {
  const dir = door.savedState(state)
  if (!dir) return
  if (path.dirname(dir) !== door.tempDir)
    throw new SwarmlineError('internal', `the folder ${dir} is not where it was put`)
  await rm(dir, { recursive: true, force: true })
}
