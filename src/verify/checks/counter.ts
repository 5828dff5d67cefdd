import type { Check } from '../check.ts'
import type { Measurement } from '../measurement.ts'
import { COUNTER_EXPECTED, judgeCounter } from './counter.rules.ts'

/** @param measure the round of requests that this check shares with others */
export function counter(measure: () => Promise<Measurement>): Check<Measurement> {
  return {
    kind: 'counter',
    title: 'The visits counter counts requests, and only them',
    expected: COUNTER_EXPECTED,
    gather: measure,
    judge: ({ nodes, visitsBefore, visitsAfter }) =>
      judgeCounter({ nodes, before: visitsBefore, after: visitsAfter })
  }
}
