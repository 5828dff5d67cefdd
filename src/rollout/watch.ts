import type { EngineClient } from '../docker/client.ts'
import type { Effects } from '../effects/effects.ts'
import { SwarmlineError } from '../errors.ts'
import { assess } from './assess.rules.ts'
import { gatherEvidence } from './evidence.ts'
import { holdOf, type Judgement, judge, NO_MEMORY, worst } from './hold.rules.ts'
import type { DeployOutcome, DeployResult } from './outcome.ts'
import { patiently } from './patience.ts'
import { progressLine } from './progress.rules.ts'
import type { ServiceState } from './service-state.ts'
import { type Baseline, createSnapshotReader, EMPTY_BASELINE, type Snapshot } from './snapshot.ts'
import { openWake } from './wake.ts'

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

export type WatchEffects = Pick<Effects, 'clock' | 'log' | 'signal'>

const LOOK_EVERY_MS = 1_000
/** The least time between two looks, however many events there are. */
const LOOK_LEAST_MS = 300
/** Once a service has failed the others get this long to come to a verdict of their own. */
const LINGER_MS = 10_000

/**
 * Watches all services of a stack at once until each has an outcome. A service that rolls back is watched to the
 * end of it; when another fails, services still under way get a few seconds and are then given up as
 * `cancelled`. At the deadline what has not converged is `timed-out`.
 *
 * @throws `not-found` for a stack without services, `engine-lost` after a minute without an answer, `cancelled`.
 */
export function watchStack(request: WatchRequest, fx: WatchEffects): Promise<DeployResult> {
  return fx.log.step(`Wait for ${request.stack} to converge`, async update => {
    const wake = openWake(request.client, fx.clock, fx.signal)
    try {
      return await watch(request, fx, update, (ms, least) => wake.sleep(ms, least))
    } finally {
      wake.close()
    }
  })
}

async function watch(
  request: WatchRequest,
  fx: WatchEffects,
  update: (detail: string) => void,
  sleep: (ms: number, leastMs: number) => Promise<void>
): Promise<DeployResult> {
  const startedAtMs = fx.clock.now()
  const deadlineMs = startedAtMs + request.timeoutMs
  const baseline = request.baseline ?? EMPTY_BASELINE
  const read = createSnapshotReader(request.client, request.stack)
  let memory = NO_MEMORY
  let lingerUntilMs = Number.POSITIVE_INFINITY
  for (;;) {
    const snapshot = await patiently(() => read(fx.signal), fx)
    const nowMs = fx.clock.now()
    const states = statesOf(request, snapshot, baseline)
    const judged = judge(memory, states, holds(snapshot, states, baseline), nowMs)
    memory = judged.memory
    update(progressLine(judged.judgements, request.stack))
    if (judged.judgements.some(isBad)) lingerUntilMs = Math.min(lingerUntilMs, nowMs + LINGER_MS)
    const givenUpAs = nowMs >= deadlineMs ? 'timed-out' : nowMs >= lingerUntilMs ? 'cancelled' : undefined
    const isOver = judged.judgements.every(
      j =>
        j.outcome ??
        (givenUpAs === 'timed-out' || (givenUpAs === 'cancelled' && j.state.phase.kind !== 'rolling-back'))
    )
    if (isOver) {
      const undecided = givenUpAs ?? 'cancelled'
      const failures = await evidenceFor(request, judged.judgements, snapshot, baseline, undecided, fx.signal)
      return resultOf(
        request.stack,
        judged.judgements,
        givenUpAs ?? 'cancelled',
        failures,
        startedAtMs,
        fx.clock.now()
      )
    }
    const nextMs = Math.min(
      nowMs + LOOK_EVERY_MS,
      deadlineMs,
      ...judged.judgements.flatMap(j => j.againAtMs ?? [])
    )
    await sleep(Math.max(0, nextMs - nowMs), LOOK_LEAST_MS)
  }
}

const isBad = (judgement: Judgement): boolean =>
  judgement.outcome !== undefined && judgement.outcome !== 'converged'

function holds(snapshot: Snapshot, states: readonly ServiceState[], baseline: Baseline): Map<string, number> {
  const services = new Map(snapshot.services.map(s => [s.ID, s]))
  return new Map(
    states.flatMap(state => {
      const service = services.get(state.id)
      return service ? [[state.id, holdOf(service, state, baseline)] as const] : []
    })
  )
}

/** The states of the services that were asked for, in the order of their names. */
function statesOf(request: WatchRequest, snapshot: Snapshot, baseline: Baseline): ServiceState[] {
  const states = assess(snapshot, baseline).toSorted((a, b) => a.name.localeCompare(b.name))
  if (states.length === 0 && !request.services?.length)
    throw new SwarmlineError('not-found', `stack ${request.stack} has no services`, {
      hint: 'see what is deployed: docker stack ls'
    })
  if (!request.services) return states
  return request.services.map(name => states.find(state => state.name === name) ?? missing(name))
}

/** A service that was deployed and is not there: somebody removed it. */
function missing(name: string): ServiceState {
  const symptom = {
    category: 'other' as const,
    error: 'the service is not there: was it removed?',
    task: undefined
  }
  const phase = { kind: 'stuck' as const, symptom, graceMs: LINGER_MS }
  return { id: name, name, image: '', running: 0, wanted: 0, countedTasks: [], phase }
}

async function evidenceFor(
  request: WatchRequest,
  judgements: readonly Judgement[],
  snapshot: Snapshot,
  baseline: Baseline,
  undecided: DeployOutcome,
  signal: AbortSignal
): Promise<DeployResult['failures']> {
  const telling = judgements.filter(
    j => j.outcome !== 'converged' && (j.outcome ?? undecided) !== 'cancelled'
  )
  return Promise.all(telling.map(j => gatherEvidence(request.client, j, snapshot, baseline, signal)))
}

function resultOf(
  stack: string,
  judgements: readonly Judgement[],
  undecided: DeployOutcome,
  failures: DeployResult['failures'],
  startedAtMs: number,
  nowMs: number
): DeployResult {
  const services = judgements.map(({ state, outcome }) => ({
    name: state.name,
    running: state.running,
    wanted: state.wanted,
    outcome: outcome ?? undecided,
    image: state.image
  }))
  return {
    stack,
    outcome: worst(services.map(s => s.outcome)),
    services,
    failures,
    startedAt: new Date(startedAtMs).toISOString(),
    durationMs: nowMs - startedAtMs
  }
}
