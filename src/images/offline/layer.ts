import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, type Stats } from 'node:fs'
import { lstat, readdir, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Header, type Pack, pack } from 'tar-stream'

export type Owner = { uid: number; gid: number }

/**
 * Packs a root filesystem as an image's layer, the same bytes for the same files: sorted, no times, no names.
 * Everything belongs to root, save the paths (`data`, without a leading slash) in `owners`.
 */
export async function packLayer(
  root: string,
  file: string,
  owners: ReadonlyMap<string, Owner>
): Promise<{ digest: string; sizeBytes: number }> {
  const archive = pack()
  const hash = createHash('sha256')
  let sizeBytes = 0
  const measure = new Transform({
    transform: (chunk: Buffer, _, done) => {
      hash.update(chunk)
      sizeBytes += chunk.length
      done(null, chunk)
    }
  })
  const written = pipeline(archive, measure, createWriteStream(file))
  const added = addFolder(archive, root, '', owners, new Map()).then(
    () => archive.finalize(),
    error => archive.destroy(error as Error)
  )
  await Promise.all([added, written])
  return { digest: `sha256:${hash.digest('hex')}`, sizeBytes }
}

/** @param seen inode → path, for files with more than one name */
async function addFolder(
  archive: Pack,
  root: string,
  folder: string,
  owners: ReadonlyMap<string, Owner>,
  seen: Map<number, string>
): Promise<void> {
  const names = (await readdir(join(root, folder))).sort()
  for (const name of names) {
    const path = folder ? `${folder}/${name}` : name
    const stat = await lstat(join(root, path))
    const header = {
      mode: stat.mode & 0o7777,
      mtime: new Date(0),
      ...(owners.get(path) ?? { uid: 0, gid: 0 })
    }
    if (stat.isDirectory()) {
      await add(archive, { ...header, name: `${path}/`, type: 'directory' })
      await addFolder(archive, root, path, owners, seen)
    } else if (stat.isSymbolicLink()) {
      const linkname = await readlink(join(root, path))
      await add(archive, { ...header, mode: 0o777, name: path, type: 'symlink', linkname })
    } else if (stat.isFile()) await addFile(archive, root, path, header, stat, seen)
  }
}

async function addFile(
  archive: Pack,
  root: string,
  path: string,
  header: Partial<Header>,
  stat: Stats,
  seen: Map<number, string>
): Promise<void> {
  const first = seen.get(stat.ino)
  if (first !== undefined) return add(archive, { ...header, name: path, type: 'link', linkname: first })
  if (stat.nlink > 1) seen.set(stat.ino, path)
  await pipeline(
    createReadStream(join(root, path)),
    archive.entry({ ...header, name: path, size: stat.size })
  )
}

function add(archive: Pack, header: Partial<Header> & { name: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    archive.entry(header, error => (error ? reject(error) : resolve()))
  })
}
