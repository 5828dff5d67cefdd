import type { Command } from 'commander'

/** The command line as plain data, for completion. */
export type CommandTree = { name: string; options: OptionLeaf[]; commands: CommandLeaf[] }
export type CommandLeaf = {
  name: string
  summary: string
  options: OptionLeaf[]
  /** What the first operand may be, when that is known. */
  operands: string[]
}
export type OptionLeaf = {
  long: string
  short: string | undefined
  description: string
  /** `undefined`: the option takes no value. */
  value: { kind: 'file' | 'folder' | 'text' } | { kind: 'choice'; choices: string[] } | undefined
}

/** Words that a command’s first operand may be: said once, for whoever reads them and whoever completes them. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const
export const WORKSHOP_WORDS = ['start', 'next', 'check', 'status'] as const
const OPERANDS: Record<string, readonly string[]> = {
  completion: SHELLS,
  workshop: WORKSHOP_WORDS
}

/**
 * @param choices what the values of options may be that only their command knows: `--explain` → kinds
 */
export function commandTree(
  program: Command,
  choices: Readonly<Record<string, readonly string[]>> = {}
): CommandTree {
  const help = { long: '--help', short: '-h', description: 'print this help', value: undefined }
  return {
    name: program.name(),
    options: [...leaves(program, choices), help],
    commands: program.commands.map(command => ({
      name: command.name(),
      summary: command.summary(),
      options: [...leaves(command, choices), help],
      operands: [...(OPERANDS[command.name()] ?? [])]
    }))
  }
}

function leaves(command: Command, known: Readonly<Record<string, readonly string[]>>): OptionLeaf[] {
  return command.options.flatMap(({ long, short, description, flags, argChoices }) =>
    long ? [{ long, short, description, value: valueTaken(flags, argChoices ?? known[long]) }] : []
  )
}

function valueTaken(flags: string, choices: readonly string[] | undefined): OptionLeaf['value'] {
  if (choices) return { kind: 'choice', choices: [...choices] }
  const name = /[<[]([^>\]]+)[>\]]/.exec(flags)?.[1]
  if (name === undefined) return undefined
  return { kind: name === 'file' || name === 'folder' ? name : 'text' }
}
