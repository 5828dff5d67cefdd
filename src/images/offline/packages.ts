import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Effects } from '../../effects/effects.ts'
import { SwarmlineError } from '../../errors.ts'
import {
  type DebianPackage,
  debFileName,
  type KnownHash,
  knownHashes,
  plannedPackages
} from './apt-answers.rules.ts'
import { type AptState, openAptState, statusFile } from './apt-state.ts'
import { assumedStatus } from './assumed-packages.ts'

export type PackageEffects = Pick<Effects, 'exec' | 'clock' | 'log'>

/** A Debian suite's packages on this disk. */
export type PackageSource = {
  suite: string
  /**
   * The packages asked for and all that they depend on, downloaded (signatures and digests checked by apt) and
   * kept: what was kept is believed only while it is what apt's index says. `onProgress` gets a few words for people.
   *
   * @throws `packages-refused`, `disk-full`
   */
  obtain(names: readonly string[], onProgress?: (detail: string) => void): Promise<DownloadedPackage[]>
}
export type DownloadedPackage = DebianPackage & { path: string }

const LISTS_ARE_FRESH_MS = 72 * 3_600_000

/** Downloads go to `cacheDir`, where other processes may do the same at the same time. */
export async function openPackages(
  place: { cacheDir: string; suite: string },
  fx: PackageEffects
): Promise<PackageSource> {
  const apt = await openAptState(place, fx)
  let queue: Promise<unknown> = Promise.resolve()
  const isUpdated = () => updates.has(apt.folder)
  const update = () => {
    const running = updates.get(apt.folder) ?? updateLists(apt)
    updates.set(apt.folder, running)
    return running.catch(error => {
      updates.delete(apt.folder)
      throw error
    })
  }

  const obtain: PackageSource['obtain'] = async (names, onProgress = () => {}) => {
    const age = await stat(join(apt.folder, 'updated')).then(
      ({ mtimeMs }) => fx.clock.now() - mtimeMs,
      () => undefined
    )
    if (age === undefined || (age > LISTS_ARE_FRESH_MS && !isUpdated())) {
      onProgress('package lists')
      await update().catch(error => {
        if (age === undefined) throw error
        fx.log.warn(`Debian's package lists are old and cannot be renewed: ${(error as Error).message}`)
      })
    }
    const status = await statusFile(apt.folder, assumedStatus(names))
    const attempt = async () => download(apt, status, await resolve(apt, status, names), onProgress)
    try {
      return await attempt()
    } catch (error) {
      // A mirror forgets a version as soon as it has a newer one, so lists of yesterday may point at nothing.
      if (isUpdated() || !(error instanceof SwarmlineError) || error.code !== 'packages-refused') throw error
      await update()
      return attempt()
    }
  }
  return {
    suite: place.suite,
    // One after the other: what the first downloads the second finds.
    obtain: (names, onProgress) => {
      const turn = queue.then(() => obtain(names, onProgress))
      queue = turn.catch(() => undefined)
      return turn
    }
  }
}

/** Folder of an apt → the update by this process, which lasts its life: several need the same lists, and at once. */
const updates = new Map<string, Promise<void>>()

async function updateLists(apt: AptState): Promise<void> {
  await apt.aptGet(['-qq', 'update'])
  await writeFile(join(apt.folder, 'updated'), '')
}

async function resolve(apt: AptState, status: string, names: readonly string[]): Promise<DebianPackage[]> {
  const { stdout } = await apt.aptGet(['-s', '-y', 'install', ...names], { status })
  const plan = plannedPackages(stdout)
  if (plan.length === 0)
    throw new SwarmlineError('packages-refused', `apt would install nothing for ${names.join(' ')}`)
  return plan
}

async function download(
  apt: AptState,
  status: string,
  plan: readonly DebianPackage[],
  onProgress: (detail: string) => void
): Promise<DownloadedPackage[]> {
  const debs = join(apt.folder, 'debs')
  const result = plan.map(each => ({ ...each, path: join(debs, debFileName(each)) }))
  await dropChanged(
    apt,
    status,
    result.filter(({ path }) => existsSync(path))
  )
  const missing = result.filter(({ path }) => !existsSync(path))
  if (missing.length === 0) return result
  const scratch = await mkdtemp(join(apt.folder, 'download-'))
  try {
    let count = 0
    await apt.aptGet(['-q', 'download', ...missing.map(({ name, version }) => `${name}=${version}`)], {
      status,
      cwd: scratch,
      onLine: line => {
        if (line.startsWith('Get:')) onProgress(`downloads ${++count} of ${missing.length} packages`)
      }
    })
    for (const file of await readdir(scratch))
      if (file.endsWith('.deb')) await rename(join(scratch, file), join(debs, file))
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
  const lost = result.find(({ path }) => !existsSync(path))
  if (lost) throw new SwarmlineError('packages-refused', `apt did not download ${lost.name} ${lost.version}`)
  return result
}

/** Removes what is kept and is not, or not provably, what apt's index says. */
async function dropChanged(apt: AptState, status: string, kept: readonly DownloadedPackage[]): Promise<void> {
  if (kept.length === 0) return
  const asked = kept.map(({ name, version }) => `${name}=${version}`)
  const hashes = knownHashes(
    (await apt.aptGet(['-qq', '--print-uris', 'download', ...asked], { status })).stdout
  )
  for (const { path } of kept) {
    const known = hashes.get(basename(path))
    if (!known || (await hashOf(path, known.algorithm)) !== known.hex) await rm(path, { force: true })
  }
}

async function hashOf(path: string, algorithm: KnownHash['algorithm']): Promise<string> {
  const hash = createHash(algorithm)
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
