// What every process of a run shows to whoever may look at /proc: its arguments and its environment.
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { Exception } from './exceptions.ts'
import type { Place } from './places.ts'

export type ProcessWatch = {
  /** Looks now, once more than it does anyway. */
  look(): void
  /** Ends the watch. @returns what each process showed, whenever it was looked at */
  stop(): Promise<Place[]>
}

const FORGET_EVERY = 500

/**
 * Looks at all processes again and again until it is stopped. A process belongs to the run when `mark`, such as the run's
 * folder, stands in its environment, or when its parent belongs to it.
 */
export function watchProcesses(mark: string): ProcessWatch {
  const seen = new Map<string, Place>()
  const ours = new Set<string>()
  const last = new Map<string, Shown>()
  const foreign = new Set<string>()
  let isOver = false
  const look = (): void => {
    for (const pid of readdirSync('/proc')) {
      if (!/^\d+$/.test(pid) || foreign.has(pid) || pid === String(process.pid)) continue
      const shown = showOf(pid)
      if (shown === undefined) continue
      const isOwnChild = shown.parent === String(process.pid)
      if (!ours.has(pid) && !ours.has(shown.parent) && !shown.environment.includes(mark)) {
        // A child of this process begins as its copy.
        if (!isOwnChild) foreign.add(pid)
        continue
      }
      ours.add(pid)
      if (isCopy(shown, last.get(shown.parent))) continue
      last.set(pid, shown)
      const name = shown.argv.split('\0').slice(0, 2).join(' ')
      keep(`argv of ${pid}, ${name}`, shown.argv)
      keep(
        `environment of ${pid}, ${name}`,
        shown.environment,
        isOwnChild ? 'given environment' : isFindingNode(shown.argv) ? 'shell' : undefined
      )
    }
  }
  const keep = (where: string, text: string, exception?: Exception): void => {
    const place = { where, text: text.replaceAll('\0', '\n') }
    seen.set(where + text, exception ? { ...place, exception } : place)
  }
  const watching = (async () => {
    for (let round = 1; !isOver; round++) {
      look()
      // Numbers of processes are used again.
      if (round % FORGET_EVERY === 0) foreign.clear()
      await pause(1)
    }
  })()
  return {
    look,
    stop: async () => {
      isOver = true
      await watching
      return [...seen.values()]
    }
  }
}

/** A process that is made is the one that made it, until it runs its program. */
const isCopy = (one: Shown, parent: Shown | undefined): boolean =>
  parent?.argv === one.argv && parent.environment === one.environment

/** What `bin/swarmline` runs before there is a swarmline: it has the environment of whoever calls, as any program has. */
const isFindingNode = (argv: string): boolean =>
  /^(?:readlink\0-f\0--\0|dirname\0--\0|bash\0[^\0]*\/bin\/|\/usr\/bin\/env\0bash\0)/.test(argv)

type Shown = { parent: string; argv: string; environment: string }

function showOf(pid: string): Shown | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    return {
      parent: stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? '',
      argv: readFileSync(`/proc/${pid}/cmdline`, 'latin1'),
      environment: readFileSync(`/proc/${pid}/environ`, 'latin1')
    }
  } catch {
    return undefined // it has ended
  }
}
