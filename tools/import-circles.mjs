// Import circles, those of types included: a circle is a set of files that all reach each other. Pure: no I/O.

/**
 * @param {Iterable<{file: string, target: string, isExternal: boolean}>} edges
 * @returns {string[][]} each circle as a way round it, from its first file by name
 */
export function circlesOf(edges) {
  const targets = new Map()
  for (const { file, target, isExternal } of edges)
    if (!isExternal) targets.set(file, new Set([...(targets.get(file) ?? []), target]))
  const found = []
  const done = new Set()
  for (const start of [...targets.keys()].sort()) {
    if (done.has(start)) continue
    const way = wayRound(start, targets)
    if (!way) continue
    found.push(way)
    for (const file of way) done.add(file)
  }
  return found
}

/** The shortest way from a file back to itself. */
function wayRound(start, targets) {
  const cameFrom = new Map([[start, undefined]])
  // A Map hands out what is added while it is walked: the nearest files come first.
  for (const [file] of cameFrom)
    for (const next of targets.get(file) ?? []) {
      if (next === start) {
        const way = []
        for (let at = file; at !== undefined; at = cameFrom.get(at)) way.unshift(at)
        return way
      }
      if (!cameFrom.has(next)) cameFrom.set(next, file)
    }
  return undefined
}
