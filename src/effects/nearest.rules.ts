const LONGEST_NAME = 100

/** The candidate that is closest to `word`, when it is close enough to be what was meant. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  // Nobody mistypes a name that long, and each letter of one is compared with each of the other.
  if (word.length > LONGEST_NAME) return undefined
  const ranked = candidates
    .filter(candidate => candidate.length <= LONGEST_NAME)
    .map(candidate => ({ candidate, distance: editDistance(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)
  const best = ranked[0]
  if (!best) return undefined
  // Half of the word may be wrong: `wrker` means worker1, `xyz` means nothing.
  return best.distance <= Math.max(word.length, best.candidate.length) / 2 ? best.candidate : undefined
}

/** Levenshtein's distance: insertions, deletions and substitutions. */
function editDistance(from: string, to: string): number {
  let above = Array.from({ length: to.length + 1 }, (_, i) => i)
  for (const [row, letter] of [...from].entries()) {
    const line = [row + 1]
    for (let column = 0; column < to.length; column++) {
      const substituted = (above[column] ?? 0) + (letter === to[column] ? 0 : 1)
      line.push(Math.min(substituted, (above[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1))
    }
    above = line
  }
  return above[to.length] ?? 0
}
