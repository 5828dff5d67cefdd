// Against a model of SwarmKit with random faults: a success is said only when it is one.
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { look } from '../../../src/rollout/look.rules.ts'
import type { Seen } from '../../../src/rollout/seen.ts'
import { EMPTY_BASELINE } from '../../../src/rollout/snapshot.ts'
import { type Fault, type Settings, swarmModel, TICK_MS } from '../../support/swarm-model.ts'

const settings: fc.Arbitrary<Settings> = fc.record({
  replicas: fc.integer({ min: 1, max: 4 }),
  parallelism: fc.integer({ min: 1, max: 3 }),
  order: fc.constantFrom('start-first', 'stop-first'),
  failureAction: fc.constantFrom('pause', 'rollback', 'continue'),
  monitorMs: fc.constantFrom(1000, 2000, 5000),
  stopTicks: fc.integer({ min: 1, max: 12 })
})

/** Ticks until the next thing, and what it is; quiet times are long enough for a whole update. */
const faults: fc.Arbitrary<[number, Fault][]> = fc.array(
  fc.tuple(
    fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 30, max: 120 })),
    fc.constantFrom<Fault>('crash', 'slow', 'node-down', 'node-up', 'deploy', 'deploy')
  ),
  { minLength: 1, maxLength: 8 }
)
/** Ticks between two looks, over and over. */
const rhythm = fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 5 })

const watched = { stack: 's', services: undefined, baseline: EMPTY_BASELINE }

/** How often something was judged to have converged, and to have been rolled back; throws where that was wrong. */
function play(given: Settings, plan: [number, Fault][], looks: number[]): Record<string, number> {
  const model = swarmModel(given)
  const outcomes: Record<string, number> = {}
  const due = new Map<number, Fault>()
  let at = 0
  for (const [ticks, fault] of plan) {
    at += ticks
    due.set(at, fault)
  }
  let seen: Seen | undefined
  let lookAt = 0
  for (let tick = 0, n = 0; tick < at + 100; tick++) {
    model.tick(due.get(tick))
    if (tick < lookAt) continue
    lookAt = tick + (looks[n++ % looks.length] ?? 1)
    // Somebody else's deploy has a verdict of its own; here every deploy is watched as if it were ours.
    if (seen) seen = { ...seen, deployed: new Map() }
    seen = look(seen, model.snapshot(), watched, model.now())
    const [judgement] = seen.judgements
    const outcome = judgement?.outcome ?? 'under way'
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
    if (outcome !== 'converged' && outcome !== 'rolled-back') continue
    const truth = model.truth()
    expect({ outcome, runsOldSpec: truth.runsOldSpec }).toEqual({ outcome, runsOldSpec: false })
    expect(truth.running).toBe(given.replicas)
    if (outcome === 'converged') expect(truth.upForMs).toBeGreaterThanOrEqual(given.monitorMs - TICK_MS)
  }
  return outcomes
}

test('never converged while an old spec runs or a task is missing, nor before monitor has passed', () => {
  void fc.assert(
    fc.property(settings, faults, rhythm, (given, plan, looks) => void play(given, plan, looks)),
    { numRuns: 300 }
  )
})

test('and it does converge: without a fault, with one long past, and by a rollback', () => {
  const given: Settings = {
    replicas: 3,
    parallelism: 1,
    order: 'stop-first',
    failureAction: 'rollback',
    monitorMs: 2000,
    stopTicks: 4
  }
  expect(play(given, [[40, 'deploy']], [4]).converged).toBeGreaterThan(3)
  expect(play(given, [[40, 'crash']], [4]).converged).toBeGreaterThan(3)
  expect(
    play(
      given,
      [
        [40, 'deploy'],
        [10, 'crash']
      ],
      [4]
    )['rolled-back']
  ).toBeGreaterThan(3)
})

test('an old task that goes out of sight with its node is no task that ended long ago', () => {
  const given: Settings = {
    replicas: 1,
    parallelism: 1,
    order: 'start-first',
    failureAction: 'pause',
    monitorMs: 1000,
    stopTicks: 3
  }
  play(
    given,
    [
      [1, 'deploy'],
      [7, 'node-up'],
      [1, 'node-down']
    ],
    [4, 7]
  )
})
