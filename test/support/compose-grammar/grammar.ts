// Values of the Compose grammar: every key of docker's v3 schema, or of the Compose Specification, with the types that it
// may have there.
import { readFileSync } from 'node:fs'
import fc, { type Arbitrary } from 'fast-check'
import { BY_TYPE, valueFor } from './values.ts'

export type Grammar = 'v3' | 'compose'
type Keys = Readonly<Record<string, string>>
const KEYS: Readonly<Record<Grammar, Keys>> = JSON.parse(
  readFileSync(new URL('./keys.json', import.meta.url), 'utf8')
)

/** The paths of all keys: `services.*.ports.[].target`. */
export const pathsOf = (grammar: Grammar): string[] => Object.keys(KEYS[grammar])

const children = Object.fromEntries(
  (['v3', 'compose'] as const).map(grammar => [
    grammar,
    Map.groupBy(pathsOf(grammar), path => path.slice(0, Math.max(0, path.lastIndexOf('.'))))
  ])
) as Record<Grammar, Map<string, string[]>>

/** The last step of the paths one below. */
export const stepsBelow = (grammar: Grammar, path: string): string[] =>
  (children[grammar].get(path) ?? []).map(each => each.slice(path.length + 1))

/**
 * What may stand at a path.
 *
 * @param forced the steps below it that have to be there
 */
export function valueAt(grammar: Grammar, path: string, forced: readonly string[] = []): Arbitrary<unknown> {
  if (forced.length > 0) return madeAt(grammar, path, forced)
  const key = `${grammar} ${path}`
  const known = made.get(key) ?? madeAt(grammar, path, forced)
  made.set(key, known)
  return known
}

const made = new Map<string, Arbitrary<unknown>>()

function madeAt(grammar: Grammar, path: string, forced: readonly string[]): Arbitrary<unknown> {
  const [next, ...later] = forced
  if (next === undefined) {
    const known = valueFor(path)
    if (known) return known
  }
  const types = (KEYS[grammar][path] ?? '').split(' ')
  const isMap = types.includes('map') && (next === undefined || next !== '[]')
  const isList = types.includes('list') && (next === undefined || next === '[]')
  const plain = next === undefined ? types.flatMap(type => BY_TYPE[type] ?? []) : []
  return fc.oneof(
    ...plain,
    ...(isMap ? [mapAt(grammar, path, next, later)] : []),
    ...(isList ? [listAt(grammar, path, later, next !== undefined)] : []),
    ...(plain.length === 0 && !isMap && !isList ? [fc.constant('x')] : [])
  )
}

const NAMES = ['a', 'b.c', 'KEY_1', 'com.example.x']

function mapAt(
  grammar: Grammar,
  path: string,
  next: string | undefined,
  later: readonly string[]
): Arbitrary<unknown> {
  const steps = stepsBelow(grammar, path).filter(step => step !== '[]')
  const named = steps.filter(step => step !== '*')
  if (named.length === 0)
    return steps.length === 0
      ? fc.constant({ a: 'x' })
      : fc.dictionary(
          fc.constantFrom(...namesAt(path)),
          valueAt(grammar, `${path}.*`, next === '*' ? later : []),
          {
            minKeys: 1,
            maxKeys: 3
          }
        )
  return someKeys(named, next, 3).chain(keys =>
    fc.record(
      Object.fromEntries(
        keys.map(key => [key, valueAt(grammar, `${path}.${key}`, key === next ? later : [])])
      )
    )
  )
}

/** Names of limits are in small letters. */
const namesAt = (path: string): string[] => (path.endsWith('.ulimits') ? ['nofile', 'nproc'] : NAMES)

/** A few of them, each once; a key stands as often in the list as it is used. */
export const someKeys = (
  keys: readonly string[],
  forced: string | undefined,
  most: number
): Arbitrary<string[]> =>
  fc
    .uniqueArray(fc.constantFrom(...keys), { minLength: forced === undefined ? 1 : 0, maxLength: most })
    .map(some => (forced === undefined || some.includes(forced) ? some : [...some, forced]))

const listAt = (
  grammar: Grammar,
  path: string,
  later: readonly string[],
  isForced: boolean
): Arbitrary<unknown> =>
  fc.uniqueArray(valueAt(grammar, `${path}.[]`, isForced ? later : []), {
    minLength: 1,
    maxLength: 3,
    selector: item => JSON.stringify(item)
  })
