import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { classify, SwarmlineError } from '../../errors.ts'
import type { EngineEffects } from '../engine-state.ts'
import { endProcess, type ProcessIdentity, startTimeOf } from '../process.ts'
import { consoleLines, lastWordsOf } from './console.rules.ts'
import type { RunFolder } from './run-folder.ts'

const GRACE_MS = 5000

/**
 * The QEMU that runs in this folder, by the pid file that it has written itself, also when nobody remembers it.
 * A pid may have been used again: so its command line must name the folder.
 */
export async function qemuOf(
  run: RunFolder,
  fx: Pick<EngineEffects, 'exec'>
): Promise<ProcessIdentity | undefined> {
  const pid = Number(await readFile(run.pid, 'utf8').catch(() => ''))
  const pidStart = pid > 0 ? await startTimeOf(pid, fx) : undefined
  if (pidStart === undefined) return undefined
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => run.pid)
  return command.includes(run.pid) ? { pid, pidStart } : undefined
}

/** Ends the QEMU of a run and removes the run's folder. QEMU needs no farewell: nothing of its disk is kept. */
export async function clearRun(run: RunFolder, fx: Pick<EngineEffects, 'exec' | 'clock'>): Promise<void> {
  const qemu = await qemuOf(run, fx)
  if (qemu) await endProcess(qemu, GRACE_MS, fx)
  await rm(run.folder, { recursive: true, force: true })
}

/** The console of the last VM that failed, in the cache folder: the VM's own folder goes with it. */
export const FAILED_CONSOLE = 'failed-vm-console.log'

/** Why a VM failed, in the console's last words where it has some; the whole console is kept in the cache folder. */
export async function failureOf(
  error: unknown,
  run: RunFolder,
  cacheDir: string,
  fx: EngineEffects
): Promise<SwarmlineError> {
  if (fx.signal.aborted) return new SwarmlineError('cancelled', 'cancelled', { cause: error })
  const known = classify(error)
  if (!['vm-failed', 'timed-out', 'internal', 'no-engine', 'engine-lost'].includes(known.code)) return known
  const console = await readFile(run.console, 'latin1').catch(() => '')
  const said = lastWordsOf(consoleLines(console))
  const kept = path.join(cacheDir, FAILED_CONSOLE)
  const isKept = await writeFile(kept, console, { mode: 0o600 }).then(
    () => console !== '',
    () => false
  )
  const hint = 'see what this machine can do: swarmline doctor'
  return new SwarmlineError(
    'vm-failed',
    `the VM did not come up: ${known.message}; ${said ? `its console says: ${said}` : 'its console has said nothing yet'}`,
    { hint: isKept ? `its whole console is in ${kept}; ${hint}` : hint, cause: error }
  )
}
