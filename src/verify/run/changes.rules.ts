import type { ApiNode, ApiTask } from '../../docker/types.ts'

/** A task or a node that is not as it was, though nobody asked for it. */
export type SwarmChange = {
  kind: 'task' | 'node'
  /** The task's service: its id. */
  serviceId?: string
  /** `web.2 on worker1 was replaced at 12:03:04` */
  text: string
  /** It was well when it was looked at then, and not any more at the second time: milliseconds since the epoch. */
  sinceMs: number
  seenMs: number
}

/** What a manager says at one time. */
export type SwarmLook = {
  atMs: number
  nodes: readonly ApiNode[]
  tasks: readonly ApiTask[]
  /** Services' names in the stack, by id. */
  names: ReadonlyMap<string, string>
}

/** A task that is younger than that, after others that failed by themselves, is likely to fail again. */
const RESTLESS_MS = 300_000

/** What changed between two looks: tasks that ran and do not any more, nodes that were ready and are not. */
export function changesBetween(before: SwarmLook, now: SwarmLook): SwarmChange[] {
  const times = { sinceMs: before.atMs, seenMs: now.atMs }
  const nodes = before.nodes.filter(isReady).flatMap((node): SwarmChange[] => {
    const same = now.nodes.find(each => each.ID === node.ID)
    if (same && isReady(same)) return []
    const what = same ? `went ${same.Status.State}` : 'left the swarm'
    return [{ kind: 'node', text: `${nameOf(node)} ${what} at ${clockTime(now.atMs)}`, ...times }]
  })
  const tasks = before.tasks
    .filter(task => isRunning(task) && !isRestless(task, before))
    .flatMap(task => {
      const same = now.tasks.find(each => each.ID === task.ID)
      if (same && (isRunning(same) || isDone(same))) return []
      return [{ kind: 'task' as const, serviceId: task.ServiceID, text: wordsOn(task, same, now), ...times }]
    })
  return [...nodes, ...tasks]
}

function wordsOn(task: ApiTask, same: ApiTask | undefined, now: SwarmLook): string {
  const next = now.tasks.find(
    each => each.ID !== task.ID && isSameSlot(each, task) && each.CreatedAt > task.CreatedAt
  )
  const node = now.nodes.find(each => each.ID === task.NodeID)
  const place = node ? ` on ${nameOf(node)}` : ''
  const service = now.names.get(task.ServiceID) ?? task.ServiceID
  const name = task.Slot === undefined ? service : `${service}.${task.Slot}`
  const when = clockTime(next?.CreatedAt ?? same?.Status.Timestamp ?? now.atMs)
  return `${name}${place} ${next ? 'was replaced' : 'stopped'} at ${when}`
}

const isReady = (node: ApiNode): boolean => node.Status.State === 'ready'
const isRunning = (task: ApiTask): boolean =>
  task.DesiredState === 'running' && task.Status.State === 'running'
const isDone = (task: ApiTask): boolean => task.Status.State === 'complete'
const isSameSlot = (a: ApiTask, b: ApiTask): boolean =>
  a.ServiceID === b.ServiceID && (a.Slot === undefined ? a.NodeID === b.NodeID : a.Slot === b.Slot)

/** A service whose program ends by itself again and again is not well because of that, and of nothing else. */
function isRestless(task: ApiTask, { tasks, atMs }: SwarmLook): boolean {
  const isYoung = atMs - Date.parse(task.CreatedAt) < RESTLESS_MS
  return isYoung && tasks.some(each => isSameSlot(each, task) && endedByItself(each))
}

/** Not by a health probe that was late, or a node that was not heard of: those may be the machine's. */
function endedByItself({ Status }: ApiTask): boolean {
  if (Status.State !== 'failed' && Status.State !== 'rejected') return false
  return !/unhealthy|heartbeat/i.test(Status.Err ?? '')
}

const nameOf = (node: ApiNode): string => node.Description.Hostname

/** `12:03:04`, in UTC like all times of the report. */
function clockTime(time: string | number): string {
  const date = new Date(time)
  return Number.isNaN(date.getTime()) ? 'an unknown time' : date.toISOString().slice(11, 19)
}
