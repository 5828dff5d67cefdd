import { constants, homedir, userInfo } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Door, SignalName } from './door.ts'
import { homeOf } from './home.rules.ts'
import { run } from './run.ts'
import { useCases } from './use-cases.ts'

// Whoever reads from us may stop at any time (`swarmline ls | head -1`), or the terminal may be gone.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

const SIGNALS: SignalName[] = ['SIGINT', 'SIGTERM', 'SIGHUP']
const door: Door = {
  env: process.env,
  cwd: process.cwd(),
  ownFolder: fileURLToPath(new URL('../../', import.meta.url)),
  user: userName(),
  home: homeOf(process.env, process.cwd(), homedir()),
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
process.stdout.write('', () => process.exit(exitCode))

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
