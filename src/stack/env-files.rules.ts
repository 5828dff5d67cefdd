import type { Variables } from './interpolate.rules.ts'
import { type Mapping, record } from './model-values.rules.ts'

/**
 * An env file as docker reads it: `NAME=VALUE` to the end of the line, nothing quoted and nothing replaced; a name
 * alone takes its value from the variables, or is left out. Empty lines and those that begin with `#` are skipped.
 *
 * @returns the variables, or what is wrong, with the line
 */
export function parseEnvFile(
  text: string,
  variables: Variables
): { values: Record<string, string> } | { line: number; fault: string } {
  const values = new Map<string, string>()
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const line = raw.trimStart()
    if (line === '' || line.startsWith('#')) continue
    const at = line.indexOf('=')
    const name = at < 0 ? line : line.slice(0, at)
    if (name === '') return { line: index + 1, fault: 'there is no name before the =' }
    if (/\s/.test(name)) return { line: index + 1, fault: 'a name holds no blanks' }
    if (at >= 0) values.set(name, line.slice(at + 1))
    else if (Object.hasOwn(variables, name)) values.set(name, variables[name] ?? '')
  }
  return { values: Object.fromEntries(values) }
}

/**
 * A service with its whole environment in `environment:`, and no `env_file:`. As with docker, later files and then
 * `environment:` count more, and a name without a value, or with an empty one, takes that of the variable of its
 * name, if there is one.
 */
export function withEnvironment(
  service: Mapping,
  files: readonly Readonly<Record<string, string>>[],
  variables: Variables
): Mapping {
  const { env_file: _, ...rest } = service
  const said: Record<string, string | null> = Object.assign({}, ...files, record(service.environment))
  if (Object.keys(said).length === 0) return rest
  const environment = Object.entries(said).map(([name, value]) => [
    name,
    !value && Object.hasOwn(variables, name) ? variables[name] : value
  ])
  return { ...rest, environment: Object.fromEntries(environment) }
}
