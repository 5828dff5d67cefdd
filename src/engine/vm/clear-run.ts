import { readFile, rm } from 'node:fs/promises'
import { stripVTControlCharacters } from 'node:util'
import { classify, SwarmlineError } from '../../errors.ts'
import type { EngineEffects } from '../engine.ts'
import { endProcess, type ProcessIdentity, startTimeOf } from '../process.ts'
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

/** Why a VM failed, in the console's last words where it has some. */
export async function failureOf(error: unknown, run: RunFolder, fx: EngineEffects): Promise<SwarmlineError> {
  if (fx.signal.aborted) return new SwarmlineError('cancelled', 'cancelled', { cause: error })
  const known = classify(error)
  if (!['vm-failed', 'timed-out', 'internal', 'no-engine'].includes(known.code)) return known
  const said = await lastWords(run)
  return new SwarmlineError(
    'vm-failed',
    `the VM did not come up: ${known.message}${said ? `; it said: ${said}` : ''}`,
    {
      hint: 'see what this machine can do: swarmline doctor',
      cause: error
    }
  )
}

async function lastWords(run: RunFolder): Promise<string> {
  const console = await readFile(run.console, 'latin1').catch(() => '')
  const lines = console
    .split(/[\r\n]+/)
    .map(line =>
      stripVTControlCharacters(line)
        .replace(/[^\x20-\x7e]/g, '')
        .trim()
    )
    .filter(Boolean)
  return lines.slice(-3).join(' | ')
}
