/**
 * The name of a folder says which process made it: its id, when that began (an id alone is used again), and the
 * space in which ids count (a container's processes have others). Base 36, because a unix socket's path is short.
 */
export type Maker = { pid: number; start: number; space: number }

export function prefixOf(family: string, { pid, start, space }: Maker): string {
  return `${family}-${[pid, start, space].map(number => number.toString(36)).join('-')}-`
}

/** @returns who made the folder; `undefined` for the name of anything else */
export function makerOf(family: string, name: string): Maker | undefined {
  if (!name.startsWith(`${family}-`)) return undefined
  const found = /^([0-9a-z]{1,8})-([0-9a-z]{1,8})-([0-9a-z]{1,8})-[A-Za-z0-9]{6}$/.exec(
    name.slice(family.length + 1)
  )
  if (!found) return undefined
  const [pid = 0, start = 0, space = 0] = found.slice(1).map(text => Number.parseInt(text, 36))
  return { pid, start, space }
}
