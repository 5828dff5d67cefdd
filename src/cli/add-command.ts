import { type Command, Option } from 'commander'
import { flagsOf, phraseOf } from '../inputs/in-words.ts'
import type { Input, Inputs } from '../inputs/input.ts'
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

/** What options of a command were called before. */
const FORMER = new WeakMap<Command, Map<string, string>>()

/** The option that an old name of one stands for now, if a command has one. */
export const newNameOf = (command: Command, old: string): string | undefined => FORMER.get(command)?.get(old)

/** Adds options to a command. Their reader judges the values, together with all others. */
export function addInputs(command: Command, inputs: Inputs): Command {
  const former = FORMER.get(command) ?? new Map<string, string>()
  FORMER.set(command, former)
  for (const [key, input] of Object.entries(inputs)) {
    const option = optionOf(key, input)
    command.addOption(option)
    for (const name of input.formerly ?? []) former.set(`--${name}`, option.long ?? '')
  }
  return command
}

function optionOf(key: string, input: Input<unknown>): Option {
  const { shape, fallback, choices } = input
  const flags = flagsOf(key, input)
  if (shape === 'list') {
    const shown = fallback === undefined ? '' : ` (default: ${fallback.replaceAll('\n', ', ')})`
    // Adds to what was given before; the defaults count only while nothing is given.
    return new Option(flags, `${phraseOf(input)}; repeatable${shown}`).argParser<string[]>((text, before) => [
      ...(before ?? []),
      text
    ])
  }
  const option = new Option(flags, phraseOf(input))
  if (shape === 'text') option.default(fallback)
  if (choices) option.argChoices = [...choices]
  return option
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
      const remains = undo ? `some of what was made may be left — remove it with: ${undo}` : left
      exit(await perform(command, door, remains, work))
    })
}
