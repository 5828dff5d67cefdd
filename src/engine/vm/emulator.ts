import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ExecOptions, ExecResult } from '../../effects/effects.ts'
import { explain, SwarmlineError } from '../../errors.ts'
import type { EngineEffects } from '../engine-state.ts'
import { probeAcceleration } from './acceleration.ts'
import { isSlow, majorOf, type QemuProgram, unpackedQemu } from './emulator.rules.ts'
import { vmCache } from './files.ts'
import { QEMU } from './tools.ts'

/** A QEMU that runs here: the machine's own, or one unpacked from packages. */
export type Emulator = QemuProgram & {
  /** The first line of `--version`. A snapshot fits only the QEMU that made it. */
  version: string
}

/**
 * Debian packages and all that they depend on, downloaded and verified, as files on this disk. Given by whoever
 * composes the rooms; `onProgress` gets a few words for people.
 */
export type ObtainPackages = (
  suite: string,
  names: readonly string[],
  onProgress: (detail: string) => void,
  fx: EngineEffects
) => Promise<readonly { name: string; path: string }[]>

const SUITE = 'trixie'
const PACKAGES = ['qemu-system-x86']

const MACHINE: QemuProgram = { program: QEMU, leading: [], env: {} }

/** The QEMU on the PATH. @throws `missing-tool` */
export async function machineQemu(fx: Pick<EngineEffects, 'exec'>): Promise<Emulator> {
  return withVersion(MACHINE, fx)
}

/**
 * A faster QEMU than this machine's, where it matters: it is old, and no VM was ever accelerated here. From the cache, or fetched. When it cannot be had, the machine's own does; the log says why.
 *
 * @returns `undefined`: use the machine's own
 */
export async function fasterQemu(
  request: { cacheDir: string; obtain: ObtainPackages | undefined },
  fx: EngineEffects
): Promise<Emulator | undefined> {
  const { cacheDir, obtain } = request
  if (process.platform !== 'linux' || process.arch !== 'x64' || !obtain) return undefined
  const own = await machineQemu(fx)
  const { acceleration } = await probeAcceleration({ files: undefined, cacheDir }, fx)
  if (!isSlow(own.version, acceleration)) return undefined
  const folder = join(vmCache(cacheDir), `qemu-${SUITE}`)
  try {
    if (!existsSync(folder))
      await fx.log.step(`Get a faster QEMU from Debian ${SUITE}`, update =>
        fetchTo(folder, obtain, update, fx)
      )
    return await withVersion(unpackedQemu(folder), fx)
  } catch (error) {
    if (fx.signal.aborted) throw error
    // One that no longer runs is fetched anew the next time.
    await rm(folder, { recursive: true, force: true })
    fx.log.info(`no faster QEMU than this machine's ${majorOf(own.version)}: ${explain(error)}`)
    return undefined
  }
}

/** Runs QEMU. @throws `vm-failed` in QEMU's own words when it is checked and fails */
export async function runQemu(
  qemu: QemuProgram,
  args: readonly string[],
  options: Pick<ExecOptions, 'isChecked' | 'timeoutMs' | 'signal'>,
  fx: Pick<EngineEffects, 'exec'>
): Promise<ExecResult> {
  const result = await fx.exec(qemu.program, [...qemu.leading, ...args], {
    ...options,
    env: qemu.env,
    isChecked: false
  })
  if (result.exitCode === 0 || options.isChecked === false) return result
  const said = (result.stderr.trim() || result.stdout.trim()).split('\n').slice(-3).join('; ')
  throw new SwarmlineError('vm-failed', `QEMU failed (${result.exitCode})${said ? `: ${said}` : ''}`)
}

async function withVersion(qemu: QemuProgram, fx: Pick<EngineEffects, 'exec'>): Promise<Emulator> {
  const { stdout } = await runQemu(qemu, ['--version'], { timeoutMs: 60_000 }, fx)
  return { ...qemu, version: stdout.split('\n')[0] ?? '' }
}

/** Unpacks it aside and moves it in place when it has run once: the folder is there whole or not at all. */
async function fetchTo(
  folder: string,
  obtain: ObtainPackages,
  update: (detail: string) => void,
  fx: EngineEffects
): Promise<void> {
  await mkdir(dirname(folder), { recursive: true, mode: 0o700 })
  const scratch = await mkdtemp(join(dirname(folder), '.qemu-'))
  try {
    const packages = await obtain(SUITE, PACKAGES, update, fx)
    update('unpacking')
    for (const { path } of packages) await fx.exec('dpkg-deb', ['-x', path, scratch], { signal: fx.signal })
    await withVersion(unpackedQemu(scratch), fx)
    // Another process may have been first: its QEMU is as good.
    await rename(scratch, folder).catch(error => {
      if (!existsSync(folder)) throw error
    })
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}
