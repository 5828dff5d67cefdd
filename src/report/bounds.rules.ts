import type { RunReport } from './run-report.ts'
import { whole } from './text.rules.ts'

/**
 * How much of a report is kept: a service may write 20 MB into one line of its log, and a report.json may come from
 * somebody else. Limits are of characters and of entries; those of a name count for every list or text of that name.
 */
export const LIMITS = {
  text: 4_000,
  line: 2_000,
  keys: 2_000,
  depth: 12,
  entries: 5_000,
  byName: {
    timeline: 100_000,
    logLines: 200,
    engineLogs: 50,
    lines: 400,
    failures: 200,
    leftBehind: 1_000,
    hints: 20,
    tags: 50,
    fields: 200
  } as Readonly<Record<string, number>>
}
/** Their texts are lines of a log. */
const LINES = new Set(['logLines', 'lines'])
/** The last of these say more than the first. */
const KEEPS_END = new Set(['logLines', 'lines'])

const bounded = new WeakSet<object>()

/** The report within its limits; every cut is said where it was made. Cutting twice changes nothing more. */
export function withinLimits(report: RunReport): RunReport {
  if (bounded.has(report)) return report
  const cut = cutValue(report, '', 0) as RunReport
  bounded.add(cut)
  return cut
}

function cutValue(value: unknown, name: string, depth: number): unknown {
  if (typeof value === 'string') return cutText(value, LINES.has(name) ? LIMITS.line : LIMITS.text)
  if (typeof value !== 'object' || value === null) return value
  if (depth > LIMITS.depth) return undefined
  if (Array.isArray(value)) {
    const most = LIMITS.byName[name] ?? LIMITS.entries
    const kept =
      value.length <= most ? value : KEEPS_END.has(name) ? value.slice(-most) : value.slice(0, most)
    return kept.map(each => cutValue(each, name, depth + 1))
  }
  const entries = Object.entries(value)
  return Object.fromEntries(
    entries.slice(0, LIMITS.keys).map(([key, inner]) => [cutText(key, 200), cutValue(inner, key, depth + 1)])
  )
}

/** Half a character is none: a cut between the two halves of one leaves it out. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text
  const kept = text.slice(0, most).replace(/[\ud800-\udbff]$/, '')
  return `${kept}… (${whole(text.length)} characters)`
}
