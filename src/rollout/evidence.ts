import type { EngineClient } from '../docker/client.ts'
import type { ApiTask } from '../docker/types.ts'
import { symptomOf } from './early-failure.rules.ts'
import type { Judgement } from './hold.rules.ts'
import { cleanLine } from './log-lines.rules.ts'
import type { TaskFailure } from './outcome.ts'
import type { Symptom } from './service-state.ts'
import { type Baseline, isEnded, type Snapshot } from './snapshot.ts'
import { lastLinesOf } from './task-log.ts'

const LOG_TAIL = 20

/** Why a service did not converge: its telling task, that task's own error, its node and its last lines. */
export async function gatherEvidence(
  client: EngineClient,
  judgement: Judgement,
  snapshot: Snapshot,
  baseline: Baseline,
  signal: AbortSignal
): Promise<TaskFailure> {
  const { state } = judgement
  const { task, category, error } = tellingSymptom(judgement, snapshot, baseline)
  const node = snapshot.nodes.find(n => n.ID === task?.NodeID)
  return {
    service: state.name,
    task: task?.ID ?? '',
    node: node?.Description.Hostname ?? '',
    category,
    error: cleanLine(error),
    logLines: task?.Status.ContainerStatus?.ContainerID
      ? await lastLinesOf(client, task.ID, LOG_TAIL, signal)
      : []
  }
}

/** The symptom that the verdict rests on; else the task that SwarmKit blames; else the newest that is not well. */
export function tellingSymptom(judgement: Judgement, snapshot: Snapshot, baseline: Baseline): Symptom {
  const { state, message } = judgement
  const tasks = snapshot.tasks
    .filter(t => t.ServiceID === state.id && !baseline.endedTaskIds.has(t.ID))
    .toSorted((a, b) => Date.parse(b.CreatedAt) - Date.parse(a.CreatedAt))
  // At the end of the time a task may be between two tries: what it failed of says more than where it is.
  const isOnlyPassing = judgement.outcome === undefined && tasks.some(hasFailed)
  if (judgement.symptom && !isOnlyPassing) return judgement.symptom
  const task =
    tasks.find(t => message.includes(t.ID)) ??
    tasks.find(hasFailed) ??
    tasks.find(t => !isEnded(t.DesiredState) && t.Status.State !== 'running') ??
    tasks.find(t => isEnded(t.DesiredState) && t.Status.State === 'running')
  if (!task)
    return {
      category: 'other',
      error: message || `${state.running} of ${state.wanted} tasks run`,
      task: undefined
    }
  if (hasFailed(task)) return symptomOf(task)
  return { category: task.Status.State === 'new' ? 'network' : 'other', error: stillIn(task), task }
}

const hasFailed = (task: ApiTask): boolean =>
  task.Status.State === 'failed' || task.Status.State === 'rejected'

/** A task leaves `new` when its networks and addresses are allocated; why they are not only the leader's log says. */
const stillIn = (task: ApiTask): string =>
  isEnded(task.DesiredState)
    ? 'a task that should stop is still running'
    : task.Status.State === 'new'
      ? 'the task is still new: it has no address in its networks yet'
      : `the task is still ${task.Status.State}${task.Status.Message ? ` (${task.Status.Message})` : ''}`
