import type { FailureKind } from '../verdict.ts'

/** A server that goes on with such a request does what it asks after we have given it up. */
const UNSETTLED: readonly FailureKind[] = ['time-out', 'reset']

/** How many failed requests may be carried out yet. */
export function unsettled(failures: readonly Partial<Record<FailureKind, number>>[]): number {
  return failures.reduce((sum, byKind) => sum + UNSETTLED.reduce((n, kind) => n + (byKind[kind] ?? 0), 0), 0)
}

/** Whether a request that failed like that may have reached the service, and so may have counted. */
export function mayHaveCounted(kind: FailureKind): boolean {
  return kind !== 'refused' && kind !== 'unreachable'
}
