import { isAlias, isMap, isScalar, isSeq, type Node, type Scalar } from 'yaml'
import { isMergeKey, keyText as keyOf, YAML_BUDGET } from '../../effects/yaml/yaml.rules.ts'
import type { ComposeFile } from './compose-document.rules.ts'
import { type Fault, interpolate, type Variables } from './interpolate.rules.ts'
import type { MergeTag, Origins, Place } from './origins.rules.ts'
import { type Mapping, type Model, own, put } from './plain.rules.ts'

/** The sections in which variables are replaced; in keys, `version` and `x-…` they are not. */
const SECTIONS = ['name', 'include', 'services', 'networks', 'volumes', 'secrets', 'configs']

export type PlacedFault = { fault: Fault; place: Place }

/**
 * A parsed file as plain data: aliases and merge keys unfolded, variables replaced, `!reset` and `!override` kept
 * beside it, and each key's line in `origins`. How far a file unfolds was bounded when it was parsed; `problem` says
 * that its variables are put in too often for their length.
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
  /** Characters that came out of variables. */
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
        const name = isScalar(key) ? keyText(key) : keyOf(key, this.#file.yaml.targets)
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
    this.#count += replaced.length
    if (this.#count > YAML_BUDGET.characters) throw new TooMuch('the variables in it expand to too much text')
    for (const fault of faults) this.faults.push({ fault, place })
    return [replaced, replaced !== value]
  }

  #unalias(node: Node | null): Node | null {
    return this.#file.yaml.meant(node)
  }

  #placeOf(node: Node, isSubstituted: boolean): Place {
    const place = { file: this.#file.shownAs, line: this.#file.lineOf(node) }
    return isSubstituted ? { ...place, isSubstituted } : place
  }
}

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
