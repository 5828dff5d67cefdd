import { isAlias, isMap, isScalar, isSeq, type Node, type Scalar } from 'yaml'
import type { ComposeFile } from '../compose-document.rules.ts'
import { type Fault, interpolate, type Variables } from '../interpolate.rules.ts'
import type { MergeTag, Origins, Place } from '../origins.rules.ts'
import { type Mapping, type Model, own, put } from '../plain.rules.ts'

/** The sections in which variables are replaced; in keys, `version` and `x-…` they are not. */
const SECTIONS = ['name', 'include', 'services', 'networks', 'volumes', 'secrets', 'configs']
/** An alias of aliases of aliases can unfold to more than there is memory. */
const MAX_NODES = 200_000
const MAX_DEPTH = 100

export type PlacedFault = { fault: Fault; place: Place }

/**
 * A parsed file as plain data: aliases and merge keys unfolded, variables replaced, `!reset` and `!override` kept
 * beside it, and each key's line in `origins`. `problem` says why a document cannot be unfolded.
 */
export function plainModel(
  file: ComposeFile,
  variables: Variables,
  origins: Origins
): { model: Model; faults: PlacedFault[]; problem: string | undefined } {
  const reading = new Reading(file, variables, origins)
  const model: Model = {}
  const root = file.document.contents
  try {
    if (isMap(root)) reading.fill(model, root as Node, [])
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error
    return { model: {}, faults: [], problem: error.message }
  }
  return { model, faults: reading.faults, problem: undefined }
}

class TooMuch extends Error {}

class Reading {
  readonly faults: PlacedFault[] = []
  #count = 0
  readonly #file: ComposeFile
  readonly #variables: Variables
  readonly #origins: Origins

  constructor(file: ComposeFile, variables: Variables, origins: Origins) {
    this.#file = file
    this.#variables = variables
    this.#origins = origins
  }

  fill(target: Mapping, node: Node, path: readonly string[]): void {
    if (!isMap(node)) return
    for (const { key, value } of node.items) {
      if (isScalar(key) && isMergeKey(key)) this.#mergeIn(target, value as Node | null, path)
      else {
        const name = isScalar(key) ? keyText(key) : String(key)
        this.#place(target, name, key as Node, value as Node | null, [...path, name])
      }
    }
  }

  /** `<<:` gives what the mapping does not say itself. */
  #mergeIn(target: Mapping, value: Node | null, path: readonly string[]): void {
    const source = this.#unalias(value)
    for (const node of isSeq(source) ? source.items.map(item => this.#unalias(item as Node)) : [source]) {
      const merged: Mapping = {}
      if (node) this.fill(merged, node, path)
      for (const key of Object.keys(merged)) {
        if (Object.hasOwn(target, key)) continue
        put(target, key, own(merged, key))
        this.#origins.copy(merged, key, target)
      }
    }
  }

  #place(target: Mapping, name: string, keyNode: Node, value: Node | null, path: readonly string[]): void {
    const [result, isSubstituted] = this.#value(value, path)
    put(target, name, result)
    this.#origins.set(target, name, this.#placeOf(keyNode, isSubstituted), tagOf(value))
  }

  #value(given: Node | null, path: readonly string[]): [value: unknown, isSubstituted: boolean] {
    if (++this.#count > MAX_NODES) throw new TooMuch('the aliases in it unfold to too much')
    if (path.length > MAX_DEPTH) throw new TooMuch('it is nested too deeply')
    const node = this.#unalias(given)
    if (isMap(node)) {
      const made: Mapping = {}
      this.fill(made, node as Node, path)
      return [made, false]
    }
    if (isSeq(node)) {
      const made: unknown[] = []
      for (const [i, item] of node.items.entries()) {
        const [value, isSubstituted] = this.#value(item as Node | null, [...path, String(i)])
        made.push(value)
        const placed = isMap(item) || isScalar(item) || isAlias(item) || isSeq(item) ? (item as Node) : node
        this.#origins.set(made, i, this.#placeOf(placed as Node, isSubstituted))
      }
      return [made, false]
    }
    return isScalar(node) ? this.#scalar(node, path) : [null, false]
  }

  #scalar(node: Scalar, path: readonly string[]): [value: unknown, isSubstituted: boolean] {
    const value = scalarValue(node)
    if (typeof value !== 'string' || !value.includes('$') || !SECTIONS.includes(path[0] ?? ''))
      return [value, false]
    const { value: replaced, faults } = interpolate(value, this.#variables)
    const place = this.#placeOf(node as Node, false)
    for (const fault of faults) this.faults.push({ fault, place })
    return [replaced, replaced !== value]
  }

  #unalias(node: Node | null): Node | null {
    const resolved = isAlias(node) ? node.resolve(this.#file.document) : node
    return (resolved as Node | undefined) ?? null
  }

  #placeOf(node: Node, isSubstituted: boolean): Place {
    const place = { file: this.#file.shownAs, line: this.#file.lineOf(node) }
    return isSubstituted ? { ...place, isSubstituted } : place
  }
}

const isMergeKey = ({ value, source, type }: Scalar): boolean =>
  typeof value === 'symbol' || (value === '<<' && type === 'PLAIN' && source === '<<')

const keyText = (key: Scalar): string =>
  typeof key.value === 'number' && key.source !== undefined ? key.source : String(key.value)

/** As docker reads YAML: `0440` is octal, and a whole number too large to be one stays the digits that it is. */
function scalarValue({ value, source = '' }: Scalar): unknown {
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'number')
    return typeof value === 'symbol' ? String(value.description) : (value ?? null)
  if (/^[-+]?0[0-7]+$/.test(source)) return Number.parseInt(source, 8)
  return Number.isFinite(value) && (Number.isSafeInteger(value) || !/^[-+]?\d+$/.test(source))
    ? value
    : source
}

const tagOf = (node: Node | null): MergeTag | undefined => {
  const tag = node && 'tag' in node ? node.tag : undefined
  return tag === '!reset' ? 'reset' : tag === '!override' ? 'override' : undefined
}
