import { readFile } from 'node:fs/promises'
import { waitFor } from '../effects/wait-for.ts'
import { SwarmlineError } from '../errors.ts'
import type { EngineEffects } from './engine-state.ts'

/** A pid alone may be reused; with its start time it names one process for ever. */
export type ProcessIdentity = { pid: number; pidStart: string }

/** @returns the start time of a process, or `undefined` when there is none (a zombie counts as none) */
export async function startTimeOf(pid: number, fx: Pick<EngineEffects, 'exec'>): Promise<string | undefined> {
  if (process.platform === 'linux') {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
    return stat === undefined ? undefined : startTimeFromStat(stat)
  }
  const ps = await fx.exec('ps', ['-o', 'lstart=', '-p', String(pid)], { isChecked: false })
  return ps.stdout.trim() || undefined
}

/** Field 22 of /proc/PID/stat. Field 2 is the program's name in brackets, which may itself hold brackets. */
export function startTimeFromStat(stat: string): string | undefined {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19]
}

/** Whether the very process that was recorded still runs. */
export async function isRunning(who: ProcessIdentity, fx: Pick<EngineEffects, 'exec'>): Promise<boolean> {
  return (await startTimeOf(who.pid, fx)) === who.pidStart
}

/**
 * Ends the recorded process, and no other that has its pid by now: asks (SIGTERM), and kills when the grace has
 * passed. Returns when it is gone. Works on while a cancellation is under way.
 */
export async function endProcess(
  who: ProcessIdentity,
  graceMs: number,
  fx: Pick<EngineEffects, 'clock' | 'exec'>
): Promise<void> {
  const gone = (deadlineMs: number) =>
    waitFor(`process ${who.pid} ends`, async () => ((await isRunning(who, fx)) ? undefined : true), {
      clock: fx.clock,
      deadlineMs,
      everyMs: 20
    })
  if (!(await signalTo(who, 'SIGTERM', fx))) return
  try {
    await gone(graceMs)
  } catch (error) {
    if (!(error instanceof SwarmlineError && error.code === 'timed-out')) throw error
    if (await signalTo(who, 'SIGKILL', fx)) await gone(10_000)
  }
}

async function signalTo(
  who: ProcessIdentity,
  signal: NodeJS.Signals,
  fx: Pick<EngineEffects, 'exec'>
): Promise<boolean> {
  if (!(await isRunning(who, fx))) return false
  try {
    process.kill(who.pid, signal)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
    throw error
  }
}
