import type { Verdict, VerdictStatus } from '../verdict.ts'

/** What a judge says; the rest of a verdict is the check's name and how long it took. */
export type Judgement = Pick<Verdict, 'status' | 'expected' | 'observed' | 'hint' | 'figures'> & {
  /** The way to the cause in a stack file, where the judge knows it: `['services', 'web', 'ports']`. */
  place?: readonly string[]
}

/** What was seen satisfies what was expected. */
export function pass(expected: string, observed: string, figures: Judgement['figures'] = {}): Judgement {
  return { status: 'pass', expected, observed, hint: undefined, figures }
}

export function fail(
  expected: string,
  observed: string,
  hint: string,
  figures: Judgement['figures'] = {}
): Judgement {
  return { status: 'fail', expected, observed, hint, figures }
}

/** Nothing can be said: what would have to be measured could not be. */
export function inconclusive(
  expected: string,
  observed: string,
  hint: string | undefined,
  figures: Judgement['figures'] = {}
): Judgement {
  return { status: 'inconclusive', expected, observed, hint, figures }
}

/** Not looked at, for a reason that was known before. */
export function skipped(expected: string, observed: string, hint: string): Judgement {
  return { status: 'skipped', expected, observed, hint, figures: {} }
}

const WORST_FIRST: readonly VerdictStatus[] = ['fail', 'inconclusive', 'pass', 'skipped']

/** The worst of the verdicts. Skipped ones do not count beside others, and no verdict at all proves nothing. */
export function worst(statuses: readonly VerdictStatus[]): VerdictStatus {
  return WORST_FIRST.find(status => statuses.includes(status)) ?? 'inconclusive'
}

/** `33.3 %` */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

/** `1 request`, `3 requests` */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`
}
