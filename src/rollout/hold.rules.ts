import type { ApiService } from '../docker/types.ts'
import type { DeployOutcome } from './outcome.ts'
import type { ServiceState, Symptom } from './service-state.ts'
import type { Baseline } from './snapshot.ts'

/** What must be remembered from look to look: since when all that is wanted runs, and since when a service is stuck. */
export type Memory = {
  lookedAtMs: number | undefined
  up: ReadonlyMap<string, Since>
  stuck: ReadonlyMap<string, Since>
  /** Why SwarmKit turned an update back: when the rollback is over its status does not say so any more. */
  blame: ReadonlyMap<string, string>
}
/** The same thing (`what`: these tasks, this kind of trouble) since then. */
type Since = { what: string; sinceMs: number }

export const NO_MEMORY: Memory = {
  lookedAtMs: undefined,
  up: new Map(),
  stuck: new Map(),
  blame: new Map()
}

/** A service's verdict; without an outcome it is still under way, and may be over at `againAtMs`. */
export type Judgement = {
  state: ServiceState
  outcome: DeployOutcome | undefined
  symptom: Symptom | undefined
  message: string
  againAtMs: number | undefined
}

const NANOSECONDS_PER_MS = 1e6
/** A longer gap between two looks is an engine that was away, in which nobody could place anything either. */
const LONGEST_GAP_MS = 5_000
/** SwarmKit's own clock for `monitor` starts a little after the task's. */
const SWARM_LATER_MS = 200
/** SwarmKit's default `monitor` (api/defaults). */
const DEFAULT_MONITOR_MS = 5_000

/**
 * Turns what one look shows into verdicts, with the memory of the looks before: what runs must hold for `holdMs`, and a
 * drop starts that anew; `stuck` must last for its grace. Former tasks may take their time to end meanwhile, but while one
 * is there nothing has converged.
 */
export function judge(
  memory: Memory,
  states: readonly ServiceState[],
  holdMs: ReadonlyMap<string, number>,
  nowMs: number
): { memory: Memory; judgements: Judgement[] } {
  const up = new Map<string, Since>()
  const stuck = new Map<string, Since>()
  const blame = new Map(memory.blame)
  const gapMs = nowMs - (memory.lookedAtMs ?? nowMs)
  const awayMs = gapMs > LONGEST_GAP_MS ? gapMs : 0
  const judgements = states.map(state => {
    const { id, phase } = state
    if (phase.kind === 'settled' || (phase.kind === 'progressing' && state.running === state.wanted)) {
      const what = state.countedTasks
        .map(t => t.ID)
        .toSorted()
        .join()
      const sinceMs = sinceOf(memory.up.get(id), what) ?? upSince(state, memory.lookedAtMs, nowMs)
      up.set(id, { what, sinceMs })
      const dueMs = sinceMs + (holdMs.get(id) ?? DEFAULT_MONITOR_MS)
      // Over when former tasks have ended or SwarmKit says so, which may take longer than the hold.
      if (phase.kind === 'progressing' || phase.isUpdating)
        return { ...judged(state, undefined), againAtMs: nowMs < dueMs ? dueMs + SWARM_LATER_MS : undefined }
      return nowMs >= dueMs ? judged(state, 'converged') : { ...judged(state, undefined), againAtMs: dueMs }
    }
    if (phase.kind === 'stuck') {
      const what = phase.which ?? phase.symptom.category
      const sinceMs = (sinceOf(memory.stuck.get(id), what) ?? nowMs - awayMs) + awayMs
      stuck.set(id, { what, sinceMs })
      return judged(state, nowMs - sinceMs >= phase.graceMs ? 'failed' : undefined)
    }
    if (phase.kind === 'rolling-back') blame.set(id, blame.get(id) ?? phase.message)
    const judgement = judged(state, OUTCOME_AT_ONCE[phase.kind])
    return phase.kind === 'rolled-back'
      ? { ...judgement, message: blame.get(id) ?? judgement.message }
      : judgement
  })
  return { memory: { lookedAtMs: nowMs, up, stuck, blame }, judgements }
}

/** The phases that are what they are at the first look. */
const OUTCOME_AT_ONCE = {
  progressing: undefined,
  'rolling-back': undefined,
  complete: 'converged',
  'rolled-back': 'rolled-back',
  paused: 'paused',
  failed: 'failed'
} as const

function judged(state: ServiceState, outcome: DeployOutcome | undefined): Judgement {
  const { phase } = state
  return {
    state,
    outcome,
    symptom: 'symptom' in phase ? phase.symptom : undefined,
    message: 'message' in phase ? phase.message : '',
    againAtMs: undefined
  }
}

const sinceOf = (before: Since | undefined, what: string): number | undefined =>
  before?.what === what ? before.sinceMs : undefined

/**
 * When the last task came up, by the engine's word. Its clock may differ from ours, so it is believed only as far as it
 * falls between the last look, which saw fewer or others, and this one.
 */
function upSince({ upAtMs }: ServiceState, lookedAtMs: number | undefined, nowMs: number): number {
  return Math.min(nowMs, Math.max(upAtMs, lookedAtMs ?? nowMs))
}

/**
 * How long a service must stay whole. Nothing for tasks that all ran before the deploy: it left them alone.
 * After an update its `monitor`; on a first deploy, where nothing would roll back, no longer than the default.
 */
export function holdOf(service: ApiService, state: ServiceState, baseline: Baseline): number {
  const monitor = service.Spec.UpdateConfig?.Monitor
  const monitorMs = monitor ? monitor / NANOSECONDS_PER_MS : DEFAULT_MONITOR_MS
  if (state.countedTasks.every(t => baseline.runningTaskIds.has(t.ID))) return 0
  return service.UpdateStatus ? monitorMs : Math.min(monitorMs, DEFAULT_MONITOR_MS)
}

const WORST_FIRST: readonly DeployOutcome[] = [
  'failed',
  'timed-out',
  'paused',
  'rolled-back',
  'cancelled',
  'converged'
]

/** A stack is as good as its worst service; `failed` when it has none. */
export const worst = (outcomes: readonly DeployOutcome[]): DeployOutcome =>
  WORST_FIRST.find(outcome => outcomes.includes(outcome)) ?? 'failed'
