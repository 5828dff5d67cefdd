// Chance that can be had again: the same seed gives the same inputs, on every machine.

export type Random = {
  /** From 0 to below `n`. */
  below(n: number): number
  pick<T>(list: readonly T[]): T
  chance(share: number): boolean
}

/** mulberry32 */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (n: number): number => Math.floor(next() * n)
  return { below, pick: list => list[below(list.length)] as never, chance: share => next() < share }
}
