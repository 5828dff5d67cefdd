import type { Command } from 'commander'
import { systemClock } from '../effects/clock.ts'
import type { Effects } from '../effects/effects.ts'
import { SwarmlineError } from '../errors.ts'
import { inJson, inOwnColours, inTerminal } from '../plain/text.ts'
import type { Door, SignalName } from './door.ts'
import { lazyExec } from './lazy-exec.ts'
import { isLive, type Look, lookOf } from './look.rules.ts'
import type { Progress } from './progress.ts'

/** The options that every command has. */
export type CommonOptions = { json?: true; verbose?: true; color: boolean }

/** What a command says in the end: one document for programs, text for people. */
export type Answer = { json: unknown; text: (look: Look) => string | Promise<string>; exitCode?: number }

/** A command's work, with effects that Ctrl-C ends. */
export type Work = (fx: Effects) => Promise<Answer>

const SIGNAL_EXIT: Record<SignalName, number> = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }

/**
 * Runs one command's work with real effects and a display, prints its answer, and returns the exit status.
 * The first signal cancels the work, which takes down what it made; the second ends the process at once and says
 * what may be left: `left`.
 */
export async function perform(
  command: Command,
  door: Door,
  left: string | undefined,
  work: Work
): Promise<number> {
  const options = command.optsWithGlobals<CommonOptions>()
  const cancel = new AbortController()
  const progress = await progressFor(door, options, { clock: systemClock, signal: cancel.signal })
  let asked: SignalName | undefined
  const forget = door.onSignal(name => {
    if (asked) return endAtOnce(door, progress, left, SIGNAL_EXIT[asked])
    asked = name
    progress.log.warn('cancelling, and removing what was made (again to stop immediately)')
    cancel.abort(new SwarmlineError('cancelled', 'cancelled'))
  })
  const fx: Effects = {
    exec: lazyExec(cancel.signal),
    clock: systemClock,
    log: progress.log,
    signal: cancel.signal
  }
  try {
    door.openHome()
    const answer = await work(fx)
    progress.stop()
    await print(door, options, answer, progress.hasShown())
    return asked ? SIGNAL_EXIT[asked] : (answer.exitCode ?? 0)
  } catch (error) {
    if (!asked) throw error
    // Ctrl-C reaches the programs that run, too: whatever they died of, the cause is the signal.
    throw new CancelledBySignal(SIGNAL_EXIT[asked], error)
  } finally {
    progress.stop()
    forget()
  }
}

/** A cancelled run knows which signal asked for it: the exit status tells the caller. */
export class CancelledBySignal extends SwarmlineError {
  readonly exitCode: number
  constructor(exitCode: number, cause: unknown) {
    super('cancelled', 'cancelled', { cause })
    this.exitCode = exitCode
  }
}

async function progressFor(
  door: Door,
  options: CommonOptions,
  run: Pick<Effects, 'clock' | 'signal'>
): Promise<Progress> {
  const look = lookOf(door.env, door.stderr, options.color)
  const parts = { screen: door.stderr, look, isVerbose: options.verbose ?? false, ...run }
  if (isLive(door.env, door.stderr)) return (await import('./progress-live.ts')).liveProgress(parts)
  return (await import('./progress-plain.ts')).plainProgress(parts)
}

async function print(
  door: Door,
  options: CommonOptions,
  answer: Answer,
  isBelowProgress: boolean
): Promise<void> {
  const look = lookOf(door.env, door.stdout, options.color)
  const text = options.json
    ? inJson(JSON.stringify(answer.json, undefined, 2))
    : inOwnColours(await answer.text(look))
  if (isBelowProgress && door.stdout.isTTY && door.stderr.isTTY) door.stderr.write('\n')
  if (text) door.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
}

function endAtOnce(door: Door, progress: Progress, left: string | undefined, exitCode: number): void {
  const during = progress.running()
  progress.stop()
  const where = during.length > 0 ? ` during ${during.join(', ')}` : ''
  const words = `stopped immediately${where}; ${left ?? 'nothing should be left behind'}`
  door.stderr.write(`swarmline: ${inTerminal(words)}\n`)
  door.exitNow(exitCode)
}
