import type { ApiNode, ApiService, ApiTask } from '../docker/types.ts'
import { categorise } from './category.rules.ts'
import { canBeFreed, healing } from './heals.rules.ts'
import type { FailureCategory } from './outcome.ts'
import type { Phase, Symptom } from './service-state.ts'
import { isOneShot, type Slot } from './slots.rules.ts'
import type { Baseline } from './snapshot.ts'

/** Failures of one slot after which one that no further try can change is believed. */
const FAILURES_ENOUGH = 3
/** Fewer where each failure is already the end of many tries: a pull. */
const FAILURES_ENOUGH_OF: Partial<Record<FailureCategory, number>> = { image: 2 }
/** How long a failure that may be a registry's bad moment must go on. */
const UNCLEAR_GRACE_MS = 30_000

const NANOSECONDS_PER_MS = 1e6
/** A node that comes back, a label that is set: what cannot be placed may be placed a moment later. */
const PLACEMENT_GRACE_MS = 10_000
/** However busy a node is, and also while it is not known yet that it is down. */
const NOT_BEGUN_GRACE_MS = 60_000
const DEFAULT_STOP_GRACE_MS = 10_000
/** The time that SwarmKit gets to answer a failure of its own update before we call it one. */
const SWARM_ANSWERS_MS = 3_000

/**
 * A slot that failed for a reason which no further try can change, or whose restarts are used up; `undefined` while
 * there is hope. A program that ends again and again may wait for another one, and is never given up here: how long it
 * may take is for the user to say.
 */
export function earlyFailure(
  service: ApiService,
  slots: readonly Slot[],
  baseline: Baseline
): Phase | undefined {
  for (const slot of slots) {
    if (slot.isSatisfied) continue
    const failures = slot.tasks.filter(t => isFailure(t, service))
    const last = failures.at(-1)
    if (!last) continue
    const symptom = symptomOf(last)
    if (slot.isExhausted && slot.task.ID === last.ID)
      return verdict(service, { ...symptom, error: `${symptom.error} (its restarts are used up)` })
    const fresh = failures.filter(t => !baseline.endedTaskIds.has(t.ID)).length
    const chance = healing(symptom)
    if (chance === 'possible' || fresh < (FAILURES_ENOUGH_OF[symptom.category] ?? FAILURES_ENOUGH)) continue
    const found = verdict(service, symptom)
    return chance === 'unclear' && found?.kind === 'failed'
      ? { kind: 'stuck', symptom, graceMs: UNCLEAR_GRACE_MS }
      : found
  }
  return undefined
}

/** The newest failure of slots that have none of their tasks up yet, for people who wait. */
export function retrying(service: ApiService, slots: readonly Slot[], baseline: Baseline): Phase | undefined {
  const last = slots
    .filter(slot => !slot.isSatisfied)
    .flatMap(slot => slot.tasks.filter(t => isFailure(t, service) && !baseline.endedTaskIds.has(t.ID)))
    .toSorted((a, b) => Date.parse(a.CreatedAt) - Date.parse(b.CreatedAt))
    .at(-1)
  return last && { kind: 'progressing', symptom: symptomOf(last) }
}

/**
 * SwarmKit counts the failures of a running update against a ratio, then pauses it or rolls it back. That
 * verdict, which may still be to come, says more than ours: with a ratio it is left to SwarmKit altogether,
 * without one SwarmKit gets a moment, since failures later than `monitor` are none to it.
 */
function verdict(service: ApiService, symptom: Symptom): Phase | undefined {
  const config = service.Spec.UpdateConfig
  if (service.UpdateStatus?.State !== 'updating' || config?.FailureAction === 'continue')
    return { kind: 'failed', symptom }
  return (config?.MaxFailureRatio ?? 0) > 0
    ? undefined
    : { kind: 'stuck', symptom, graceMs: SWARM_ANSWERS_MS }
}

/** Tasks that nobody can place: SwarmKit keeps them pending without end, so time must tell. */
export function placementTrouble(
  service: ApiService,
  slots: readonly Slot[],
  wanted: number,
  nodes: readonly ApiNode[]
): Phase | undefined {
  if (wanted === 0) {
    const constraints = service.Spec.TaskTemplate.Placement?.Constraints ?? []
    const error = `no node is eligible${constraints.length ? ` (${constraints.join(', ')})` : ''}`
    return {
      kind: 'stuck',
      symptom: { category: 'placement', error, task: undefined },
      graceMs: PLACEMENT_GRACE_MS
    }
  }
  const waiting = slots.find(
    slot => !slot.isSatisfied && ['new', 'pending'].includes(slot.task.Status.State) && slot.task.Status.Err
  )
  if (!waiting) return notBegun(slots)
  const symptom = symptomOf(waiting.task)
  // A port or memory may be held by a task that is still stopping: its grace period comes on top.
  const isHeld = symptom.category === 'port' || symptom.category === 'resources'
  if (isHeld && canBeFreed(service, symptom.category, wanted, nodes)) return { kind: 'progressing', symptom }
  return { kind: 'stuck', symptom, graceMs: PLACEMENT_GRACE_MS + (isHeld ? stopGraceMs(service) : 0) }
}

/**
 * A node takes a task on within a moment, and then begins. One that cannot write to its disk does not get that far,
 * and nobody says so: the task stays `accepted` without end.
 */
function notBegun(slots: readonly Slot[]): Phase | undefined {
  const [oldest] = slots
    .filter(slot => !slot.isSatisfied && ['assigned', 'accepted'].includes(slot.task.Status.State))
    .map(slot => slot.task)
    .toSorted((a, b) => Date.parse(a.Status.Timestamp) - Date.parse(b.Status.Timestamp))
  if (!oldest) return undefined
  const error = `the task is ${oldest.Status.State}, and its node does not start it: is its disk full?`
  const symptom = { category: 'resources' as const, error, task: oldest }
  return { kind: 'stuck', symptom, graceMs: NOT_BEGUN_GRACE_MS, which: oldest.ID }
}

function stopGraceMs(service: ApiService): number {
  const nanoseconds = service.Spec.TaskTemplate.ContainerSpec?.StopGracePeriod
  return nanoseconds === undefined ? DEFAULT_STOP_GRACE_MS : nanoseconds / NANOSECONDS_PER_MS
}

/** A task's error, or its last message where it has none. */
export function symptomOf(task: ApiTask): Symptom {
  const { State, Err, Message } = task.Status
  if (State === 'complete') {
    // One that is stopped as unhealthy, and ends with 0, looks no different.
    const isChecked = (task.Spec.ContainerSpec?.Healthcheck?.Test?.[0] ?? 'NONE') !== 'NONE'
    return isChecked
      ? {
          category: 'health',
          error: 'the container ended (exit 0): it is unhealthy, or has nothing to do',
          task
        }
      : { category: 'exit', error: 'the container exited (exit 0)', task }
  }
  const error = Err || Message || `the task is ${State}`
  return { category: categorise(error), error, task }
}

/** `complete` is a failure of a service that is meant to run on: it would be restarted for ever. */
function isFailure(task: ApiTask, service: ApiService): boolean {
  const state = task.Status.State
  return state === 'failed' || state === 'rejected' || (state === 'complete' && !isOneShot(service))
}
