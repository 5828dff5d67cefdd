import { lstat, readdir, rename, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder } from './put.ts'

const MERGED = ['bin', 'sbin', 'lib', 'lib64']

/**
 * Makes /bin, /sbin, /lib and /lib64 links into /usr, as every Debian since 12 has them, and moves there what
 * packages of an older habit put into the real folders.
 */
export async function mergeUsr(root: string): Promise<void> {
  for (const name of MERGED) {
    const outer = join(root, name)
    await makeFolder(root, `usr/${name}`)
    const stat = await lstat(outer).catch(() => undefined)
    if (stat?.isDirectory()) await moveInto(outer, join(root, 'usr', name))
    await rm(outer, { recursive: true, force: true })
    await symlink(`usr/${name}`, outer)
  }
}

async function moveInto(from: string, to: string): Promise<void> {
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const target = join(to, entry.name)
    const there = await lstat(target).catch(() => undefined)
    if (entry.isDirectory() && there?.isDirectory()) await moveInto(join(from, entry.name), target)
    // A compatibility link to the file's new place would hide the file itself.
    else if (!(entry.isSymbolicLink() && there)) await rename(join(from, entry.name), target)
  }
}
