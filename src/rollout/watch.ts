import type { EngineClient } from '../docker/client.ts'
import type { Effects, LiveTable } from '../effects/effects.ts'
import { SwarmlineError } from '../errors.ts'
import { explainOutcome } from './advice.rules.ts'
import { gatherEvidence } from './evidence.ts'
import { worst } from './hold.rules.ts'
import { leftBehind } from './left-behind.rules.ts'
import { liveRows } from './live-rows.rules.ts'
import { look, type Watched } from './look.rules.ts'
import type { DeployOutcome, DeployResult, TaskFailure } from './outcome.ts'
import { endOf, type Limits, nextLook } from './pace.rules.ts'
import { patiently } from './patience.ts'
import { progressLine } from './progress.rules.ts'
import type { Seen } from './seen.ts'
import type { ServiceState } from './service-state.ts'
import {
  type Baseline,
  createSnapshotReader,
  EMPTY_BASELINE,
  type Snapshot,
  type SnapshotReader
} from './snapshot.ts'
import { createNudge } from './standstill.ts'
import { rescaled } from './supersede.rules.ts'
import { forgottenSurplus } from './surplus.rules.ts'
import { createReminder } from './surplus.ts'
import { openWake, type Wake } from './wake.ts'

export type WatchRequest = {
  /** An engine that is a manager. */
  client: EngineClient
  stack: string
  /** Full names of the services that must converge (`stack_backend`); `undefined`: all that the stack has. */
  services?: readonly string[] | undefined
  /** The stack before the deploy; without it every failure on record counts. */
  baseline?: Baseline | undefined
  timeoutMs: number
}

export type WatchEffects = Pick<Effects, 'clock' | 'log' | 'signal' | 'awayMs'>

const LINGER_MS = 10_000
const ROLLBACK_EXTRA_MS = 60_000
const LAST_LOOK_MS = 5_000

/**
 * Watches all services of a stack at once until each has an outcome. A service that rolls back is watched to the
 * end of it, up to a minute beyond the deadline; when another fails, services still under way get a few seconds and
 * are then given up as `cancelled`. At the deadline what has not converged is
 * `timed-out`, or `failed` where its tasks kept failing. When the signal aborts,
 * the outcome is `cancelled` and `leftBehind` says what runs. It only looks, but for what `createReminder` and `createNudge` do.
 *
 * @throws `not-found` for a stack without services, `engine-lost` after a minute without an answer, `cancelled`
 *   when the signal aborts and the engine does not answer.
 */
export async function watchStack(request: WatchRequest, fx: WatchEffects): Promise<DeployResult> {
  try {
    return await fx.log.step(`Wait for ${request.stack} to converge`, async update => {
      const wake = openWake(request.client, fx.clock, fx.signal)
      try {
        const result = await watch(request, fx, update, wake)
        if (result.outcome !== 'converged') throw new NotConverged(result)
        return result
      } finally {
        wake.close()
      }
    })
  } catch (error) {
    if (error instanceof NotConverged) return error.result
    throw error
  }
}

/** So that the step ends as one that failed. To the caller it is a result like any other. */
class NotConverged extends SwarmlineError {
  readonly result: DeployResult
  constructor(result: DeployResult) {
    super('deploy-failed', explainOutcome(result).message)
    this.result = result
  }
}

async function watch(
  request: WatchRequest,
  fx: WatchEffects,
  update: (detail: string, table: LiveTable) => void,
  wake: Wake
): Promise<DeployResult> {
  const startedAtMs = fx.clock.now()
  const watched: Watched = {
    stack: request.stack,
    services: request.services,
    baseline: request.baseline ?? EMPTY_BASELINE
  }
  const limits: Limits = limitsOf(startedAtMs, request.timeoutMs)
  const read = createSnapshotReader(request.client, request.stack)
  const remind = createReminder(request.client, fx)
  const nudge = createNudge(request.client, fx)
  const said = new Set<string>()
  let seen: Seen | undefined
  let areNodesFresh = false
  try {
    for (;;) {
      const snapshot = await patiently(() => read(fx.signal, areNodesFresh), fx)
      const nowMs = fx.clock.now()
      seen = look(seen, snapshot, watched, nowMs)
      const { judgements } = seen
      update(progressLine(judgements, request.stack), liveRows(judgements, snapshot, nowMs))
      for (const line of rescaled(snapshot, seen.deployed).filter(each => !said.has(each))) {
        said.add(line)
        fx.log.warn(line)
      }
      if (judgements.some(j => j.outcome !== undefined && j.outcome !== 'converged'))
        limits.lingerUntilMs = Math.min(limits.lingerUntilMs, nowMs + LINGER_MS)
      const undecided = endOf(judgements, limits, nowMs)
      // A node may have died since the nodes were read: a success is said only of what is seen now.
      if (undecided && !areNodesFresh && judgements.every(j => j.outcome === 'converged')) {
        areNodesFresh = true
        continue
      }
      if (undecided) {
        const failures = await evidenceFor(request, seen, watched, undecided, fx.signal)
        return resultOf(watched, seen, undecided, failures, startedAtMs, fx.clock.now())
      }
      await remind(forgottenSurplus(snapshot, watched), nowMs)
      await nudge(seen, nowMs)
      const next = nextLook(judgements, limits, nowMs)
      areNodesFresh = next.isLast
      await wake.sleep(next.inMs, next.leastMs)
    }
  } catch (error) {
    const last = fx.signal.aborted ? await lastLook(read, seen, watched, fx) : undefined
    if (!last) throw error
    return cutShort(watched, last, startedAtMs, fx)
  }
}

const limitsOf = (startedAtMs: number, timeoutMs: number): Limits => ({
  deadlineMs: startedAtMs + timeoutMs,
  rollbackUntilMs: startedAtMs + timeoutMs + Math.min(timeoutMs, ROLLBACK_EXTRA_MS),
  lingerUntilMs: Number.POSITIVE_INFINITY
})

async function evidenceFor(
  { client }: WatchRequest,
  { judgements, snapshot }: Seen,
  { baseline }: Watched,
  undecided: DeployOutcome,
  signal: AbortSignal
): Promise<TaskFailure[]> {
  const telling = judgements.filter(
    j => j.outcome !== 'converged' && (j.outcome ?? undecided) !== 'cancelled'
  )
  return Promise.all(telling.map(j => gatherEvidence(client, j, snapshot, baseline, signal)))
}

/** The signal has ended everything else: one look more has a lifetime of its own. */
async function lastLook(
  read: SnapshotReader,
  seen: Seen | undefined,
  watched: Watched,
  fx: WatchEffects
): Promise<Seen | undefined> {
  try {
    return look(seen, await read(AbortSignal.timeout(LAST_LOOK_MS), true), watched, fx.clock.now())
  } catch {
    return seen
  }
}

function cutShort(watched: Watched, seen: Seen, startedAtMs: number, fx: WatchEffects): DeployResult {
  const result = resultOf(watched, seen, 'cancelled', [], startedAtMs, fx.clock.now())
  const left = leftBehind(seen.snapshot, watched.baseline, watched.services)
  return { ...result, outcome: 'cancelled', leftBehind: left }
}

/** Failures after which a service that happens to be up at the end of the time is one that kept failing. */
const KEPT_FAILING = 2

/** Its tasks fail, also where the last look met one of them in the moment in which it ran, or was about to. */
function keepsFailing({ id, phase }: ServiceState, { tasks }: Snapshot, { baseline }: Watched): boolean {
  if (phase.kind === 'progressing') return phase.symptom !== undefined
  const fresh = tasks.filter(
    task =>
      task.ServiceID === id &&
      !baseline.endedTaskIds.has(task.ID) &&
      (task.Status.State === 'failed' || task.Status.State === 'rejected')
  )
  return (phase.kind === 'settled' || phase.kind === 'stuck') && fresh.length >= KEPT_FAILING
}

function resultOf(
  watched: Watched,
  { judgements, timeline, snapshot }: Seen,
  undecided: DeployOutcome,
  failures: TaskFailure[],
  startedAtMs: number,
  nowMs: number
): DeployResult {
  const services = judgements.map(({ state, outcome }) => ({
    name: state.name,
    running: state.running,
    wanted: state.wanted,
    // Of one that kept failing it is known what is wrong with it: time alone would not have helped.
    outcome:
      outcome ?? (undecided === 'timed-out' && keepsFailing(state, snapshot, watched) ? 'failed' : undecided),
    image: state.image
  }))
  return {
    stack: watched.stack,
    outcome: worst(services.map(s => s.outcome)),
    services,
    failures,
    startedAt: new Date(startedAtMs).toISOString(),
    durationMs: nowMs - startedAtMs,
    timeline: timeline.entries
  }
}
