// The fields of what an engine is given, as its published description has them, and specs that have them all.
import { readFileSync } from 'node:fs'

type Fields = Readonly<Record<string, string>>
export type SpecName = 'ServiceSpec' | 'NetworkSpec' | 'SecretSpec' | 'ConfigSpec'
const MADE: Readonly<Record<SpecName, Fields>> = JSON.parse(
  readFileSync(new URL('./engine-fields.json', import.meta.url), 'utf8')
)

/** Of later versions of the API than the description's (moby's api/types/swarm of API 1.56). */
const LATER: Partial<Record<SpecName, Fields>> = {
  ServiceSpec: {
    'TaskTemplate.Resources.SwapBytes': 'integer',
    'TaskTemplate.Resources.MemorySwappiness': 'integer'
  }
}

/** Where the description writes a key in another way than engines do. */
const asAnswered = (path: string): string =>
  path.replace('ContainerSpec.HealthCheck', 'ContainerSpec.Healthcheck')

/** Path → type. `[]` is a list's item, `*` a name that people choose. */
export const fieldsOf = (spec: SpecName): [path: string, type: string][] =>
  Object.entries({ ...MADE[spec], ...LATER[spec] }).map(([path, type]) => [asAnswered(path), type])

/** Two values of a type that mean something else. */
function values(type: string): readonly [unknown, unknown] {
  const [kind, ...words] = type.split(' ')
  const some = words.filter(word => word !== '' && word !== 'default')
  if (some.length > 0) return [some[0], some[1] ?? 'other']
  if (kind === 'boolean') return [true, false]
  if (kind === 'integer') return [2e9, 3e9]
  if (kind === 'number') return [0.25, 0.5]
  return kind === 'object' ? [{}, undefined] : ['one', 'two']
}

/** A spec with these fields, each with the first of its values; those of `other` with the second. */
export function specWith(
  fields: readonly [path: string, type: string][],
  other?: string
): Record<string, unknown> {
  const spec: Record<string, unknown> = {}
  for (const [path, type] of fields) {
    const [first, second] = values(type)
    put(spec, path.split('.'), path === other ? second : first)
  }
  return spec
}

function put(
  target: Record<string, unknown> | unknown[],
  [step = '', ...rest]: string[],
  value: unknown
): void {
  const at = target as Record<string, unknown>
  const key = step === '[]' ? '0' : step === '*' ? 'key' : step
  if (rest.length === 0) {
    at[key] = value
    return
  }
  at[key] ??= rest[0] === '[]' ? [] : {}
  put(at[key] as Record<string, unknown>, rest, value)
}
