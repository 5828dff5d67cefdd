import type { ApiTask } from '../../docker/types.ts'

/**
 * What was seen of one task, look by look. Times are milliseconds since the epoch by the managers' one clock: a
 * task's record says when it was made and when it was written last, and that is when what is new in it came to be.
 */
export type TaskHistory = {
  id: string
  /** Its slot, or of a global service its node. */
  slot: string
  nodeId: string
  containerId: string | undefined
  madeMs: number
  /** When it ran; `undefined` while it does not, or when it ended between two looks. */
  ranMs: number | undefined
  /** When it was told to end, or ended by itself. */
  endedMs: number | undefined
  /** It ended though nobody told it to. */
  hasFailed: boolean
  error: string
  isOver: boolean
}

const OVER = ['complete', 'failed', 'shutdown', 'rejected', 'orphaned', 'remove']

/** The histories with what one more look shows, in the order in which the tasks were made. */
export function withLook(histories: readonly TaskHistory[], tasks: readonly ApiTask[]): TaskHistory[] {
  const seen = new Map(histories.map(history => [history.id, history]))
  for (const task of tasks) seen.set(task.ID, nextOf(seen.get(task.ID), task))
  return [...seen.values()].toSorted((a, b) => a.madeMs - b.madeMs)
}

function nextOf(before: TaskHistory | undefined, task: ApiTask): TaskHistory {
  const { State, Err, ContainerStatus } = task.Status
  const writtenMs = Date.parse(task.UpdatedAt)
  const isOver = OVER.includes(State)
  const isTold = !['running', 'ready', 'complete'].includes(task.DesiredState)
  const ran = before?.ranMs ?? (State === 'running' ? writtenMs : undefined)
  return {
    id: task.ID,
    slot: task.Slot ? String(task.Slot) : (task.NodeID ?? ''),
    nodeId: task.NodeID ?? before?.nodeId ?? '',
    containerId: ContainerStatus?.ContainerID ?? before?.containerId,
    madeMs: Date.parse(task.CreatedAt),
    ranMs: ran,
    endedMs: before?.endedMs ?? (isTold || isOver ? writtenMs : undefined),
    hasFailed: before?.hasFailed || ['failed', 'rejected'].includes(State) || (isOver && !isTold),
    error: Err || before?.error || '',
    isOver
  }
}
