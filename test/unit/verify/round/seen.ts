import type { VisitsReading } from '../../../../src/verify/verify.ts'

/** The counter as a visit was told it, or none because of a time-out. */
export const seen = (visits: number | undefined, unsure = 0): VisitsReading =>
  visits === undefined ? { kind: 'none', why: 'time-out', unsure } : { kind: 'visits', visits, unsure }
