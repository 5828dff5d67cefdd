import { createHash } from 'node:crypto'
import { copyFile, link, mkdir, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { vmCache } from './files.ts'
import type { RunFolder } from './run-folder.ts'

/** A saved VM: its memory, its disk's layers, and the keys that the sleeping VM knows. Mode 0700: it holds secrets. */
export type Snapshot = {
  folder: string
  /** The compressed memory and devices. */
  statePath: string
  layers: string[]
}

/** A cluster keeps one, with its nodes raised; another shape of it another. */
const KEEP = 4
const STATE = 'state.zst'
const KEYS = ['id', 'host_key.pub', 'initrd'] as const

/** Which snapshot: `key` is the caller's word for what it holds, `fingerprint` the machine that it fits. */
export type SnapshotName = { cacheDir: string; filesKey: string; fingerprint: string; key: string }

export async function findSnapshot(name: SnapshotName): Promise<Snapshot | undefined> {
  const folder = folderOf(name)
  const names = await readdir(folder).catch(() => undefined)
  if (!names) return undefined
  const layers = names.filter(n => n.startsWith('layer-')).sort()
  return { folder, statePath: join(folder, STATE), layers: layers.map(n => join(folder, n)) }
}

/** Hands a snapshot's keys and layers on to a run, and marks it as used. */
export async function unpackSnapshot(snapshot: Snapshot, run: RunFolder): Promise<string[]> {
  await mkdir(run.folder, { recursive: true, mode: 0o700 })
  for (const name of KEYS) await copyFile(join(snapshot.folder, name), join(run.folder, name))
  const layers: string[] = []
  for (const [i, layer] of snapshot.layers.entries())
    layers.push(await share(layer, join(run.folder, layerName(i))))
  const now = new Date()
  await utimes(snapshot.folder, now, now)
  return layers
}

/**
 * Makes a snapshot: `save` writes the memory; layers and keys come from the run. It appears complete or not at
 * all, replaces an older one of the same name, and of all from the same files the newest few are kept.
 */
export async function addSnapshot(
  name: SnapshotName,
  run: RunFolder,
  layers: readonly string[],
  save: (statePath: string) => Promise<void>
): Promise<void> {
  const shelf = snapshotShelf(name.cacheDir, name.filesKey)
  const folder = folderOf(name)
  const scratch = join(shelf, `.saving-${process.pid}`)
  await rm(scratch, { recursive: true, force: true })
  await mkdir(scratch, { recursive: true, mode: 0o700 })
  try {
    await writeFile(join(scratch, STATE), '', { mode: 0o600 })
    await save(join(scratch, STATE))
    for (const file of KEYS) await copyFile(join(run.folder, file), join(scratch, file))
    for (const [i, layer] of layers.entries()) await share(layer, join(scratch, layerName(i)))
    await rm(folder, { recursive: true, force: true })
    await rename(scratch, folder)
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
  await prune(shelf)
}

/** A snapshot that cannot be restored is of no use to the next start either. */
export async function dropSnapshot(snapshot: Snapshot): Promise<void> {
  await rm(snapshot.folder, { recursive: true, force: true })
}

async function prune(shelf: string): Promise<void> {
  const names = (await readdir(shelf)).filter(name => !name.startsWith('.'))
  const dated = await Promise.all(
    names.map(async name => ({ name, at: (await stat(join(shelf, name))).mtimeMs }))
  )
  for (const old of dated.sort((a, b) => b.at - a.at).slice(KEEP))
    await rm(join(shelf, old.name), { recursive: true, force: true })
}

/** A second name for the same file; across file systems, a copy. Layers below the top are never written again. */
async function share(from: string, to: string): Promise<string> {
  await rm(to, { force: true })
  try {
    await link(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    await copyFile(from, to)
  }
  return to
}

export function layerName(index: number): string {
  return `layer-${String(index).padStart(2, '0')}.qcow2`
}

/** All snapshots of VMs from the same files. */
export function snapshotShelf(cacheDir: string, filesKey: string): string {
  return join(vmCache(cacheDir), 'snapshots', filesKey)
}

/** Keys come from elsewhere and may hold anything; a folder's name may not. */
function folderOf(name: SnapshotName): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([name.fingerprint, name.key]))
    .digest('hex')
  return join(snapshotShelf(name.cacheDir, name.filesKey), digest.slice(0, 24))
}
