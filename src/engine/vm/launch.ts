import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { SwarmlineError } from '../../errors.ts'
import type { EngineEffects } from '../engine-state.ts'
import { withQmp } from '../qmp.ts'
import { qemuOf } from './clear-run.ts'
import { type Emulator, runQemu } from './emulator.ts'
import type { VmFiles } from './files.ts'
import { type Machine, qemuArguments } from './machine.rules.ts'
import { DISK_BYTES } from './recipe.rules.ts'
import { type RunFolder, type VmState, writeRecord, writeSshAccess } from './run-folder.ts'
import { layerName } from './snapshots.ts'
import { parseForwards } from './usernet.rules.ts'

/** All that is decided before QEMU starts. */
export type Launch = {
  emulator: Emulator
  machine: Machine
  /** What a snapshot must have been made with to fit. */
  fingerprint: string
  files: VmFiles
  cacheDir: string
  run: RunFolder
  stock?: WriteStock | undefined
}

/** Writes what a VM is stocked with to a path. @returns whether there is anything */
export type WriteStock = (path: string) => Promise<boolean>

/** For a QEMU that hangs: to set itself up takes a second, and on a busy machine many. */
const START_DEADLINE_MS = 120_000

/**
 * Starts QEMU over `layers` and a new empty one. QEMU goes to the background by itself once everything is set up
 * (`-daemonize`), and until then reports what is wrong as any program does.
 *
 * @returns the state, after `vm.json` and the ssh configuration are written
 */
export async function launchQemu(
  launch: Launch,
  layers: readonly string[],
  start: 'boot' | 'restore',
  fx: EngineEffects,
  stock?: string
): Promise<VmState> {
  const { machine, files, run, emulator } = launch
  const top = join(run.folder, layerName(layers.length))
  await fx.exec('qemu-img', ['create', '-q', '-f', 'qcow2', top, String(DISK_BYTES)])
  const disk = { base: files.diskPath, layers: [...layers, top], stock }
  const args = qemuArguments(machine, files, disk, run, start)
  await runQemu(emulator, args, { timeoutMs: START_DEADLINE_MS, signal: fx.signal }, fx)
  // QEMU has it open.
  if (stock) await rm(stock)
  const qemu = await qemuOf(run, fx)
  if (!qemu) throw new SwarmlineError('vm-failed', 'QEMU exited immediately')
  const sshPort = await withQmp(run.qmp, async qmp => {
    const ssh = parseForwards(await qmp.human('info usernet')).find(f => f.guestPort === 22)
    if (!ssh) throw new SwarmlineError('vm-failed', 'QEMU forwards no port to the VM')
    return ssh.port
  })
  const { acceleration } = machine
  const { fingerprint, cacheDir } = launch
  await writeRecord(run, {
    ...{ schema: 1, cacheDir, filesKey: files.key, fingerprint, acceleration, sshPort },
    layers: disk.layers
  })
  await writeSshAccess(run)
  return { kind: 'vm', runDir: run.folder, ...qemu, acceleration, suite: files.suite, isOwned: true }
}
