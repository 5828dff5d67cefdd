/** One change of state that the watch saw: what `docker service ps` shows for a moment, kept. */
export type TimelineEntry = {
  kind: 'service' | 'task' | 'node'
  /** When it happened by the engine's clock (ISO 8601); of a node, which has none, when it was seen. */
  at: string
  /** When it was seen, by our clock: milliseconds since the epoch. */
  seenAtMs: number
  /** The service's full name; empty for a node. */
  service: string
  /** `1`, or of a global service the node's name; empty for services and nodes. */
  slot: string
  task: string
  node: string
  /** A task's state, a service's update status, a node's state and availability; `undefined`: not seen before. */
  from: string | undefined
  to: string
  /** What the task, or the service as a whole, is to run. */
  image: string
  /** The version of the service when this was seen. */
  serviceVersion: number
  /** Whether the task is of the spec that the service had then. */
  isCurrent: boolean
  message: string
  error: string
}

/** The changes seen so far, and what is needed to see the next one. */
export type Timeline = {
  entries: readonly TimelineEntry[]
  /** Changes for which there was no room any more. */
  dropped: number
  /** What was seen last of each service, task and node, by its id. */
  last: ReadonlyMap<string, TimelineEntry>
}

export const NO_TIMELINE: Timeline = { entries: [], dropped: 0, last: new Map() }

/** More than any deploy that ends well has; a crash loop of hours stays within it. */
export const MOST_ENTRIES = 5_000
