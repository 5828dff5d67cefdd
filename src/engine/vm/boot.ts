import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { waitFor } from '../../effects/wait-for.ts'
import { SwarmlineError } from '../../errors.ts'
import type { EngineEffects } from '../engine-state.ts'
import { isRunning } from '../process.ts'
import { consoleLines, SSHD_STARTED } from './console.rules.ts'
import { makeKeys } from './keys.ts'
import { type Launch, launchQemu } from './launch.ts'
import type { RunFolder, VmState } from './run-folder.ts'

/** For a VM that hangs; one that ends is noticed at once. Emulated it takes 7 s, beside much other work a minute. */
const BOOT_DEADLINE_MS = 600_000

/** The long way up: new keys, an empty layer over the root file system, the kernel's boot. */
export async function bootVm(launch: Launch, fx: EngineEffects): Promise<VmState> {
  const stock = join(launch.run.folder, 'stock.tar')
  const [, hasStock] = await Promise.all([makeKeys(launch.run, launch.files, fx), launch.stock?.(stock)])
  const state = await launchQemu(launch, [], 'boot', fx, hasStock ? stock : undefined)
  await untilSshd(launch.run, state, fx)
  return state
}

/**
 * The VM says itself on its console how far it is. Its sshd is left alone until it is used: QEMU accepts connections
 * from the first moment on, and sshd punishes visitors that hang up without a word (`PerSourcePenalties`).
 *
 * @throws `vm-failed` when the VM ends, `timed-out` with the console's last line
 */
export async function untilSshd(
  run: Pick<RunFolder, 'console'>,
  state: VmState,
  fx: EngineEffects
): Promise<void> {
  await waitFor(
    "the VM's sshd starts",
    async see => {
      const isUp = await isRunning(state, fx)
      const lines = consoleLines(await readFile(run.console, 'latin1').catch(() => ''))
      if (lines.some(line => SSHD_STARTED.test(line))) return true
      if (!isUp) throw new SwarmlineError('vm-failed', 'the VM exited')
      see(lines.at(-1) ?? 'nothing on its console')
      return undefined
    },
    { clock: fx.clock, deadlineMs: BOOT_DEADLINE_MS, everyMs: 100, mostMs: 1_000, signal: fx.signal }
  )
}
