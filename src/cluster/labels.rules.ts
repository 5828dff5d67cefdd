import { LABEL } from '../plain/labels.ts'

/** Whose a thing is. Everything that we make on an engine carries this, and only what carries it is removed. */
export type Ownership = {
  cluster: string
  owner: string
  /** One `up`: tells a second cluster of the same name from the first. */
  run: string
  /** Milliseconds since the epoch. */
  createdAt: number
  ttlHours: number
}

export function ownLabels(own: Ownership): Record<string, string> {
  return {
    [LABEL.cluster]: own.cluster,
    [LABEL.owner]: own.owner,
    [LABEL.run]: own.run,
    [LABEL.created]: new Date(own.createdAt).toISOString(),
    [LABEL.ttl]: `${own.ttlHours}h`
  }
}

/** RFC 3339: when `down`'s sweep may remove it. */
export function expiryOf(own: Pick<Ownership, 'createdAt' | 'ttlHours'>): string {
  return new Date(own.createdAt + own.ttlHours * 3_600_000).toISOString()
}

/**
 * Whether something that carries `labels` has outlived its time. Without a readable time it never has: a sweep
 * that is not sure leaves things alone.
 */
export function isExpired(labels: Record<string, string>, now: number): boolean {
  const createdAt = Date.parse(labels[LABEL.created] ?? '')
  const hours = /^(\d+(?:\.\d+)?)h$/.exec(labels[LABEL.ttl] ?? '')?.[1]
  if (Number.isNaN(createdAt) || hours === undefined) return false
  return now > createdAt + Number(hours) * 3_600_000
}

/** The Engine API's `filters` query for what one cluster owns; without a name, for all that is ours. */
export function ownFilter(cluster: string | undefined, more: Record<string, string[]> = {}): string {
  return JSON.stringify({ label: [cluster ? `${LABEL.cluster}=${cluster}` : LABEL.cluster], ...more })
}

/** The names that a cluster's things have on an engine. */
export const nameOf = {
  network: (cluster: string) => `swarmline-${cluster}`,
  node: (cluster: string, node: string) => `swarmline-${cluster}-${node}`,
  registry: (cluster: string) => `swarmline-${cluster}-registry`,
  mirror: (cluster: string) => `swarmline-${cluster}-mirror`,
  store: (cluster: string) => `swarmline-${cluster}-store`
}
