import { existsSync, lstatSync, mkdirSync, type Stats, statSync } from 'node:fs'
import path from 'node:path'
import { SwarmlineError } from '../errors.ts'

/**
 * Why what lies at a place is not to be believed: it is somebody else's (root's it may be), or others may write there.
 * `undefined` where it may be believed, and where nothing is. A link counts as well as what it leads to.
 */
export function strangerAt(place: string): string | undefined {
  const link = statusOf(lstatSync, place)
  const found = link?.isSymbolicLink() ? statusOf(statSync, place) : link
  const owners = [process.getuid?.() ?? 0, 0]
  for (const each of [link, found])
    if (each && !owners.includes(each.uid)) return `${place} belongs to another user (uid ${each.uid})`
  if (found && (found.mode & 0o022) !== 0) return `other users can write to ${place}`
  return undefined
}

/** What cannot be looked at cannot be used either, and whoever tries says why. */
function statusOf(look: typeof statSync, place: string): Stats | undefined {
  try {
    return look(place)
  } catch {
    return undefined
  }
}

/** @throws `input` for a place that `strangerAt` finds fault with */
export function requireOwn(place: string): void {
  const fault = strangerAt(place)
  if (fault === undefined) return
  throw new SwarmlineError('input', `${fault}, so it is not trusted`, {
    hint: fault.startsWith('other users')
      ? `check that nobody planted anything in it, then run: chmod go-w ${place}`
      : 'set SWARMLINE_STATE and SWARMLINE_CACHE to folders of your own'
  })
}

/**
 * Makes a folder with mode 0700, unless it is there, and looks whose it is.
 *
 * @throws `input` as `requireOwn`; where it cannot be made nothing is said: whoever needs it will say so
 */
export function makeOwn(folder: string): void {
  try {
    makeAll(folder)
  } catch {
    // A full disk, a file system that is read only.
  }
  requireOwn(folder)
}

/** Step by step: Node, asked to make a folder with those above it, tries for ever where the kernel says there is nothing. */
function makeAll(folder: string): void {
  const above = path.dirname(folder)
  if (existsSync(folder) || above === folder) return
  makeAll(above)
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}
