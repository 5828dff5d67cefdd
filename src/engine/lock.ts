import { randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { waitFor } from '../effects/wait-for.ts'
import type { EngineEffects } from './engine-state.ts'
import { isRunning, type ProcessIdentity, startTimeOf } from './process.ts'

/**
 * Runs `work` while no other process on this machine holds the lock at `path`. A lock whose holder has died is
 * taken over, so nothing needs to be cleaned up after a crash.
 *
 * @throws `timed-out` when the holder still works after `deadlineMs`; `cancelled` on abort
 */
export async function withLock<T>(
  path: string,
  options: { what: string; deadlineMs: number },
  fx: EngineEffects,
  work: () => Promise<T>
): Promise<T> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const own = `${path}.${randomUUID()}`
  const me: ProcessIdentity = { pid: process.pid, pidStart: (await startTimeOf(process.pid, fx)) ?? '' }
  await writeFile(own, JSON.stringify({ ...me, token: own }), { mode: 0o600 })
  try {
    let isTold = false
    await waitFor(
      options.what,
      async () => {
        if (await claim(own, path)) return true
        const holder = await holderOf(path)
        if (holder && (await isRunning(holder, fx))) {
          if (!isTold)
            fx.log.info(`${options.what}: another run (process ${holder.pid}) is doing this, waiting for it`)
          isTold = true
        } else if (holder) await breakLock(path, holder)
        return undefined
      },
      { clock: fx.clock, deadlineMs: options.deadlineMs, signal: fx.signal }
    )
    try {
      return await work()
    } finally {
      await rm(path, { force: true })
    }
  } finally {
    await rm(own, { force: true })
  }
}

type Holder = ProcessIdentity & { token: string }

/** A hard link is made completely or not at all, and never over another. */
async function claim(own: string, path: string): Promise<boolean> {
  try {
    await link(own, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

async function holderOf(path: string): Promise<Holder | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  return text === undefined ? undefined : (JSON.parse(text) as Holder)
}

/** Two waiters may find the same dead holder: what is moved away may then be the other's new lock, and goes back. */
async function breakLock(path: string, dead: Holder): Promise<void> {
  const aside = `${path}.${randomUUID()}`
  await rename(path, aside).catch(() => undefined)
  const moved = await holderOf(aside)
  if (moved && moved.token !== dead.token) await link(aside, path).catch(() => undefined)
  await rm(aside, { force: true })
  await rm(dead.token, { force: true })
}
