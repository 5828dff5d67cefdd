import { type Command, Option } from 'commander'
import type { Door } from './door.ts'
import { perform, type Work } from './stage.ts'

export type AddCommand = (program: Command, door: Door, exit: (code: number) => void) => void

type Outline = { summary: string; description: string; examples: [commandLine: string, meaning: string][] }

/** A new command, with examples in its help. */
export function addCommand(program: Command, name: string, outline: Outline): Command {
  const longest = Math.max(...outline.examples.map(([line]) => line.length))
  const examples = outline.examples.map(([line, meaning]) => `  $ ${line.padEnd(longest)}   ${meaning}`)
  return program
    .command(name)
    .summary(outline.summary)
    .description(outline.description)
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', `\nExamples:\n${examples.join('\n')}`)
}

/** An option whose help and completion list its choices. The request's reader judges it, together with all others. */
export function choice(
  flags: string,
  description: string,
  choices: readonly string[],
  fallback: string | undefined
): Option {
  const option = new Option(flags, description).default(fallback)
  option.argChoices = [...choices]
  return option
}

/** Adds to what was given before; the defaults count only while nothing is given. */
export function repeated(flags: string, description: string, defaults: readonly string[]): Option {
  const shown = defaults.length > 0 ? ` (default: ${defaults.join(', ')})` : ''
  return new Option(flags, `${description}; repeatable${shown}`).argParser<string[]>((text, before) => [
    ...(before ?? []),
    text
  ])
}

/** A command's work, and what is said when it is ended at once. */
export type Plan = {
  /** The command line that removes what it leaves. */
  undo?: string
  /** What it leaves where nothing is to be removed. */
  left?: string
  work: Work
}

/**
 * Ends a command's definition: adds the options that all commands have, and what the command does. `plan` reads its
 * request, and throws one usage error for all faults.
 */
export function onRun(command: Command, door: Door, exit: (code: number) => void, plan: () => Plan): void {
  command
    .option('--json', 'print one JSON document on standard output; progress goes to standard error')
    .option('--verbose', 'show details, and where an error came from')
    .option('--no-color', 'no colours (also: NO_COLOR)')
    .action(async () => {
      const { undo, left, work } = plan()
      const remains = undo ? `what was made may be left — remove it with: ${undo}` : left
      exit(await perform(command, door, remains, work))
    })
}
