import { mkdir } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { classify, SwarmlineError } from '../../errors.ts'
import type { EngineEffects } from '../engine-state.ts'
import { forgetAcceleration, probeAcceleration } from './acceleration.ts'
import { bootVm } from './boot.ts'
import { clearRun, failureOf } from './clear-run.ts'
import { type Emulator, machineQemu } from './emulator.ts'
import type { VmFiles } from './files.ts'
import type { Launch, WriteStock } from './launch.ts'
import { fingerprintOf, type Machine } from './machine.rules.ts'
import { restoreVm } from './restore.ts'
import { runFolder, type VmState } from './run-folder.ts'
import { dropSnapshot, findSnapshot } from './snapshots.ts'
import { requireTools } from './tools.ts'

export type StartVmRequest = {
  files: VmFiles
  /** What emulates where there is no acceleration; without it, and where there is, this machine's own QEMU. */
  emulator?: Emulator | undefined
  /** A folder of its own for this VM (mode 0700); endVm removes it. Its path must leave room for a socket's name. */
  runDir: string
  cacheDir: string
  /** Restore the snapshot of the first of these keys that there is one of; none: always boot. */
  snapshotKeys: readonly string[]
  /** What a VM that boots is to unpack; one that wakes has it. */
  stock?: WriteStock | undefined
  memoryMb?: number
  cpus?: number
}

const DEFAULT_MEMORY_MB = 4096

/**
 * Starts a VM that goes on after this process has ended, and returns when its sshd answers; `attachVm` then waits
 * for the engine. When it fails, nothing of it is left.
 *
 * @throws `vm-failed` with the console's last words, `missing-tool`, `disk-full`, `timed-out`, `cancelled`
 */
export async function startVm(
  request: StartVmRequest,
  fx: EngineEffects
): Promise<{ state: VmState; restoredKey: string | undefined }> {
  await requireTools(fx, 'run')
  const { files, cacheDir } = request
  const { acceleration } = await probeAcceleration({ files, cacheDir }, fx)
  const machine: Machine = {
    acceleration,
    memoryMb: request.memoryMb ?? DEFAULT_MEMORY_MB,
    cpus: request.cpus ?? Math.min(4, availableParallelism())
  }
  const chosen = acceleration === 'tcg' ? request.emulator : undefined
  const emulator = chosen ?? (await machineQemu(fx))
  const fingerprint = fingerprintOf(machine, files, emulator.version)
  const { stock } = request
  const run = runFolder(request.runDir)
  const launch: Launch = { emulator, machine, fingerprint, files, cacheDir, run, stock }

  for (const key of request.snapshotKeys) {
    const restored = await tryRestore(launch, key, fx)
    if (restored) return { state: restored, restoredKey: key }
  }
  const booted = await fx.log.step(`starting the VM (${acceleration})`, () => boot(launch, fx))
  return { state: booted, restoredKey: undefined }
}

const BOOT_TRIES = 3

/**
 * Under emulation with several processors the guest's kernel panics in its first two seconds every once in a while
 * (QEMU 7.2, Linux 6.12: 2 of 13 boots one after the other); the next boot of the same files succeeds.
 */
async function boot(launch: Launch, fx: EngineEffects): Promise<VmState> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await leavingNothing(launch, fx, () => bootVm(launch, fx))
    } catch (error) {
      const isPanic = error instanceof SwarmlineError && /kernel panic/i.test(error.message)
      if (!isPanic || attempt === BOOT_TRIES) throw error
      fx.log.info(`the VM's kernel panicked while it booted; booting again (${attempt + 1} of ${BOOT_TRIES})`)
    }
  }
}

/** A snapshot is a short cut: when it cannot be had, the long way is still there. */
async function tryRestore(launch: Launch, key: string, fx: EngineEffects): Promise<VmState | undefined> {
  const { cacheDir, fingerprint, files } = launch
  const snapshot = await findSnapshot({ cacheDir, filesKey: files.key, fingerprint, key })
  if (!snapshot) return undefined
  try {
    return await fx.log.step('waking the VM', () =>
      leavingNothing(launch, fx, () => restoreVm(launch, snapshot, fx))
    )
  } catch (error) {
    if (error instanceof SwarmlineError && ['cancelled', 'disk-full'].includes(error.code)) throw error
    fx.log.warn(`the saved VM could not be resumed (${classify(error).message}); booting a new one`)
    await dropSnapshot(snapshot)
    return undefined
  }
}

/** Runs one way up in a fresh folder (what a killed run left there is ended); on failure reads why from the console, ends QEMU and removes the folder. */
async function leavingNothing(
  launch: Launch,
  fx: EngineEffects,
  up: () => Promise<VmState>
): Promise<VmState> {
  await clearRun(launch.run, fx)
  await mkdir(launch.run.folder, { recursive: true, mode: 0o700 })
  try {
    return await up()
  } catch (error) {
    const failure = await failureOf(error, launch.run, launch.cacheDir, fx)
    await clearRun(launch.run, fx)
    if (failure.code === 'vm-failed' && launch.machine.acceleration !== 'tcg')
      await forgetAcceleration(launch.cacheDir)
    throw failure
  }
}
