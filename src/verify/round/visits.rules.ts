import { inconclusive, type Judgement } from '../judging/judgement.rules.ts'

/**
 * The visits counter as one request saw it, which it counts. `why`: what came instead of a number, fit to be shown.
 * `unsure`: tries before it that may have counted without telling a number.
 */
export type VisitsReading =
  | { kind: 'visits'; visits: number; unsure: number }
  | { kind: 'none'; why: string; unsure: number }

/** Where all answers of a round have a number, one visit beside it that was told none says nothing of the counter. */
export function unframed(
  expected: string,
  when: 'before' | 'after',
  why: string,
  figures: Judgement['figures'] = {}
): Judgement {
  return inconclusive(
    expected,
    `each answer names its number, but the visit ${when} them was told none: ${why}`,
    'see the service’s logs, and ask again',
    figures
  )
}
