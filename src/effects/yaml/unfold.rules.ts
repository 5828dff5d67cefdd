import { type Alias, isAlias, isMap, isPair, isScalar, isSeq, type Node, type Scalar } from 'yaml'
import { OverBudget, YAML_BUDGET } from './budget.rules.ts'

/** Which node each alias stands for. */
export type Targets = WeakMap<Node, Node>

/** What a node is with its aliases unfolded; `keys` is what a merge of it copies. */
type Extent = { work: number; characters: number; depth: number; keys: number }
type Complain = (offset: number, text: string, hint: string) => void

/**
 * Finds what each alias stands for, in one walk, and refuses what unfolds to more than the budget, an alias inside
 * of what it stands for, keys that are no plain values, and keys that stand twice.
 *
 * @param complain hears of faults that leave the rest readable
 * @throws OverBudget
 */
export function unfold(root: Node | null, complain: Complain): Targets {
  const targets: Targets = new WeakMap()
  const walk = new Walk(targets, complain)
  if (root) walk.extentOf(root)
  return targets
}

class Walk {
  readonly #targets: Targets
  readonly #complain: Complain
  readonly #anchors = new Map<string, Node>()
  /** Extents of what anchors name; nothing else is asked for twice. */
  readonly #extents = new Map<Node, Extent>()
  readonly #open = new Set<Node>()

  constructor(targets: Targets, complain: Complain) {
    this.#targets = targets
    this.#complain = complain
  }

  extentOf(node: Node | null): Extent {
    if (!node) return { work: 1, characters: 0, depth: 0, keys: 0 }
    if (isAlias(node)) return this.#aliased(node)
    const anchor = 'anchor' in node ? node.anchor : undefined
    if (anchor) this.#anchors.set(anchor, node)
    this.#open.add(node)
    const extent = isMap(node)
      ? this.#ofMap(node.items as { key: unknown; value: unknown }[])
      : isSeq(node)
        ? this.#ofSeq(node.items)
        : { work: 1, characters: lengthOf(node), depth: 0, keys: 0 }
    this.#open.delete(node)
    if (anchor) this.#extents.set(node, extent)
    refuse(node, extent)
    return extent
  }

  #aliased(alias: Alias): Extent {
    const target = this.#anchors.get(alias.source)
    const offset = alias.range?.[0] ?? 0
    if (!target) {
      this.#complain(offset, `there is no anchor &${alias.source} before this alias`, 'correct the name')
      return { work: 1, characters: 0, depth: 0, keys: 0 }
    }
    if (this.#open.has(target))
      throw new OverBudget(
        offset,
        `the alias *${alias.source} refers to itself`,
        'take it out, or name another anchor'
      )
    this.#targets.set(alias, target)
    return this.#extents.get(target) ?? { work: 1, characters: 0, depth: 0, keys: 0 }
  }

  #ofSeq(items: readonly unknown[]): Extent {
    const total: Extent = { work: 1, characters: 0, depth: 0, keys: 0 }
    for (const item of items) {
      // `[a: b]` is a list of one mapping.
      const extent = isPair(item) ? this.#ofMap([item]) : this.extentOf(item as Node | null)
      add(total, extent)
      // What merges a list merges each of it.
      total.keys += extent.keys
    }
    return total
  }

  #ofMap(items: readonly { key: unknown; value: unknown }[]): Extent {
    const total: Extent = { work: 1, characters: 0, depth: 0, keys: 0 }
    const seen = new Set<unknown>()
    for (const { key, value } of items) {
      const isMerge = isScalar(key) && isMergeKey(key)
      this.#key(key as Node | null, seen)
      const extent = this.extentOf(value as Node | null)
      add(total, extent)
      total.characters += isScalar(key) ? lengthOf(key) : 0
      if (isMerge) {
        total.work += extent.keys
        total.keys += extent.keys
      } else total.keys++
    }
    return total
  }

  #key(key: Node | null, seen: Set<unknown>): void {
    if (isAlias(key)) this.extentOf(key)
    const meant = isAlias(key) ? this.#targets.get(key) : key
    if (isAlias(key) && !meant) return
    const offset = key?.range?.[0] ?? 0
    if (meant && !isScalar(meant)) {
      this.#complain(offset, 'a key must be a plain value', 'write it as a string')
      return
    }
    const value = isScalar(meant) ? meant.value : null
    if (seen.has(value)) this.#complain(offset, 'Map keys must be unique', 'remove one of the two')
    seen.add(value)
    if (key && isScalar(key) && key.anchor) this.extentOf(key)
  }
}

function add(total: Extent, part: Extent): void {
  total.work += part.work
  total.characters += part.characters
  total.depth = Math.max(total.depth, part.depth + 1)
}

function refuse(node: Node, { work, characters, depth }: Extent): void {
  const offset = node.range?.[0] ?? 0
  const hint = 'use fewer aliases and merges, or split it'
  if (work > YAML_BUDGET.nodes)
    throw new OverBudget(
      offset,
      `with its aliases unfolded it has more than ${YAML_BUDGET.nodes} values`,
      hint
    )
  if (characters > YAML_BUDGET.characters)
    throw new OverBudget(
      offset,
      `with its aliases unfolded it is longer than ${YAML_BUDGET.characters / 1024 / 1024} MiB`,
      hint
    )
  if (depth > YAML_BUDGET.depth)
    throw new OverBudget(
      offset,
      `with its aliases unfolded it is nested more than ${YAML_BUDGET.depth} levels deep`,
      hint
    )
}

const lengthOf = (node: Node): number =>
  isScalar(node) ? (typeof node.value === 'string' ? node.value.length : (node.source?.length ?? 4)) : 0

/** `<<`, where the file is read with merges. */
export const isMergeKey = ({ value, source, type }: Scalar): boolean =>
  typeof value === 'symbol' || (value === '<<' && type === 'PLAIN' && source === '<<')
