import { type EnvFault, parseEnvFile } from './env-file.rules.ts'
import type { Variables } from './interpolate.rules.ts'
import { record } from './model-values.rules.ts'
import type { Mapping } from './plain.rules.ts'

/** What a service's env file gives, with the lines that no reader takes, and those that docker's own takes otherwise. */
export type ServiceEnv = {
  values: Record<string, string>
  faults: EnvFault[]
  /** Lines, from 1, in order. */
  differing: number[]
}

/**
 * An env file of a service as Compose reads it, with quotes, comments and variables; a name alone takes its value from
 * the variables, or is left out. A line that is none to Compose, or whose variables have no value, is as docker has it:
 * all that stands behind the first `=`.
 */
export function parseServiceEnv(text: string, variables: Variables): ServiceEnv {
  const { variables: composed, faults } = parseEnvFile(text, variables)
  const plain = plainLines(text, variables)
  const byLine = new Map(plain.map(entry => [entry.line, entry]))
  const values = new Map(Object.entries(composed))
  for (const { name, value, isBare } of plain) if (isBare && !values.has(name)) values.set(name, value)
  const taken = faults.flatMap(({ line }) => byLine.get(line) ?? [])
  for (const { name, value } of taken) values.set(name, value)
  const last = new Map(plain.map(entry => [entry.name, entry]))
  const differing = [...last.values()].filter(
    ({ name, value }) => values.has(name) && values.get(name) !== value
  )
  const lines = new Set([...differing, ...taken].map(({ line }) => line))
  return {
    values: Object.fromEntries(values),
    faults: faults.filter(({ line }) => !byLine.has(line)),
    differing: [...lines].toSorted((a, b) => a - b)
  }
}

type PlainLine = { line: number; name: string; value: string; isBare: boolean }

/** The lines as docker reads them (docker/cli, opts.ParseEnvFile), without those that it refuses. */
function plainLines(text: string, variables: Variables): PlainLine[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .flatMap((raw, index) => {
      const line = raw.trimStart()
      const at = line.indexOf('=')
      const name = at < 0 ? line : line.slice(0, at)
      if (name === '' || line.startsWith('#') || /\s/.test(name)) return []
      const value =
        at < 0 ? (Object.hasOwn(variables, name) ? variables[name] : undefined) : line.slice(at + 1)
      return value === undefined ? [] : [{ line: index + 1, name, value, isBare: at < 0 }]
    })
}

/**
 * A service with its whole environment in `environment:`, and no `env_file:`. As with docker, later files and then
 * `environment:` count more, and a name without a value takes that of the variable of its name, if there is one. Other
 * than with docker, an empty value stays one: a proxy of the caller's is no part of a stack.
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
    value === null && Object.hasOwn(variables, name) ? variables[name] : value
  ])
  return { ...rest, environment: Object.fromEntries(environment) }
}
