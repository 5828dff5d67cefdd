/**
 * The name of a folder says which process made it: its id, when that began (an id alone is used again), and the
 * space in which ids count (a container's processes have others). Base 36, because a unix socket's path is short.
 */
export type Maker = { pid: number; start: number; space: number }

/** What its name begins with: short for sockets, telling for what people may find after a power cut. */
export type Family = 'swl' | `swarmline-${string}`

export function prefixOf(family: Family, { pid, start, space }: Maker): string {
  return `${family}-${[pid, start, space].map(number => number.toString(36)).join('-')}-`
}

const NAME = /^(?:swl|swarmline-[a-z]+)-([0-9a-z]{1,8})-([0-9a-z]{1,8})-([0-9a-z]{1,8})-[A-Za-z0-9]{6}$/

/** @returns who made the folder; `undefined` for the name of anything else */
export function makerOf(name: string): Maker | undefined {
  const found = NAME.exec(name)
  if (!found) return undefined
  const [pid = 0, start = 0, space = 0] = found.slice(1).map(text => Number.parseInt(text, 36))
  return { pid, start, space }
}
