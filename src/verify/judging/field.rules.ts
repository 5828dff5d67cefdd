/** A step into plain data: a key, a position, or all entries. */
type Step = { key: string } | { index: number } | 'all'

const STEP = /\.?(?:([A-Za-z0-9_$-]+)|\[(\d{1,6})\]|\[(\*)\]|\["([^"]*)"\])/y

/** `Spec.Ports[0].TargetPort`, `Labels["com.example.x"]`, `Ports[*].TargetPort`; `undefined` when it is none of these. */
export function parsePath(path: string): Step[] | undefined {
  const steps: Step[] = []
  let at = 0
  while (at < path.length) {
    STEP.lastIndex = at
    const match = STEP.exec(path)
    if (!match) return undefined
    const [whole, key, index, all, quoted] = match
    if (all) steps.push('all')
    else if (index !== undefined) steps.push({ index: Number(index) })
    else steps.push({ key: key ?? quoted ?? '' })
    at += whole.length
  }
  return steps.length > 0 ? steps : undefined
}

/** What stands at a path in plain data; `undefined` where there is nothing. `[*]` gives a list of what its entries have. */
export function fieldAt(data: unknown, path: string): unknown {
  const steps = parsePath(path)
  return steps ? walk(data, steps) : undefined
}

function walk(data: unknown, steps: readonly Step[]): unknown {
  const [step, ...rest] = steps
  if (step === undefined) return data
  if (data === null || typeof data !== 'object') return undefined
  if (step === 'all')
    return Array.isArray(data)
      ? data.map(entry => walk(entry, rest)).filter(value => value !== undefined)
      : undefined
  const name = 'key' in step ? step.key : String(step.index)
  return Object.hasOwn(data, name) ? walk((data as Record<string, unknown>)[name], rest) : undefined
}
