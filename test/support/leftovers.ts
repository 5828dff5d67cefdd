// What a run may leave behind, looked for where it would be: processes, network interfaces, listening sockets,
// unix sockets, temporary files, state folders. Taken before and after; the difference must be empty.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { systemClock } from '../../src/effects/clock.ts'
import { waitFor } from '../../src/effects/wait-for.ts'

export type Footprint = {
  processes: string[]
  interfaces: string[]
  listeners: string[]
  unixSockets: string[]
  temporaryFiles: string[]
  stateEntries: string[]
}

/** `stateDir` is the run's own; what stands in its cache is meant to stay. */
export function footprint(stateDir: string): Footprint {
  return {
    processes: processes(stateDir),
    interfaces: readdirSync('/sys/class/net').sort(),
    listeners: listeners(),
    unixSockets: unixSockets(stateDir),
    temporaryFiles: readdirSync(tmpdir())
      .filter(name => /^(swarmline|mmdebstrap|sl-)/.test(name))
      .sort(),
    stateEntries: existsSync(stateDir) ? readdirSync(stateDir).sort() : []
  }
}

/** What `after` has and `before` has not, as lines; empty when nothing was left. */
export function leftBehind(before: Footprint, after: Footprint): string[] {
  return (Object.keys(after) as (keyof Footprint)[]).flatMap(kind =>
    after[kind].filter(entry => !before[kind].includes(entry)).map(entry => `${kind}: ${entry}`)
  )
}

/**
 * What is left of a run that says that it has taken everything away; empty when nothing is. The kernel takes a moment
 * for what was told to go (a killed process, an interface, a mount), so it is looked for until it is gone.
 *
 * @param isOurs for a machine on which other tests run at the same time
 */
export const leftSince = (
  before: Footprint,
  stateDir: string,
  isOurs: (line: string) => boolean = () => true
): Promise<string[]> => stays(() => leftBehind(before, footprint(stateDir)).filter(isOurs))

/** What `look` still finds when nothing of it goes away any more; empty as soon as it finds nothing. */
export async function stays<T>(look: () => T[]): Promise<T[]> {
  const isGone = async () => (look().length === 0 ? ([] as T[]) : undefined)
  return waitFor('nothing is left', isGone, { clock: systemClock, deadlineMs: 30_000 }).catch(look)
}

/** A QEMU, also one that was unpacked from packages and is started by its own loader. */
const IS_QEMU = /^(\S*\/ld-linux\S* --library-path \S+ )?(\S*\/)?qemu-system/
const OURS = /^(\S*\/)?(mmdebstrap|dockerd|docker-registry)/

/** The process ids of all QEMUs of this machine. */
export const qemuPids = (): number[] =>
  pidsOf(IS_QEMU.source.replaceAll('\\S', '[^ ]').replaceAll('\\/', '/'))

function processes(stateDir: string): string[] {
  const found: string[] = []
  for (const pid of readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
    if (Number(pid) === process.pid) continue
    try {
      const command = readFileSync(path.join('/proc', pid, 'cmdline'), 'utf8')
        .replaceAll('\0', ' ')
        .trim()
      const isOurs = OURS.test(command) || IS_QEMU.test(command)
      if (isOurs || command.includes(stateDir)) found.push(`${pid} ${command.slice(0, 120)}`)
    } catch {
      // the process ended while we looked
    }
  }
  return found.sort()
}

function listeners(): string[] {
  const LISTEN = '0A'
  return ['/proc/net/tcp', '/proc/net/tcp6']
    .filter(existsSync)
    .flatMap(file => readFileSync(file, 'utf8').split('\n').slice(1))
    .map(line => line.trim().split(/\s+/))
    .filter(fields => fields[3] === LISTEN)
    .map(fields => address(fields[1] ?? ''))
    .sort()
}

function address(hex: string): string {
  const [host = '', port = ''] = hex.split(':')
  const bytes =
    host.length === 8 ? (host.match(/../g) ?? []).reverse().map(b => Number.parseInt(b, 16)) : [host]
  return `${bytes.join('.')}:${Number.parseInt(port, 16)}`
}

function unixSockets(stateDir: string): string[] {
  return readFileSync('/proc/net/unix', 'utf8')
    .split('\n')
    .map(line => line.trim().split(/\s+/)[7] ?? '')
    .filter(name => name.startsWith(stateDir))
    .sort()
}

/** The listening TCP addresses of this machine now: `127.77.0.11:80`. */
export const listeningNow = listeners

/** Ends a child with a signal by its id; a process that is gone already is no error. */
export function endProcess(pid: number, signal: NodeJS.Signals = 'SIGTERM'): void {
  try {
    process.kill(pid, signal)
  } catch {
    // gone already
  }
}

/** The process ids whose command line contains `text`. */
export function pidsOf(text: string): number[] {
  try {
    return execFileSync('pgrep', ['-f', '--', text], { encoding: 'utf8' })
      .split('\n')
      .map(Number)
      .filter(pid => pid > 0 && pid !== process.pid)
  } catch {
    return []
  }
}
