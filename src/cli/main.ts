import { statfsSync } from 'node:fs'
import { constants, homedir, userInfo } from 'node:os'
import { isAbsolute } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeOwn } from '../effects/own-place.ts'
import type { Door, SignalName } from './door.ts'
import { homeOf } from './home.rules.ts'
import { run } from './run.ts'
import { useCases } from './use-cases.ts'

// Whoever reads from us may stop at any time (`swarmline ls | head -1`), or the terminal may be gone.
// What cannot be written for another reason, a full disk, is not done.
let unwritten: Error | undefined
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') unwritten ??= error
})
process.stderr.on('error', () => undefined)

const SIGNALS: SignalName[] = ['SIGINT', 'SIGTERM', 'SIGHUP']
/** /proc and /sys, as linux/magic.h has them. */
const KERNELS = [0x9fa0, 0x62656572]
const cwd = currentFolder()
const home = homeOf(process.env, cwd, userHome())
const door: Door = {
  env: process.env,
  cwd,
  ownFolder: fileURLToPath(new URL('../../', import.meta.url)),
  user: userName(),
  home,
  openHome: () => [home.stateDir, home.cacheDir].forEach(makeOwn),
  stdout: process.stdout,
  stderr: process.stderr,
  useCases,
  onSignal: listen => {
    for (const name of SIGNALS) process.on(name, listen)
    return () => {
      for (const name of SIGNALS) {
        process.off(name, listen)
        // The work is over, and the process about to end: a signal in this last moment ends it as it ends anyway.
        process.once(name, () => process.exit(128 + constants.signals[name]))
      }
    }
  },
  exitNow: code => process.exit(code)
}

const exitCode = await run(argumentsOf(process.argv.slice(2)), door)
// Connections that are kept alive would keep the process, too.
process.stdout.write('', () =>
  // What went wrong with the last output is told a moment later.
  setImmediate(() => {
    if (unwritten) sayAndEnd(`the output could not be written: ${unwritten.message}`, exitCode || 1)
    process.exit(exitCode)
  })
)

/** A shell may stand in a folder that somebody has removed. */
function currentFolder(): string {
  try {
    return process.cwd()
  } catch {
    return sayAndEnd('the current folder no longer exists — change to another one, such as: cd ~', 1)
  }
}

function userHome(): string {
  const home = homedir()
  if (!isAbsolute(home))
    return sayAndEnd(`HOME is “${home}”, which is not an absolute path — set it to your home folder`, 1)
  if (isKernels(home))
    return sayAndEnd(`HOME is ${home}, which is not writable — set it to your home folder`, 1)
  return home
}

/** Node, asked to make a folder with those above it, tries for ever where the kernel says that there is nothing. */
function isKernels(folder: string): boolean {
  try {
    return KERNELS.includes(statfsSync(folder).type)
  } catch {
    return false
  }
}

/** Before there is a door, and after it has closed. */
function sayAndEnd(words: string, status: number): never {
  process.stderr.write(`swarmline: ${words}\n`)
  process.exit(status)
}

/** After a `=` alone each has a `=` before it, which keeps Node from taking it for its own: see bin/swarmline. */
function argumentsOf([first, ...others]: string[]): string[] {
  if (first === undefined) return []
  return first === '=' ? others.map(each => each.slice(1)) : [first, ...others]
}

/** A user id without a name is common in containers. */
function userName(): string {
  try {
    return userInfo().username
  } catch {
    return 'unknown'
  }
}
