import { matchesPattern } from './pattern.rules.ts'

export type Scalar = string | number | boolean
/** What a value must be; every given comparison must hold. */
export type Comparison = {
  eq?: Scalar | undefined
  ne?: Scalar | undefined
  gte?: number | undefined
  lte?: number | undefined
  /** A regular expression, found anywhere in the text. */
  matches?: string | undefined
  /** A part of a text, or one of a list's entries. */
  contains?: Scalar | undefined
  exists?: boolean | undefined
}
/** A plain value stands for `eq`. */
export type Wanted = Scalar | Comparison

export type Comparing = 'holds' | 'fails' | 'unknown'

/** `unknown`: a regular expression that takes too long to decide. `undefined` and `null` are values that are not there. */
export function compare(value: unknown, wanted: Wanted): Comparing {
  const comparison = typeof wanted === 'object' ? wanted : { eq: wanted }
  const found = (Object.entries(comparison) as [keyof Comparison, never][])
    .filter(([, operand]) => operand !== undefined)
    .map(([comparator, operand]) => holds(value, comparator, operand))
  if (found.includes('fails') || found.length === 0) return 'fails'
  return found.includes('unknown') ? 'unknown' : 'holds'
}

function holds(value: unknown, comparator: keyof Comparison, operand: never): Comparing {
  const is = (truth: boolean): Comparing => (truth ? 'holds' : 'fails')
  const isThere = value !== undefined && value !== null
  if (comparator === 'exists') return is(isThere === (operand as boolean))
  if (comparator === 'ne') return is(!isEqual(value, operand))
  if (!isThere) return 'fails'
  switch (comparator) {
    case 'eq':
      return is(isEqual(value, operand))
    case 'gte':
      return is(typeof value === 'number' && value >= operand)
    case 'lte':
      return is(typeof value === 'number' && value <= operand)
    case 'matches':
      return typeof value === 'string' ? matchesPattern(operand, value) : 'fails'
    case 'contains':
      if (Array.isArray(value)) return is(value.some(entry => isEqual(entry, operand)))
      return is(typeof value === 'string' && value.includes(String(operand)))
    default:
      return comparator satisfies never
  }
}

function isEqual(value: unknown, wanted: Scalar): boolean {
  return typeof value === 'object' ? false : value === wanted
}

const WORDS: Record<keyof Comparison, string> = {
  eq: 'is',
  ne: 'is not',
  gte: 'is at least',
  lte: 'is at most',
  matches: 'matches',
  contains: 'contains',
  exists: ''
}

/** `is 3`, `is at least 2 and is at most 5`, `is there` */
export function inWords(wanted: Wanted): string {
  const comparison = typeof wanted === 'object' ? wanted : { eq: wanted }
  return Object.entries(comparison)
    .filter(([, operand]) => operand !== undefined)
    .map(([comparator, operand]) =>
      comparator === 'exists'
        ? operand
          ? 'is there'
          : 'is not there'
        : `${WORDS[comparator as keyof Comparison]} ${shown(operand)}`
    )
    .join(' and ')
}

/** A value as a verdict shows it, on one line and bounded by whoever shows it. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) return 'nothing'
  if (typeof value === 'string') return `“${value.length > 200 ? `${value.slice(0, 200)}…` : value}”`
  return JSON.stringify(value).slice(0, 300)
}
