import type { ApiService, ApiTask } from '../docker/types.ts'
import type { LiveTable } from '../effects/effects.ts'
import type { Judgement } from './hold.rules.ts'
import { cleanLine } from './log-lines.rules.ts'
import { isGlobal } from './slots.rules.ts'
import { isEnded, type Snapshot } from './snapshot.ts'

const HEAD = ['task', 'node', 'state', 'since', 'what it says']
/** A task that ended is shown while it is news, and as long as it is the last word of its slot. */
const NEWS_MS = 5_000

/**
 * The tasks of the watched services as `docker service ps` has them, but without what is history: what runs or is
 * to run, what still stops, and what has just failed. What is not well stands first within its service.
 */
export function liveRows(judgements: readonly Judgement[], snapshot: Snapshot, nowMs: number): LiveTable {
  const rows = judgements.flatMap(({ state, outcome }) => {
    const service = snapshot.services.find(s => s.ID === state.id)
    if (!service) return [{ tone: 'bad' as const, cells: [state.name, '', 'not there', '', ''] }]
    const shown = snapshot.tasks
      .filter(task => task.ServiceID === state.id && isNews(task, snapshot, nowMs))
      .toSorted((a, b) =>
        placeOf(service, a, snapshot).localeCompare(placeOf(service, b, snapshot), 'en', { numeric: true })
      )
    return shown.map(task => ({
      tone: toneOf(task, snapshot, outcome === 'converged'),
      cells: cellsOf(service, task, snapshot, nowMs)
    }))
  })
  return { head: HEAD, rows }
}

function isNews(task: ApiTask, snapshot: Snapshot, nowMs: number): boolean {
  if (!isEnded(task.DesiredState) || task.DesiredState === 'complete') return true
  if (!isEnded(task.Status.State)) return true
  const isFailure = task.Status.State === 'failed' || task.Status.State === 'rejected'
  return (
    isFailure && snapshot.currentTaskIds.has(task.ID) && nowMs - Date.parse(task.Status.Timestamp) < NEWS_MS
  )
}

function toneOf(task: ApiTask, snapshot: Snapshot, isDone: boolean): LiveTable['rows'][number]['tone'] {
  const { State, Err } = task.Status
  if (State === 'failed' || State === 'rejected') return 'bad'
  if (!snapshot.currentTaskIds.has(task.ID) || isEnded(task.DesiredState)) return isDone ? 'plain' : 'old'
  if (State === 'running' || State === 'complete') return 'good'
  return Err ? 'bad' : 'busy'
}

function cellsOf(service: ApiService, task: ApiTask, snapshot: Snapshot, nowMs: number): string[] {
  const { State, Err, Message, Timestamp } = task.Status
  const isOld = !snapshot.currentTaskIds.has(task.ID)
  const isLeaving = task.DesiredState === 'shutdown' || task.DesiredState === 'remove'
  const state = [State, ...(isLeaving && !isEnded(State) ? ['(stopping)'] : isOld ? ['(old)'] : [])].join(' ')
  const isWell = State === 'running' || State === 'complete'
  return [
    `${service.Spec.Name}.${placeOf(service, task, snapshot)}`,
    nodeOf(task, snapshot),
    state,
    ageOf(nowMs - Date.parse(Timestamp)),
    cleanLine(Err || (isWell ? '' : (Message ?? '')))
  ]
}

const nodeOf = (task: ApiTask, { nodes }: Snapshot): string => {
  const name = nodes.find(n => n.ID === task.NodeID)?.Description.Hostname
  return cleanLine(name ?? '')
}

/** A slot's number, or of a global service the node's name. */
const placeOf = (service: ApiService, task: ApiTask, snapshot: Snapshot): string =>
  isGlobal(service) ? nodeOf(task, snapshot) : String(task.Slot ?? 0)

/** The node's clock need not be ours: what is to come is now. */
function ageOf(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000))
  if (seconds < 120) return `${seconds} s`
  return seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`
}
