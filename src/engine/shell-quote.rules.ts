import { SwarmlineError } from '../errors.ts'

const PLAIN = /^[A-Za-z0-9_@%+=:,./-]+$/

/**
 * One word for a POSIX shell that reads back exactly `argument`: sshd hands a command to the login shell as one
 * string, so this is the only place where a command line is ever put together.
 *
 * @throws `input` when the argument holds a NUL byte, which no program can be given.
 */
export function quoteArgument(argument: string): string {
  if (argument.includes('\0'))
    throw new SwarmlineError('input', 'an argument of a remote command holds a NUL')
  return PLAIN.test(argument) ? argument : `'${argument.replaceAll("'", `'\\''`)}'`
}

/** The command line for a remote shell that runs exactly `argv`. */
export function quoteCommand(argv: readonly string[]): string {
  const [program, ...rest] = argv
  if (!program) throw new SwarmlineError('input', 'a remote command needs a program')
  // `NAME=value` in front would be an assignment, so a program's name with = in it is always quoted.
  const first = program.includes('=') ? `'${program.replaceAll("'", `'\\''`)}'` : quoteArgument(program)
  return [first, ...rest.map(quoteArgument)].join(' ')
}
