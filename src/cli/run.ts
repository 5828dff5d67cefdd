import { type Command, CommanderError } from 'commander'
import { classify, exitCodeOf, explain, SwarmlineError } from '../errors.ts'
import { renamed } from '../inputs/in-words.ts'
import { inJson, inTerminal, inWorkflow } from '../plain/text.ts'
import { newNameOf } from './add-command.ts'
import type { Door } from './door.ts'
import { lookOf } from './look.rules.ts'
import { paint } from './paint.ts'
import { createProgram } from './program.ts'
import { CancelledBySignal } from './stage.ts'

/**
 * Runs one command line, without the program's name, and returns its exit status: 0, 1, 2 for a wrong command
 * line, 130 when cancelled (143 and 129 when the signal was TERM or HUP). It never throws and never prints a
 * stack trace, except on `--verbose`.
 */
export async function run(argv: readonly string[], door: Door): Promise<number> {
  let exitCode = 0
  const program = createProgram(door, code => {
    exitCode = code
  })
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0 // --help, --version
    if (error instanceof CommanderError && error.code === 'commander.help') return 2 // no command: the help was shown
    report(
      error instanceof CommanderError ? usageError(error, program, argv) : missingPackage(error),
      argv,
      door
    )
    return error instanceof CancelledBySignal ? error.exitCode : exitCodeOf(classified(error))
  }
}

function report(error: unknown, argv: readonly string[], door: Door): void {
  const known = classify(error)
  const { code, message, hint } = known
  const isColorWanted = !argv.includes('--no-color')
  const { color } = paint(lookOf(door.env, door.stderr, isColorWanted))
  door.stderr.write(`${color.red('swarmline:')} ${inTerminal(explain(known))}\n`)
  if (argv.includes('--verbose')) door.stderr.write(`${color.dim(inWorkflow(trace(error)))}\n`)
  if (argv.includes('--json'))
    door.stdout.write(
      `${inJson(JSON.stringify({ error: { code, message, hint: hint ?? null } }, undefined, 2))}\n`
    )
}

function classified(error: unknown): unknown {
  return error instanceof CommanderError ? new SwarmlineError('usage', error.message) : classify(error)
}

/** Commander's message and its guess, as one line with the way out. */
function usageError(error: CommanderError, program: Command, argv: readonly string[]): SwarmlineError {
  const [first = '', guess] = error.message.replace(/^error: /, '').split('\n')
  const meant = /\(Did you mean (?:one of )?(.*)\?\)/.exec(guess ?? '')?.[1]
  const named = program.commands.find(command => argv.includes(command.name()))
  const gone = named?.name() === 'verify' ? goneFromVerify(first) : undefined
  if (gone) return new SwarmlineError('usage', `verify no longer has ${gone}`, { hint: SAY_IT_IN_A_SUITE })
  const old = /^unknown option '(--[\w-]+)/.exec(first)?.[1]
  const now = named && old ? newNameOf(named, old) : undefined
  if (old && now) return new SwarmlineError('usage', renamed(old, now), { hint: `give ${now} instead` })
  const help = `see swarmline ${named ? `${named.name()} ` : ''}--help`
  return new SwarmlineError('usage', first.replace(/'([^']*)'/g, '“$1”').replace(/\.$/, ''), {
    hint: meant ? `did you mean ${meant}?` : help
  })
}

/** What the verification of one workload took, before suites said what must be true. */
const goneFromVerify = (message: string): string | undefined =>
  /^unknown option '(--(?:service|port|requests|min-share|redis|no-redis))'/.exec(message)?.[1]
const SAY_IT_IN_A_SUITE =
  'write it in a suite, as suites/workload.yml does: --suite FILE --variable REQUESTS=1000; create one with --init FILE'

/** A package that is missing after an update of the sources has one cause. */
function missingPackage(error: unknown): unknown {
  if ((error as { code?: unknown } | null)?.code !== 'ERR_MODULE_NOT_FOUND') return error
  const name = /package '([^']+)'/.exec(String((error as Error).message))?.[1]
  if (!name) return error
  return new SwarmlineError('missing-tool', `the npm package ${name} is not installed`, {
    hint: 'run npm ci --ignore-scripts in the folder of swarmline',
    cause: error
  })
}

function trace(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const cause =
    error instanceof Error && error.cause !== undefined ? `\ncaused by: ${trace(error.cause)}` : ''
  return stack + cause
}
