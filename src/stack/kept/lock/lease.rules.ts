import type { ApiConfig } from '../swarm-configs.ts'

/** Who holds a lock, for people; nothing secret. */
export type LockOwner = {
  /** `octocat`, or a user of a machine. */
  who: string
  /** The machine, or the repository. */
  where: string
  /** The run, or the process. */
  run: string
}

/** A lock as the swarm has it. `since` is RFC 3339 by the swarm's clock. */
export type LockHolder = LockOwner & { since: string }

export const LEASE_LABEL = {
  who: 'io.swarmline.lock.who',
  where: 'io.swarmline.lock.where',
  run: 'io.swarmline.lock.run',
  stack: 'io.swarmline.lock.stack',
  ttlMs: 'io.swarmline.lock.ttl-ms',
  /** Counts the renewals: the label that a renewal changes. */
  renewal: 'io.swarmline.lock.renewal'
} as const

export const leaseLabels = (
  stack: string,
  { who, where, run }: LockOwner,
  ttlMs: number
): Record<string, string> => ({
  [LEASE_LABEL.stack]: stack,
  [LEASE_LABEL.who]: who,
  [LEASE_LABEL.where]: where,
  [LEASE_LABEL.run]: run,
  [LEASE_LABEL.ttlMs]: String(ttlMs)
})

export function holderOf({ Spec, CreatedAt }: ApiConfig): LockHolder {
  const text = (label: string): string => Spec.Labels?.[label] ?? ''
  return {
    who: text(LEASE_LABEL.who),
    where: text(LEASE_LABEL.where),
    run: text(LEASE_LABEL.run),
    since: CreatedAt
  }
}

/** `octocat (shop/web, run 17)` */
export function holderInWords({ who, where, run }: LockOwner): string {
  const place = [where, run].filter(Boolean).join(', ')
  return `${who || 'somebody'}${place ? ` (${place})` : ''}`
}

/**
 * Has a lock gone without renewal for longer than its holder asked for?
 *
 * @param now RFC 3339, by the same clock that stamped the lock: that of the swarm's leader
 * @param fallbackMs where the lock does not say how long it lives
 */
export function isExpired(lock: ApiConfig, now: string, fallbackMs: number): boolean {
  const ttlMs = Number(lock.Spec.Labels?.[LEASE_LABEL.ttlMs])
  const ageMs = Date.parse(now) - Date.parse(lock.UpdatedAt)
  return ageMs > (ttlMs > 0 ? ttlMs : fallbackMs)
}
