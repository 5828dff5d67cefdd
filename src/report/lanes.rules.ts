import type { ReportedDeploy } from './run-report.ts'
import { changesOf, isEnd, liveChanges, type ReportedChange, sinceStartMs } from './timeline.rules.ts'

/** One task from when it was made, or the deploy began, to its end, or the last that was seen of all. */
export type Lane = {
  task: string
  /** Without the stack's name. */
  service: string
  /** `backend.2`; of a global service with the node for a slot. */
  title: string
  node: string
  /** It is of the spec that the deploy brought. */
  isNew: boolean
  stretches: { kind: 'waiting' | 'running'; fromMs: number; toMs: number }[]
  /** Its last state, where that is an end: `shutdown` is what is asked of a task, `failed` is not. */
  end: { state: string; atMs: number; isFailure: boolean } | undefined
}

export type Lanes = {
  lanes: Lane[]
  /** When the verdict was known; what comes later is the way back. */
  verdictMs: number
  totalMs: number
}

/** The tasks side by side, by service and slot, those of a slot in the order in which they were made. */
export function lanesOf(deploy: ReportedDeploy): Lanes {
  const changes = liveChanges(changesOf(deploy)).filter(change => change.kind === 'task')
  const totalMs = changes.reduce(
    (latest, change) => Math.max(latest, sinceStartMs(deploy, change)),
    deploy.durationMs
  )
  const byTask = Map.groupBy(changes, change => change.task)
  const lanes = [...byTask.values()].map(own => ({ own, lane: laneOf(deploy, own, totalMs) }))
  const order = new Intl.Collator('en', { numeric: true })
  return {
    lanes: lanes
      .toSorted((a, b) => order.compare(slotOf(a.own), slotOf(b.own)) || madeAt(a.own) - madeAt(b.own))
      .map(({ lane }) => lane),
    verdictMs: deploy.durationMs,
    totalMs
  }
}

const slotOf = ([first]: readonly ReportedChange[]): string => `${first?.service ?? ''}\0${first?.slot ?? ''}`
const madeAt = ([first]: readonly ReportedChange[]): number => Date.parse(first?.at ?? '') || 0

function laneOf(deploy: ReportedDeploy, changes: readonly ReportedChange[], totalMs: number): Lane {
  const of = changes.findLast(({ part }) => part === 'deploy') ?? changes[0]
  const last = changes.at(-1)
  const stretches: Lane['stretches'] = []
  for (const [i, change] of changes.entries()) {
    if (isEnd(change.to)) break
    const next = changes[i + 1]
    const kind = change.to === 'running' ? 'running' : 'waiting'
    const fromMs = sinceStartMs(deploy, change)
    const toMs = Math.max(fromMs, next ? sinceStartMs(deploy, next) : totalMs)
    const before = stretches.at(-1)
    if (before?.kind === kind) before.toMs = toMs
    else stretches.push({ kind, fromMs, toMs })
  }
  const { task = '', service = '', slot = '' } = of ?? {}
  return {
    task,
    service: withoutStack(service, deploy.stack),
    title: `${withoutStack(service, deploy.stack)}.${slot}`,
    node: last?.node ?? '',
    isNew: of?.isCurrent ?? false,
    stretches,
    end:
      last && isEnd(last.to)
        ? {
            state: last.to,
            atMs: sinceStartMs(deploy, last),
            isFailure: last.to === 'failed' || last.to === 'rejected'
          }
        : undefined
  }
}

/** `shop_web` of the stack `shop` is `web`. */
export const withoutStack = (service: string, stack: string): string =>
  service.startsWith(`${stack}_`) ? service.slice(stack.length + 1) : service
