import type { TimelineEntry } from '../rollout/rollout.ts'
import type { ReportedDeploy } from './run-report.ts'

/** `way-back`: seen after the deploy had ended, while the stack was taken back to what it was. */
export type ReportedChange = TimelineEntry & { part: 'deploy' | 'way-back' }

/**
 * Every change of state that was seen, of the deploy and of its way back, each once: every watch (there is one for
 * each stage, and one for the way back) tells anew what it finds.
 */
export function changesOf(deploy: ReportedDeploy): ReportedChange[] {
  const { timeline = [], undone } = deploy
  const back = undone?.kind === 'restored' ? (undone.result?.timeline ?? []) : []
  const last = new Map<string, ReportedChange>()
  const changes: ReportedChange[] = []
  for (const [part, entries] of [
    ['deploy', timeline],
    ['way-back', back]
  ] as const)
    for (const entry of entries) {
      const subject = subjectOf(entry)
      const before = last.get(subject)
      if (before && entry.from === undefined && (entry.to === 'new' || isSame(before, entry))) continue
      const change = { ...entry, from: entry.from ?? before?.to, part }
      last.set(subject, change)
      changes.push(change)
    }
  return changes
}

/** What an entry is about: one task, one service, one node. */
export const subjectOf = ({ kind, task, service, node }: TimelineEntry): string =>
  `${kind} ${kind === 'task' ? task : kind === 'node' ? node : service}`

const isSame = (one: TimelineEntry, other: TimelineEntry): boolean =>
  one.to === other.to && one.message === other.message

/**
 * The changes that a person wants to see: not those of tasks that had ended before the deploy began. They are of an
 * older spec, and had ended when they were first seen.
 */
export function liveChanges(changes: readonly ReportedChange[]): ReportedChange[] {
  const firstSeen = new Map<string, ReportedChange>()
  for (const change of changes)
    if (change.kind === 'task' && change.to !== 'new' && !firstSeen.has(change.task))
      firstSeen.set(change.task, change)
  return changes.filter(change => {
    const first = firstSeen.get(change.task)
    return change.kind !== 'task' || !first || first.isCurrent || !isEnd(first.to)
  })
}

const ENDS = ['complete', 'shutdown', 'failed', 'rejected', 'remove', 'orphaned']

/** A state that a task does not leave. */
export const isEnd = (state: string): boolean => ENDS.includes(state)

/**
 * Milliseconds from the deploy's start. No change happened after it was seen, however far the engine's clock is
 * ahead, and none before the start is of interest.
 */
export function sinceStartMs(deploy: ReportedDeploy, { at, seenAtMs }: TimelineEntry): number {
  const ms = Math.min(Date.parse(at), seenAtMs) - Date.parse(deploy.startedAt)
  return Number.isFinite(ms) ? Math.max(0, ms) : 0
}
