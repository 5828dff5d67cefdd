// Where two of docker's readings differ: of a stack file as it is, and as we hand it over.
import { isMapping, type Mapping, mapping } from '../../../src/stack/read/plain.rules.ts'

/** The path of a difference; in lists the place in the list. `undefined`: it is not there. */
export type Difference = { path: string; from: unknown; to: unknown }

/** The part of a reading of several files that is one file's own: what has its name. */
export function partOf(model: Mapping, isOwn: (key: string) => boolean): Mapping {
  const own = Object.entries(model).map(([section, entries]) => [
    section,
    isMapping(entries) ? Object.fromEntries(Object.entries(entries).filter(([key]) => isOwn(key))) : entries
  ])
  return Object.fromEntries(
    own.filter(([, entries]) => !isMapping(entries) || Object.keys(entries).length > 0)
  )
}

export function differencesOf(from: unknown, to: unknown, path = ''): Difference[] {
  const step = (key: string): string => (path === '' ? key : `${path}.${key}`)
  if (isMapping(from) && isMapping(to))
    return [...new Set([...Object.keys(from), ...Object.keys(to)])].flatMap(key =>
      differencesOf(from[key], to[key], step(key))
    )
  if (Array.isArray(from) && Array.isArray(to) && from.length === to.length && path.endsWith('.ports'))
    return differencesOf(Object.fromEntries(inOrder(from)), Object.fromEntries(inOrder(to)), path)
  if (Array.isArray(from) && Array.isArray(to) && from.length === to.length)
    return from.flatMap((each, i) => differencesOf(each, to[i], step(String(i))))
  return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ path, from, to }]
}

/** Docker sorts ports by some of their fields only; their order means nothing. */
const inOrder = (ports: readonly unknown[]): [number, unknown][] =>
  ports
    .toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))
    .map((port, place) => [place, port])

export const withoutVersion = ({ version: _, ...rest }: Mapping): Mapping => mapping(rest)
