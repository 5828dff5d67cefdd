import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { classify, SwarmlineError } from '../../errors.ts'
import type { EngineEffects } from '../engine-state.ts'
import { withLock } from '../lock.ts'
import { filesOf, isBuilt, type VmFiles, vmCache } from './files.ts'
import { writeInitrd, writeKernel } from './kernel.ts'
import { DISK_BYTES, type Recipe, recipeOf } from './recipe.rules.ts'
import { buildRoot, type RootTree } from './root.ts'
import { isRoot, MKE2FS, requireTools } from './tools.ts'

const BUILD_DEADLINE_MS = 20 * 60_000

/**
 * The VM's files for a suite of Debian: from the cache, or built from packages (under a minute, 0.5 GB). Two runs
 * never build at once, and an interrupted one leaves nothing behind.
 *
 * @throws `missing-tool` naming the packages to install, `packages-refused` with apt's own words, `disk-full`
 */
export async function buildVm(
  request: { suite: string; cacheDir: string },
  fx: EngineEffects
): Promise<VmFiles> {
  const recipe = recipeOf(request.suite)
  const files = filesOf(recipe, request.cacheDir)
  if (await isBuilt(files)) return files
  if (process.arch !== 'x64')
    throw new SwarmlineError('no-engine', `a VM can be built on amd64 only, and this is ${process.arch}`, {
      hint: 'use an engine of this machine: engine host'
    })
  await requireTools(fx, 'build')
  const cache = vmCache(request.cacheDir)
  const lock = { what: 'building the VM', deadlineMs: BUILD_DEADLINE_MS }
  return withLock(join(cache, 'build.lock'), lock, fx, async () => {
    if (!(await isBuilt(files))) await buildAside(recipe, files, cache, fx)
    return files
  })
}

/** Builds in a folder of its own and moves it in place as the last step. */
async function buildAside(recipe: Recipe, files: VmFiles, cache: string, fx: EngineEffects): Promise<void> {
  await removeScratch(cache)
  const scratch = await mkdtemp(join(cache, SCRATCH_PREFIX))
  try {
    await fx.log.step(`VM from Debian ${recipe.suite}'s packages`, update =>
      build(recipe, scratch, update, fx)
    )
    await rename(join(scratch, 'done'), files.folder)
    await removeOutdated(files, cache)
  } catch (error) {
    throw fx.signal.aborted ? new SwarmlineError('cancelled', 'cancelled', { cause: error }) : classify(error)
  } finally {
    await removeScratch(cache)
  }
}

async function build(
  recipe: Recipe,
  scratch: string,
  update: (detail: string) => void,
  fx: EngineEffects
): Promise<void> {
  const done = join(scratch, 'done')
  await mkdir(done)
  const root = await buildRoot(recipe, scratch, update, fx)
  update('kernel')
  await writeKernel(join(root.folder, 'boot/vmlinuz'), join(done, 'vmlinux'), fx)
  await writeInitrd(join(root.folder, 'boot'), join(done, 'initrd.gz'))
  await rm(join(root.folder, 'boot'), { recursive: true })
  update('disk')
  await writeDisk(root, join(done, 'root.ext4'), fx)
}

async function writeDisk(root: RootTree, path: string, fx: EngineEffects): Promise<void> {
  const options = ['-q', '-t', 'ext4', '-O', '^has_journal', '-m', '0', '-E', 'lazy_itable_init=1']
  const args = [...options, '-d', root.folder, path, `${DISK_BYTES / 1024}k`]
  if (isRoot()) await fx.exec(MKE2FS, args)
  else await fx.exec('fakeroot', ['-i', root.ownersPath, '--', MKE2FS, ...args])
}

/** What an older recipe made of the same suite; a VM that still runs from it has its files open. */
async function removeOutdated(files: VmFiles, cache: string): Promise<void> {
  for (const folder of [cache, join(cache, 'snapshots')])
    for (const name of await readdir(folder).catch(() => []))
      if (name.startsWith(`${files.suite}-`) && name !== files.key)
        await rm(join(folder, name), { recursive: true, force: true })
}

const SCRATCH_PREFIX = 'building-'

/** Also what a killed run has left: the lock is ours. */
async function removeScratch(cache: string): Promise<void> {
  for (const name of await readdir(cache))
    if (name.startsWith(SCRATCH_PREFIX))
      await rm(join(cache, name), { recursive: true, force: true, maxRetries: 3 })
}
