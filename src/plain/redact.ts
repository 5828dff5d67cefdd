import { secretForms } from './secret-forms.ts'

const MOST_KEPT = 400
const MOST_TEXTS = 20_000

/** What stands in a secret's place. */
export const REDACTED = '[secret]'

export type Redactor = {
  register(secret: string | Uint8Array): void
  /** A copy of plain data in which no text, and no key, shows a registered secret. */
  redact<T>(value: T): T
}

export type RedactorOptions = {
  /** Words that stay, even where a secret or a part of one has the same text. */
  except?: readonly string[]
  /** Whoever cuts a text says so by `…`: one that only ends like the beginning of a secret stays. */
  isCutMarked?: boolean
}

/**
 * Knows each secret in the forms of `secretForms`. A text that was cut in the middle of a secret loses the piece as
 * well.
 */
export function createRedactor({ except = [], isCutMarked = false }: RedactorOptions = {}): Redactor {
  const known = new Set<string>()
  let longestFirst: string[] = []

  // The same texts come again and again: names, states, the lines of a timeline.
  let cleaned = new Map<string, string>()

  const clean = (text: string): string => {
    const before = cleaned.get(text)
    if (before !== undefined) return before
    const result = cleanAnew(text)
    if (text.length <= MOST_KEPT && cleaned.size < MOST_TEXTS) cleaned.set(text, result)
    return result
  }
  const cleanAnew = (text: string): string => {
    let kept = text
    const mayBeCut = !isCutMarked || text.endsWith('…')
    for (const secret of longestFirst) {
      kept = kept.replaceAll(secret, REDACTED)
      if (mayBeCut) kept = withoutCutEnd(kept, secret)
    }
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
      for (const form of secretForms(secret)) if (!except.some(name => name.includes(form))) known.add(form)
      cleaned = new Map()
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
