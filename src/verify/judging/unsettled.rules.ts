import type { FailureKind } from '../verdict.ts'

/** A server that goes on with such a request does what it asks after we have given it up. */
const UNSETTLED: readonly FailureKind[] = ['time-out', 'reset']

/** How many failed requests may be carried out yet. */
export function unsettled(failures: readonly Partial<Record<FailureKind, number>>[]): number {
  return failures.reduce((sum, byKind) => sum + UNSETTLED.reduce((n, kind) => n + (byKind[kind] ?? 0), 0), 0)
}
