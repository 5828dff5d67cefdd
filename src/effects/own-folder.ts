// Folders for what must not outlive a process: only this user can enter them, and the next process removes those that a
// killed one left.
import { execFile } from 'node:child_process'
import { lstat, mkdtemp, readdir, readFile, readlink, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Maker, makerOf, prefixOf } from './own-folder.rules.ts'

/** What is done with a dead process's folder before it is removed: what still runs on its behalf is ended. */
export type Farewell = (folder: string) => Promise<void>

/**
 * Makes a folder with mode 0700 under a name that nobody can foresee.
 *
 * @param family the first part of its name
 * @param options.mostBytes the longest path that does; places where it would be longer are passed over
 */
export async function makeOwnFolder(family: string, options: { mostBytes?: number } = {}): Promise<string> {
  const prefix = prefixOf(family, await thisProcess())
  const most = options.mostBytes ?? Number.POSITIVE_INFINITY
  const places = (await basesOf()).map(base => path.join(base, prefix))
  const fitting = places.filter(place => Buffer.byteLength(place) + 6 <= most)
  return mkdtemp(fitting[0] ?? path.join('/tmp', prefix))
}

/** Removes the folders of a family whose process has ended. Those of other users, and of processes that cannot be seen from here, stay. */
export async function sweepOwnFolders(family: string, farewell: Farewell = async () => {}): Promise<void> {
  const { space } = await thisProcess()
  for (const base of new Set([...(await basesOf()), '/tmp'])) {
    for (const name of await readdir(base).catch(() => [])) {
      const maker = makerOf(family, name)
      if (maker?.space !== space || (await isAlive(maker))) continue
      const folder = path.join(base, name)
      if (!(await isPrivate(folder))) continue
      await farewell(folder).catch(() => undefined)
      await rm(folder, { recursive: true, force: true }).catch(() => undefined)
    }
  }
}

/** Where such folders go, the best place first: the runner's, which it empties; the user's own, in memory; the machine's. */
async function basesOf(): Promise<string[]> {
  const { RUNNER_TEMP, XDG_RUNTIME_DIR } = process.env
  const own = XDG_RUNTIME_DIR && path.isAbsolute(XDG_RUNTIME_DIR) && (await isPrivate(XDG_RUNTIME_DIR))
  const runner = RUNNER_TEMP && path.isAbsolute(RUNNER_TEMP) && (await isFolder(RUNNER_TEMP))
  return [...(runner ? [RUNNER_TEMP] : []), ...(own ? [XDG_RUNTIME_DIR] : []), tmpdir()]
}

async function isFolder(place: string): Promise<boolean> {
  return (await lstat(place).catch(() => undefined))?.isDirectory() ?? false
}

/** A folder, no link, that is this user's and that nobody else can enter. */
async function isPrivate(place: string): Promise<boolean> {
  const seen = await lstat(place).catch(() => undefined)
  return seen?.isDirectory() === true && seen.uid === process.getuid?.() && (seen.mode & 0o077) === 0
}

let known: Promise<Maker> | undefined
function thisProcess(): Promise<Maker> {
  known ??= (async () => {
    const space = /\d+/.exec(await readlink('/proc/self/ns/pid').catch(() => ''))?.[0]
    return { pid: process.pid, start: (await startOf(process.pid)) ?? 0, space: Number(space ?? 0) }
  })()
  return known
}

async function isAlive({ pid, start }: Maker): Promise<boolean> {
  return (await startOf(pid)) === start
}

/** When a process began, in units of the system's; `undefined` when there is none, or only its remains. */
async function startOf(pid: number): Promise<number | undefined> {
  if (process.platform === 'linux') {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
    // Field 2 is the program's name in brackets, which may itself hold brackets.
    const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields === undefined || fields[0] === 'Z' || fields[0] === 'X' ? undefined : Number(fields[19])
  }
  const lstart = await new Promise<string>(resolve =>
    execFile(
      'ps',
      ['-o', 'lstart=', '-p', String(pid)],
      { env: { PATH: '/bin:/usr/bin', LC_ALL: 'C' } },
      (_, out) => resolve(out.trim())
    )
  )
  return lstart ? Math.floor(Date.parse(lstart) / 1000) : undefined
}
