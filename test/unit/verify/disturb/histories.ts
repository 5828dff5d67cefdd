import type { TaskHistory } from '../../../../src/verify/disturb/histories.rules.ts'

/** A task that was made, ran and, where it is said, ended at these milliseconds. */
export const history = (
  slot: string,
  [madeMs, ranMs, endedMs]: [number, number?, number?],
  over: Partial<TaskHistory> = {}
): TaskHistory => ({
  id: `${slot}-${madeMs}`,
  slot,
  nodeId: 'id-worker1',
  containerId: undefined,
  madeMs,
  ranMs,
  endedMs,
  hasFailed: false,
  error: '',
  isOver: false,
  ...over
})
