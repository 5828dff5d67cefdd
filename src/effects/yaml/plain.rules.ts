import { isAlias, isMap, isScalar, isSeq, type Node } from 'yaml'
import type { Targets } from './unfold.rules.ts'

/**
 * A node as plain data with its aliases unfolded, merges left as they are. It calls itself once a level, and there
 * are no more than the budget has.
 */
export function plainOf(node: unknown, targets: Targets): unknown {
  const meant = isAlias(node) ? targets.get(node as Node) : node
  if (isSeq(meant)) return meant.items.map(item => plainOf(item, targets))
  if (isMap(meant)) {
    const made: Record<string, unknown> = {}
    for (const { key, value } of meant.items)
      Object.defineProperty(made, keyText(key, targets), {
        value: plainOf(value, targets),
        enumerable: true,
        writable: true,
        configurable: true
      })
    return made
  }
  return isScalar(meant) ? scalarOf(meant.value) : null
}

/** A key as a text; what a key stands for may be an alias. */
export function keyText(key: unknown, targets: Targets): string {
  const meant = isAlias(key) ? targets.get(key as Node) : key
  return isScalar(meant) ? String(scalarOf(meant.value)) : 'null'
}

const scalarOf = (value: unknown): unknown =>
  typeof value === 'symbol' ? String(value.description) : typeof value === 'bigint' ? String(value) : value
