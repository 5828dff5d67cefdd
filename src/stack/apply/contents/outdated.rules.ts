import { OUR_LABEL } from '../../../plain/labels.ts'
import type { ContentKind } from '../../read/read.ts'

/** A secret or a config of a stack, as the engine lists it. */
export type Generation = {
  kind: ContentKind
  id: string
  name: string
  labels: Readonly<Record<string, string>>
  /** RFC 3339, by the swarm's leader. */
  createdAt: string
}

/**
 * The generations that may go: of each logical name the newest `keep` stay, and whatever is in use. One that plain
 * `docker stack deploy` made (`<stack>_<name>`, no label of ours) is a generation of a name that we know.
 */
export function outdated(
  stack: string,
  generations: readonly Generation[],
  { keep, inUse }: { keep: number; inUse: ReadonlySet<string> }
): Generation[] {
  const known = new Set(generations.filter(g => g.labels[OUR_LABEL.logicalName]).map(logicalKey))
  const groups = Map.groupBy(
    generations.map(g => (g.labels[OUR_LABEL.logicalName] ? g : asPlain(stack, g))),
    logicalKey
  )
  return [...groups].flatMap(([key, group]) =>
    known.has(key)
      ? group
          .toSorted((a, b) => compare(b.createdAt, a.createdAt))
          .slice(Math.max(1, keep))
          .filter(({ id }) => !inUse.has(id))
      : []
  )
}

const logicalKey = ({ kind, labels }: Generation): string => `${kind} ${labels[OUR_LABEL.logicalName] ?? ''}`

function asPlain(stack: string, generation: Generation): Generation {
  if (!generation.name.startsWith(`${stack}_`)) return generation
  const logicalName = generation.name.slice(stack.length + 1)
  return { ...generation, labels: { ...generation.labels, [OUR_LABEL.logicalName]: logicalName } }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
