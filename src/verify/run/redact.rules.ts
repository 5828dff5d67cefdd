import { secretForms } from '../../plain/secret-forms.ts'

/** What stands in a secret's place. */
export const REDACTED = '[secret]'

export type Redactor = {
  register(secret: string | Uint8Array): void
  /** A copy of plain data in which no text, and no key, shows a registered secret. */
  redact<T>(value: T): T
}

/**
 * Knows each secret in the forms of `secretForms`. A text that was cut in the middle of a secret loses the piece as
 * well.
 */
export function createRedactor(): Redactor {
  const known = new Set<string>()
  let longestFirst: string[] = []

  const clean = (text: string): string => {
    let kept = text
    for (const secret of longestFirst) kept = withoutCutEnd(kept.replaceAll(secret, REDACTED), secret)
    return kept
  }
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return clean(value)
    if (typeof value === 'number' || typeof value === 'bigint')
      return known.has(String(value)) ? REDACTED : value
    if (Array.isArray(value)) return value.map(walk)
    if (value instanceof Map) return walk([...value])
    if (value instanceof Set) return walk([...value])
    if (value && typeof value === 'object')
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [clean(key), walk(inner)]))
    return value
  }
  return {
    register(secret) {
      for (const form of secretForms(secret)) known.add(form)
      longestFirst = [...known].sort((a, b) => b.length - a.length)
    },
    redact: value => (known.size === 0 ? value : (walk(value) as typeof value))
  }
}

const SHORTEST_PIECE = 4

function withoutCutEnd(text: string, secret: string): string {
  const end = text.endsWith('…') ? text.length - 1 : text.length
  for (let length = Math.min(secret.length - 1, end); length >= SHORTEST_PIECE; length--)
    if (text.startsWith(secret.slice(0, length), end - length))
      return text.slice(0, end - length) + REDACTED + text.slice(end)
  return text
}
