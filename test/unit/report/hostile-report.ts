import type { RunReport } from '../../../src/report/run-report.ts'
import { failingReport, passingReport } from '../../support/sample-report.ts'

/** What a hostile service, image or engine might write wherever it can. */
export const HOSTILE =
  '</style><script>alert(1)</script><img src=x onerror="alert(2)">\'" | `x` [a](http://evil.example) @everyone\n::error::forged\n# h\u001b[31m\u202e'

/** A report in which every text is hostile. */
export function hostileReport(): RunReport {
  const report: RunReport = { ...failingReport(), standIns: passingReport().standIns, error: undefined }
  return poison(report) as RunReport
}

const CLOSED = new Set(['status', 'outcome', 'role', 'kind', 'category', 'schema'])

function poison(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return CLOSED.has(key) ? value : `${HOSTILE}${value}`
  if (Array.isArray(value)) return value.map(item => poison(item))
  if (typeof value !== 'object' || value === null) return value
  const isFreeForm = key === 'labels' || key === 'byReplica' || key === 'failedByKind'
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [isFreeForm ? `${HOSTILE}${name}` : name, poison(item, name)])
  )
}
