import type { RunReport } from '../../../src/report/run-report.ts'
import { failingReport, passingReport } from '../../support/sample-report.ts'

/** What a hostile service, image or engine might write wherever it can. */
export const HOSTILE =
  '</style><script>alert(1)</script><img src=x onerror="alert(2)">\'" | `x` [a](http://evil.example) @everyone\n::error::forged\n# h\u001b[31m\u202e'

/** A report in which every text is hostile. */
export function hostileReport(): RunReport {
  const report: RunReport = { ...failingReport(), standIns: passingReport().standIns, error: undefined }
  return poisoned(report, HOSTILE) as RunReport
}

/** What has a form of its own: whoever reads a report refuses anything else. */
const CLOSED = new Set([
  ...['status', 'outcome', 'role', 'kind', 'category', 'schema', 'change', 'tasks', 'startedAt', 'at'],
  ...['expected', 'observed', 'verdict', 'state']
])

/** The same with a text before every text, and in every name that is anybody's. */
export function poisoned(value: unknown, hostile: string, key = '', isCell = false): unknown {
  if (typeof value === 'string')
    return CLOSED.has(key) && (isCell || !['expected', 'observed'].includes(key))
      ? value
      : `${hostile}${value}`
  if (Array.isArray(value))
    return value.map(item => poisoned(item, hostile, '', ['cells', 'published', 'udp'].includes(key)))
  if (typeof value !== 'object' || value === null) return value
  const isFreeForm = ['labels', 'byReplica', 'figures'].includes(key)
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      isFreeForm ? `${hostile}${name}` : name,
      poisoned(item, hostile, name, isCell)
    ])
  )
}
