import { compare, inWords, shown, type Wanted } from './compare.rules.ts'
import { fail, inconclusive, type Judgement, pass } from './judgement.rules.ts'

/** One value beside what it must be. */
export type FieldCheck = {
  what: string
  value: unknown
  /** What is said of the value, where it may not be shown as it is. */
  shownAs?: unknown
  wanted: Wanted
  /** Where a stack file says it. */
  place?: readonly string[]
  hint?: string
}

/** `replicas is 3; image matches “…”` */
export function fieldsExpected(
  subject: string,
  checks: readonly Pick<FieldCheck, 'what' | 'wanted'>[]
): string {
  return `${subject}: ${checks.map(({ what, wanted }) => `${what} ${inWords(wanted)}`).join('; ')}`
}

/** All values are what they must be; else those that are not. Nothing to compare proves nothing. */
export function judgeFields(
  subject: string,
  checks: readonly FieldCheck[],
  hint: string,
  figures: Judgement['figures'] = {}
): Judgement {
  const expected = fieldsExpected(subject, checks)
  const found = checks.map(check => ({ ...check, result: compare(check.value, check.wanted) }))
  const wrong = found.filter(({ result }) => result === 'fails')
  const unknown = found.filter(({ result }) => result === 'unknown')
  const inText = (some: typeof found): string =>
    some
      .map(check => `${check.what} is ${shown('shownAs' in check ? check.shownAs : check.value)}`)
      .join('; ')
  if (wrong.length > 0) {
    const place = wrong.find(check => check.place)?.place
    const judgement = fail(expected, inText(wrong), wrong.find(check => check.hint)?.hint ?? hint, figures)
    return place ? { ...judgement, place } : judgement
  }
  if (unknown.length > 0)
    return inconclusive(
      expected,
      `${unknown.map(({ what }) => what).join(', ')}: the expression takes too long`,
      'write a simpler regular expression',
      figures
    )
  if (checks.length === 0) return inconclusive(expected, 'nothing was compared', undefined, figures)
  return pass(expected, inText(found), figures)
}
