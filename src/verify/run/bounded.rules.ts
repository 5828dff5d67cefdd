import { bounded, plain, withoutCommands } from '../../plain/text.ts'

const LIMITS = { depth: 24, entries: 2000, text: 8 * 1024, total: 512 * 1024 }

/** One line for a verdict: bounded, harmless to terminals, and no workflow command even at a line's beginning. */
export function verdictLine(text: string, maxLength: number): string {
  return withoutCommands(bounded(text, maxLength))
}

/** Evidence as JSON text: bounded in depth, entries and length, with direction and control characters shown. */
export function evidenceJson(evidence: unknown): string {
  let room = LIMITS.total
  const limit = (value: unknown, depth: number): unknown => {
    if (room <= 0) return '(cut)'
    if (typeof value === 'string') {
      const text = value.length > LIMITS.text ? `${value.slice(0, LIMITS.text)}…` : value
      room -= text.length
      return plain(text)
    }
    room -= 8
    if (typeof value === 'bigint') return String(value)
    if (!value || typeof value !== 'object') return value
    if (depth >= LIMITS.depth) return '(cut)'
    if (Array.isArray(value)) {
      const kept = value.slice(0, LIMITS.entries).map(inner => limit(inner, depth + 1))
      return value.length > LIMITS.entries ? [...kept, `(${value.length - LIMITS.entries} more)`] : kept
    }
    return Object.fromEntries(
      Object.entries(value)
        .slice(0, LIMITS.entries)
        .map(([key, inner]) => [limit(key, depth + 1), limit(inner, depth + 1)])
    )
  }
  return `${JSON.stringify(limit(evidence, 0) ?? null, undefined, 2)}\n`
}
