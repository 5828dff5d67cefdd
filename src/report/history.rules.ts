import type { VerdictStatus } from '../verify/verify.ts'
import type { RunReport } from './run-report.ts'
import { type TestCase, testRunOf } from './test-cases.rules.ts'

/** One run among others. */
export type HistoryRun = {
  /** Where its report lies. */
  place: string
  startedAt: string
  status: RunReport['status']
  durationMs: number
  stack: string | undefined
  commit: string | undefined
  runTitle: string | undefined
  deploy: { outcome: string; durationMs: number } | undefined
  checks: Record<VerdictStatus, number>
}

/** A check, or a service that had to run, throughout the runs; `undefined` where a run did not have it. */
export type HistoryCase = {
  id: string
  name: string
  statuses: (VerdictStatus | undefined)[]
  durationsMs: (number | undefined)[]
  passed: number
  failed: number
  /** It did both of one commit, or turned more than once. */
  isFlaky: boolean
}

export type History = { runs: HistoryRun[]; cases: HistoryCase[] }

/** Runs side by side, the oldest first, and at most `last` of them. */
export function historyOf(reports: readonly { place: string; report: RunReport }[], last: number): History {
  const shown = reports
    .toSorted((a, b) => whenOf(a.report) - whenOf(b.report))
    .slice(-last)
    .map(({ place, report }) => ({ place, report, cases: casesOf(report) }))
  const ids = new Map<string, string>()
  // The newest run says what a case is called.
  for (const { cases } of shown) for (const [id, each] of cases) ids.set(id, each.name)
  return {
    runs: shown.map(({ place, report, cases }) => runOf(place, report, [...cases.values()])),
    cases: [...ids].map(([id, name]) =>
      caseOf(
        id,
        name,
        shown.map(({ cases }) => cases.get(id)),
        shown.map(({ report }) => report.source.commit?.sha)
      )
    )
  }
}

const whenOf = (report: RunReport): number => Date.parse(report.startedAt) || 0

function casesOf(report: RunReport): Map<string, TestCase> {
  return new Map(
    testRunOf(report).groups.flatMap(group => group.cases.map(each => [`${group.name}/${each.id}`, each]))
  )
}

function runOf(place: string, report: RunReport, cases: readonly TestCase[]): HistoryRun {
  const { startedAt, status, durationMs, source, deploy } = report
  const of = (wanted: VerdictStatus): number => cases.filter(each => each.status === wanted).length
  return {
    ...{ place, startedAt, status, durationMs, stack: source.stack, commit: source.commit?.sha },
    runTitle: source.run?.title,
    deploy: deploy && { outcome: deploy.outcome, durationMs: deploy.durationMs },
    checks: {
      pass: of('pass'),
      fail: of('fail'),
      inconclusive: of('inconclusive'),
      skipped: of('skipped')
    }
  }
}

function caseOf(
  id: string,
  name: string,
  seen: readonly (TestCase | undefined)[],
  commits: readonly (string | undefined)[]
): HistoryCase {
  const statuses = seen.map(each => each?.status)
  const decided = statuses.filter(status => status === 'pass' || status === 'fail')
  const turns = decided.filter((status, i) => i > 0 && status !== decided[i - 1]).length
  return {
    ...{ id, name, statuses, durationsMs: seen.map(each => each?.durationMs) },
    passed: decided.filter(status => status === 'pass').length,
    failed: decided.filter(status => status === 'fail').length,
    // One turn is a fault that came, or one that was mended, unless nothing had changed in between.
    isFlaky: turns >= 2 || doesBothOfOneCommit(statuses, commits)
  }
}

function doesBothOfOneCommit(
  statuses: HistoryCase['statuses'],
  commits: readonly (string | undefined)[]
): boolean {
  const first = new Map<string, VerdictStatus>()
  return statuses.some((status, i) => {
    const commit = commits[i]
    if (commit === undefined || (status !== 'pass' && status !== 'fail')) return false
    const before = first.get(commit)
    first.set(commit, before ?? status)
    return before !== undefined && before !== status
  })
}

/** The middle one of the durations; of two middle ones the mean; `undefined` without any. */
export function medianMs(durations: readonly (number | undefined)[]): number | undefined {
  const sorted = durations.filter(ms => ms !== undefined).toSorted((a, b) => a - b)
  const [low, high] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.ceil((sorted.length - 1) / 2)]
  ]
  return low === undefined || high === undefined ? undefined : (low + high) / 2
}
