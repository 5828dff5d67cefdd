import type { FailureKind, Sample } from '../../../src/traffic/samples.ts'

/** A request that was sent when it was due, and answered `afterMs` later. */
export const answered = (target: number, dueMs: number, afterMs: number): Sample => ({
  target,
  dueMs,
  sentMs: dueMs,
  endMs: dueMs + afterMs,
  outcome: { kind: 'answer', status: 200, body: '' }
})

export const failing = (kind: FailureKind, target: number, dueMs: number, afterMs: number): Sample => ({
  ...answered(target, dueMs, afterMs),
  outcome: { kind, detail: `some ${kind}` }
})

export const notSent = (target: number, dueMs: number, isCapped = true): Sample => ({
  ...answered(target, dueMs, 0),
  outcome: { kind: 'not-sent', detail: 'full', isCapped }
})
