export type Variables = Readonly<Record<string, string>>

/** What is wrong with a `$…`: a variable without a value, one that is required, or no variable at all. */
export type Fault =
  | { kind: 'unset'; name: string }
  | { kind: 'required'; name: string; message: string }
  | { kind: 'malformed'; text: string }

/**
 * docker/cli's grammar (cli/compose/template): `$$`, `$NAME`, `${NAME}`, `${NAME:-default}`, `${NAME-default}`,
 * `${NAME:?message}`, `${NAME?message}`; anything else after a `$` is an error.
 */
const PATTERN =
  /\$(?:(?<escaped>\$)|(?<named>[_a-z][_a-z0-9]*)|\{(?<braced>[_a-z][_a-z0-9]*)(?<operation>:?[-?][^}]*)?\}|(?<invalid>))/gi

/**
 * Puts the values of variables into a text, as `docker stack deploy` will. Unlike it, a variable that has neither
 * a value nor a default is a fault, and not an empty string.
 */
export function interpolate(text: string, variables: Variables): { value: string; faults: Fault[] } {
  const faults: Fault[] = []
  const value = text.replace(PATTERN, (...args: unknown[]) => {
    const { escaped, named, braced, operation = '' } = args.at(-1) as Record<string, string | undefined>
    if (escaped) return '$'
    const name = named ?? braced
    if (name === undefined) {
      faults.push({ kind: 'malformed', text })
      return ''
    }
    const given = Object.hasOwn(variables, name) ? variables[name] : undefined
    const isMissing = given === undefined || (given === '' && operation.startsWith(':'))
    if (!isMissing) return given
    const [, sign, rest = ''] = /^:?([-?])(.*)$/s.exec(operation) ?? []
    if (sign === '-') return rest
    faults.push(sign === '?' ? { kind: 'required', name, message: rest } : { kind: 'unset', name })
    return ''
  })
  return { value, faults }
}
