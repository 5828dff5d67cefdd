import { rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { makeOwnFolder } from './own-folder.ts'

const folders = new Set<string>()
/** A unix socket with a short name has room in it. */
const ROOM = { mostBytes: 85 }

/**
 * Runs `work` with a folder that only this user can enter, and that is gone afterwards in any case: also when the
 * process ends in the middle of it, as it does at the second Ctrl-C. What a killed one leaves goes at the start of the next:
 * see `sweepOwnFolders`.
 *
 * @param name what the folder is for, in small letters, for who finds one after a power cut
 */
export async function withScratch<T>(name: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = remember(makeOwnFolder(`swarmline-${name}`, ROOM))
  try {
    return await work(folder)
  } finally {
    await remove(folder)
  }
}

/**
 * As `withScratch`, for who cannot wait; `remove` is to be called in any case. The path is short enough for a socket in
 * the folder, wherever temporary files go.
 */
export function openScratch(name: string): { folder: string; remove(): Promise<void> } {
  const folder = remember(makeOwnFolder(`swarmline-${name}`, ROOM))
  return { folder, remove: () => remove(folder) }
}

function remember(folder: string): string {
  if (folders.size === 0) process.on('exit', removeAll)
  folders.add(folder)
  return folder
}

async function remove(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  folders.delete(folder)
  if (folders.size === 0) process.off('exit', removeAll)
}

function removeAll(): void {
  for (const folder of folders)
    try {
      rmSync(folder, { recursive: true, force: true })
    } catch {
      // The process ends with the status that it has: a folder more is no reason for another.
    }
}
