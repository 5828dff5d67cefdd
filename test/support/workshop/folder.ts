// Folders as data: what layers of them give together, and what one has beyond another.
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { edit } from './edit.ts'

export type FolderFile = { text: string; isExecutable: boolean }
/** Path within the folder → file. */
export type Folder = ReadonlyMap<string, FolderFile>

/** @param except paths within the folder that are left out, with all that is in them */
export function readFolder(root: string, except: readonly string[] = []): Folder {
  const files = new Map<string, FolderFile>()
  const visit = (below: string): void => {
    for (const name of readdirSync(path.join(root, below)).sort()) {
      const file = path.posix.join(below, name)
      if (except.includes(file)) continue
      const at = path.join(root, file)
      const stat = lstatSync(at)
      if (stat.isDirectory()) visit(file)
      else files.set(file, { text: readFileSync(at, 'utf8'), isExecutable: (stat.mode & 0o100) !== 0 })
    }
  }
  visit('')
  return files
}

export function writeFolder(root: string, folder: Folder): void {
  for (const [file, { text, isExecutable }] of folder) {
    const at = path.join(root, file)
    mkdirSync(path.dirname(at), { recursive: true })
    writeFileSync(at, text)
    chmodSync(at, isExecutable ? 0o755 : 0o644)
  }
}

/** Later layers win. */
export const layered = (...layers: readonly Folder[]): Folder => new Map(layers.flatMap(layer => [...layer]))

/** The files of `after` that `before` has not, or otherwise. */
export function beyond(before: Folder, after: Folder): Folder {
  return new Map(
    [...after].filter(([file, { text, isExecutable }]) => {
      const former = before.get(file)
      return former?.text !== text || former.isExecutable !== isExecutable
    })
  )
}

/** @throws that names the file and says why the change does not fit */
export function changed(folder: Folder, file: string, diff: string): Folder {
  const former = folder.get(file)
  if (!former) throw new Error(`${file}: there is no such file to change`)
  try {
    return layered(folder, new Map([[file, { ...former, text: edit(former.text, diff) }]]))
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`)
  }
}
