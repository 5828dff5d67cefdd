import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { Recipe } from './recipe.rules.ts'

/** A VM that is built: read only, shared by all that run from it. */
export type VmFiles = {
  /** Names what they were built from. */
  key: string
  suite: string
  folder: string
  /** The kernel, unpacked, with the entry that QEMU jumps to directly (PVH). */
  kernelPath: string
  initrdPath: string
  /** The root file system, ext4. */
  diskPath: string
}

export function filesOf(recipe: Recipe, cacheDir: string): VmFiles {
  const folder = join(vmCache(cacheDir), recipe.key)
  return {
    key: recipe.key,
    suite: recipe.suite,
    folder,
    kernelPath: join(folder, 'vmlinux'),
    initrdPath: join(folder, 'initrd.gz'),
    diskPath: join(folder, 'root.ext4')
  }
}

/** The folder appears complete or not at all, so its presence is the whole question. */
export function isBuilt(files: VmFiles): Promise<boolean> {
  return access(files.folder).then(
    () => true,
    () => false
  )
}

export function vmCache(cacheDir: string): string {
  return join(cacheDir, 'vm')
}
