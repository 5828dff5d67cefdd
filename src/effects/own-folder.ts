// Folders for what must not outlive a process: only this user can enter them, and the next process removes those that a
// killed one left.
import { execFileSync } from 'node:child_process'
import { lstatSync, mkdtempSync, readFileSync, readlinkSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Family, type Maker, makerOf, prefixOf } from './own-folder.rules.ts'

/** What is done with a dead process's folder before it is removed: what still runs on its behalf is ended. */
export type Farewell = (folder: string) => Promise<void>

/**
 * Makes a folder with mode 0700 under a name that nobody can foresee.
 *
 * @param family the first part of its name
 * @param options.mostBytes the longest path that does; places where it would be longer are passed over
 */
export function makeOwnFolder(family: Family, options: { mostBytes?: number } = {}): string {
  const prefix = prefixOf(family, thisProcess())
  const most = options.mostBytes ?? Number.POSITIVE_INFINITY
  const places = basesOf().map(base => path.join(base, prefix))
  const fitting = places.find(place => Buffer.byteLength(place) + 6 <= most)
  return mkdtempSync(fitting ?? path.join('/tmp', prefix))
}

/**
 * Removes the folders whose process has ended, whatever they were for. Those of other users, and of processes that
 * cannot be seen from here, stay.
 */
export async function sweepOwnFolders(farewell: Farewell): Promise<void> {
  const { space } = thisProcess()
  for (const base of new Set([...basesOf(), '/tmp'])) {
    for (const name of await readdir(base).catch(() => [])) {
      const maker = makerOf(name)
      if (maker?.space !== space || isAlive(maker)) continue
      const folder = path.join(base, name)
      if (!isPrivate(folder)) continue
      await farewell(folder).catch(() => undefined)
      await rm(folder, { recursive: true, force: true }).catch(() => undefined)
    }
  }
}

/** Where such folders go, the best place first: the runner's, which it empties; the user's own, in memory; the machine's. */
function basesOf(): string[] {
  const { RUNNER_TEMP, XDG_RUNTIME_DIR } = process.env
  const own = XDG_RUNTIME_DIR && path.isAbsolute(XDG_RUNTIME_DIR) && isPrivate(XDG_RUNTIME_DIR)
  const runner = RUNNER_TEMP && path.isAbsolute(RUNNER_TEMP) && isFolder(RUNNER_TEMP)
  return [...(runner ? [RUNNER_TEMP] : []), ...(own ? [XDG_RUNTIME_DIR] : []), tmpdir()]
}

const isFolder = (place: string): boolean => statusOf(place)?.isDirectory() ?? false

/** A folder, no link, that is this user's and that nobody else can enter. */
function isPrivate(place: string): boolean {
  const seen = statusOf(place)
  return seen?.isDirectory() === true && seen.uid === process.getuid?.() && (seen.mode & 0o077) === 0
}

const statusOf = (place: string) => attempt(() => lstatSync(place))

let known: Maker | undefined
function thisProcess(): Maker {
  const space = /\d+/.exec(attempt(() => readlinkSync('/proc/self/ns/pid')) ?? '')?.[0]
  known ??= { pid: process.pid, start: startOf(process.pid) ?? 0, space: Number(space ?? 0) }
  return known
}

const isAlive = ({ pid, start }: Maker): boolean => startOf(pid) === start

/** When a process began, in units of the system's; `undefined` when there is none, or only its remains. */
function startOf(pid: number): number | undefined {
  if (process.platform === 'linux') {
    const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
    // Field 2 is the program's name in brackets, which may itself hold brackets.
    const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields === undefined || fields[0] === 'Z' || fields[0] === 'X' ? undefined : Number(fields[19])
  }
  const env = { PATH: '/bin:/usr/bin', LC_ALL: 'C' }
  const args = ['-o', 'lstart=', '-p', String(pid)]
  const lstart = attempt(() =>
    execFileSync('ps', args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  )
  return lstart ? Math.floor(Date.parse(lstart) / 1000) : undefined
}

/** What cannot be read is not there. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
