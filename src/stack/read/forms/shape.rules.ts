import { nearest } from '../../../effects/nearest.rules.ts'
import type { Findings } from '../findings.rules.ts'
import type { Origins, Place } from '../origins.rules.ts'
import { inLine, isMapping, type Mapping, own, put } from '../plain.rules.ts'
import { SCALARS } from './scalars.rules.ts'

/** What a value in a v3 stack file may be. `since`: the minor version of the schema that first knew the key. */
export type Shape = { since?: number } & (
  | { kind: keyof typeof SCALARS }
  | { kind: 'any' }
  | { kind: 'choice'; of: readonly string[]; isCaseless?: boolean }
  | { kind: 'list'; of: Shape }
  /** One text, or a list of them. */
  | { kind: 'words' }
  | { kind: 'map'; of: Shape; isNullable?: boolean }
  | {
      kind: 'record'
      of: Readonly<Record<string, Shape>>
      /** What it is for people, where it has a short form that did not parse. */
      name?: string
      required?: readonly string[]
      /** Keys of the Compose Specification without a meaning in a swarm, and what to say of each. */
      ignored?: Readonly<Record<string, string>>
      /** Keys that a swarm cannot have, and the way out. */
      refused?: Readonly<Record<string, string>>
      /** A plain value in its place: `nofile: 1024`. */
      short?: Shape
      /** Whether `x-…` may stay. */
      isExtensible?: boolean
    }
)

export type ShapeRequest = {
  origins: Origins
  found: Findings
  service: string | undefined
  needs(minor: number): void
}

/** A value as it fits its shape. `DROP`: it goes, with its key. */
const DROP = Symbol('drop')

/**
 * Makes the value at a key fit a shape, in place. What cannot be made to fit is an error finding, whose text names
 * it from `path` on.
 */
export function fitShape(
  container: Mapping,
  key: string,
  shape: Shape,
  request: ShapeRequest,
  path: readonly string[] = [key]
): void {
  const result = fitted(own(container, key), shape, path, request.origins.of(container, key), request)
  if (result === DROP) delete container[key]
  else put(container, key, result)
}

function fitted(
  value: unknown,
  shape: Shape,
  path: readonly string[],
  place: Place | undefined,
  request: ShapeRequest
): unknown {
  if (shape.since !== undefined) request.needs(shape.since)
  switch (shape.kind) {
    case 'any':
      return value
    case 'list':
      return Array.isArray(value)
        ? fittedList(value, shape.of, path, place, request)
        : wrong(value, 'a list', path, place, request)
    case 'words':
      return fitted(
        value,
        Array.isArray(value) ? { kind: 'list', of: { kind: 'text' } } : { kind: 'text' },
        path,
        place,
        request
      )
    case 'map':
      if (!isMapping(value)) return wrong(value, 'a mapping', path, place, request)
      for (const name of Object.keys(value)) {
        if (own(value, name) === null && shape.isNullable) continue
        step(value, name, shape.of, path, place, request)
      }
      return value
    case 'record':
      if (shape.short && !isMapping(value)) return fitted(value, shape.short, path, place, request)
      if (!isMapping(value)) return wrong(value, shape.name ?? 'a mapping', path, place, request)
      return fitRecord(value, shape, path, place, request)
    case 'choice':
      return typeof value === 'string' && shape.of.includes(shape.isCaseless ? value.toLowerCase() : value)
        ? shape.isCaseless
          ? value.toLowerCase()
          : value
        : wrong(value, `one of ${shape.of.join(', ')}`, path, place, request)
    default:
      return fitScalar(value, shape.kind, path, place, request)
  }
}

function fittedList(
  value: readonly unknown[],
  shape: Shape,
  path: readonly string[],
  place: Place | undefined,
  request: ShapeRequest
): unknown[] {
  const { origins } = request
  const made: unknown[] = []
  for (const [i, item] of value.entries()) {
    const result = fitted(item, shape, [...path, String(i)], origins.of(value, i) ?? place, request)
    if (result === DROP) continue
    origins.copy(value, i, made, made.length)
    made.push(result)
  }
  return made
}

function fitScalar(
  value: unknown,
  kind: keyof typeof SCALARS,
  path: readonly string[],
  place: Place | undefined,
  request: ShapeRequest
): unknown {
  const { cast, name } = SCALARS[kind]
  const result = cast(value)
  if (result === undefined) return wrong(value, name, path, place, request)
  const key = path.at(-1) ?? ''
  // A text may be a secret (`-p 12345`): its value is not said.
  const isOpen = kind !== 'text' && kind !== 'entry'
  if (result !== value && !place?.isSubstituted)
    request.found.translate(
      place,
      `${key}: ${isOpen ? inLine(value) : `a ${typeof value}`}`,
      `${key}: ${isOpen ? inLine(result) : 'a string, in quotes'}`
    )
  return result
}

function fitRecord(
  value: Mapping,
  shape: Shape & { kind: 'record' },
  path: readonly string[],
  place: Place | undefined,
  request: ShapeRequest
): Mapping {
  const { found, origins, service } = request
  for (const key of Object.keys(value)) {
    const inner = Object.hasOwn(shape.of, key) ? shape.of[key] : undefined
    const at = origins.of(value, key) ?? place
    const name = [...path, key].join('.')
    if (inner) {
      // A key without a value says nothing.
      if (own(value, key) === null && inner.kind !== 'any') delete value[key]
      else step(value, key, inner, path, place, request)
      continue
    }
    if (key.startsWith('x-') && shape.isExtensible) continue
    const ignored = Object.hasOwn(shape.ignored ?? {}, key) ? shape.ignored?.[key] : undefined
    const refused = Object.hasOwn(shape.refused ?? {}, key) ? shape.refused?.[key] : undefined
    if (refused)
      found.add('error', 'refused-key', at, `${name} is refused in a swarm`, { service, hint: refused })
    else if (ignored !== undefined)
      found.add('warning', 'ignored-key', at, `${name} is ignored in a swarm${ignored && `: ${ignored}`}`, {
        service
      })
    else if (!key.startsWith('x-')) {
      const near = nearest(key, Object.keys(shape.of))
      const hint = near ? `did you mean ${near}?` : 'remove it'
      found.add('error', 'unknown-key', at, `${name} is not a key that docker stack deploy knows`, {
        service,
        hint
      })
    }
    delete value[key]
  }
  for (const key of shape.required ?? [])
    if (own(value, key) === undefined)
      found.add('error', 'missing-key', place, `${path.join('.')} has no ${key}`, {
        service,
        hint: `add ${key}:`
      })
  return value
}

function step(
  value: Mapping,
  key: string,
  shape: Shape,
  path: readonly string[],
  place: Place | undefined,
  request: ShapeRequest
): void {
  const result = fitted(
    own(value, key),
    shape,
    [...path, key],
    request.origins.of(value, key) ?? place,
    request
  )
  if (result === DROP) delete value[key]
  else put(value, key, result)
}

/** The value itself is not said: it may be a secret at the wrong place. */
function wrong(
  value: unknown,
  name: string,
  path: readonly string[],
  place: Place | undefined,
  { found, service }: ShapeRequest
): unknown {
  const is =
    value === null
      ? 'nothing'
      : Array.isArray(value)
        ? 'a list'
        : isMapping(value)
          ? 'a mapping'
          : 'something else'
  found.add('error', 'wrong-type', place, `${path.join('.')} must be ${name}, and is ${is}`, { service })
  return DROP
}
