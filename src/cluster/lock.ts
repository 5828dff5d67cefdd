import { randomBytes } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { makeOwn } from '../effects/own-place.ts'
import { SwarmlineError } from '../errors.ts'

type Holder = { pid: number; start: string }

/**
 * Runs `work` while no other process does for the same cluster on this machine: two `up`s of one name must not
 * mix. The lock of a process that died is taken over.
 * @throws `cluster-busy` at once when the lock is held; it never waits.
 */
export async function withLock<T>(stateDir: string, name: string, work: () => Promise<T>): Promise<T> {
  makeOwn(stateDir)
  // Beside the cluster's folder, not in it: `down` removes the folder while it holds the lock.
  const file = path.join(stateDir, `.${name}.lock`)
  await take(file, name)
  try {
    return await work()
  } finally {
    await rm(file, { force: true })
  }
}

async function take(file: string, name: string): Promise<void> {
  const mine = `${file}.${randomBytes(6).toString('hex')}`
  await writeFile(mine, JSON.stringify({ pid: process.pid, start: await startOf(process.pid) }), {
    mode: 0o600
  })
  try {
    for (let tries = 0; tries < 3; tries++) {
      // A hard link appears with its content in one step; opening a new file would show it empty for a moment.
      const isTaken = await link(mine, file).then(
        () => true,
        (error: NodeJS.ErrnoException) => {
          if (error.code === 'EEXIST') return false
          throw error
        }
      )
      if (isTaken) return
      const holder = await holderOf(file)
      if (holder && (await isAlive(holder))) throw held(name, holder)
      if (holder) await takeAway(file, `${mine}.stale`, holder)
    }
    throw held(name, undefined)
  } finally {
    await rm(mine, { force: true })
    await rm(`${mine}.stale`, { force: true })
  }
}

/** Moves a dead process's lock aside; another's, taken between our look and the move, goes back to its place. */
async function takeAway(file: string, aside: string, dead: Holder): Promise<void> {
  await rename(file, aside).catch(() => undefined)
  const moved = await holderOf(aside)
  if (moved && (moved.pid !== dead.pid || moved.start !== dead.start)) await link(aside, file)
}

async function holderOf(file: string): Promise<Holder | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  try {
    const { pid, start } = JSON.parse(text) as Partial<Holder>
    return { pid: Number(pid), start: String(start) }
  } catch {
    return { pid: 0, start: '' }
  }
}

async function isAlive(holder: Holder): Promise<boolean> {
  if (holder.pid <= 0) return false
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  return (await startOf(holder.pid)) === holder.start
}

/** Start time of a process (field 22 of /proc/PID/stat): a pid alone may be reused. Empty where there is no /proc. */
async function startOf(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  // The second field is the program's name in brackets and may hold spaces.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
}

function held(name: string, holder: Holder | undefined): SwarmlineError {
  const who = holder ? ` (process ${holder.pid})` : ''
  return new SwarmlineError('cluster-busy', `another swarmline${who} is working on the swarm ${name} now`, {
    hint: 'wait until it ends, or choose another name with --name'
  })
}
