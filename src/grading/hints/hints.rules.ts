/** When a participant sees which hint. `after`: how many failures each further hint takes. */
export type HintPolicy = { show: 'earned' | 'first' | 'all' | 'none'; after: number }

export const USUAL_HINTS: HintPolicy = { show: 'earned', after: 1 }

/**
 * The hint that has been earned: the mildest at the first failure, and one that is more concrete with each failure after
 * a change.
 *
 * @param attempts failures so far, this one included
 */
export function hintFor(
  hints: readonly string[],
  attempts: number,
  { show, after }: HintPolicy = USUAL_HINTS
): string | undefined {
  if (show === 'none') return undefined
  if (show === 'all') return hints.join(' ') || undefined
  if (show === 'first') return hints[0]
  const earned = Math.floor((Math.max(1, attempts) - 1) / Math.max(1, after))
  return hints[Math.min(earned, hints.length - 1)]
}

/** A former grade, as far as hints depend on it. */
export type FormerGrade = {
  /** Of what was graded: the same as long as nothing has changed. */
  fingerprint: string
  failed: readonly string[]
  passed: readonly string[]
}

/**
 * How often each check failed since it last passed. Grading the same thing again counts once: who only asks again gets
 * no further hint.
 *
 * @param history the oldest first
 * @param now the fingerprint of what is graded now: former grades of the same thing are this very attempt
 */
export function failuresBefore(history: readonly FormerGrade[], now: string): Map<string, number> {
  const seen = new Map<string, Set<string>>()
  for (const { fingerprint, failed, passed } of history) {
    for (const id of passed) seen.delete(id)
    for (const id of failed) seen.set(id, (seen.get(id) ?? new Set()).add(fingerprint))
  }
  return new Map(
    [...seen].map(([id, prints]) => [id, [...prints].filter(print => print !== now).length] as const)
  )
}
