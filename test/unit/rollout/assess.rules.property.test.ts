import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { ApiService, ApiTask } from '../../../src/docker/types.ts'
import { assess } from '../../../src/rollout/assess.rules.ts'
import { judge, NO_MEMORY } from '../../../src/rollout/hold.rules.ts'
import type { Snapshot } from '../../../src/rollout/snapshot.ts'
import { aNode, aService, aTask } from '../../support/swarm-builders.ts'

const STATES = [
  'new',
  'pending',
  'preparing',
  'starting',
  'running',
  'complete',
  'shutdown',
  'failed',
  'rejected'
]
const UPDATES = [undefined, 'updating', 'completed', 'paused', 'rollback_started', 'rollback_completed']

/** Any snapshot of one service: any number of tasks in any state, of either spec, on nodes in any state. */
const anySnapshot: fc.Arbitrary<Snapshot> = fc
  .record({
    replicas: fc.integer({ min: 0, max: 4 }),
    isGlobal: fc.boolean(),
    condition: fc.constantFrom(undefined, 'any', 'on-failure', 'none'),
    update: fc.constantFrom(...UPDATES),
    nodes: fc.array(fc.constantFrom('ready', 'ready', 'down', 'unknown'), { minLength: 1, maxLength: 4 }),
    tasks: fc.array(
      fc.record({
        state: fc.constantFrom(...STATES, 'running', 'running'),
        desired: fc.constantFrom('running', 'running', 'ready', 'shutdown', 'remove'),
        slot: fc.integer({ min: 1, max: 4 }),
        node: fc.integer({ min: 1, max: 4 }),
        isCurrent: fc.boolean()
      }),
      { maxLength: 8 }
    )
  })
  .map(({ replicas, isGlobal, condition, update, nodes, tasks }) => {
    const service: ApiService = aService('web', {
      Spec: {
        Mode: isGlobal ? { Global: {} } : { Replicated: { Replicas: replicas } },
        TaskTemplate: { RestartPolicy: { Condition: condition } }
      },
      ...(update ? { UpdateStatus: { State: update } } : {})
    })
    const made = tasks.map(
      ({ state, desired, slot, node }): ApiTask => aTask('web', state, { desired, slot, node: `n${node}` })
    )
    return {
      services: [service],
      tasks: made,
      currentTaskIds: new Set(made.filter((_, i) => tasks[i]?.isCurrent).map(t => t.ID)),
      nodes: nodes.map((state, i) => aNode(`n${i + 1}`, { state }))
    }
  })

/** The truth, told without the code under test: does an older version run where we can see it? */
const runsOldSpec = ({ tasks, currentTaskIds, nodes }: Snapshot): boolean =>
  tasks.some(
    t =>
      t.Status.State === 'running' &&
      !currentTaskIds.has(t.ID) &&
      nodes.some(n => n.ID === t.NodeID && n.Status.State === 'ready')
  )

test('whatever the sequence of snapshots, nothing has converged while an older spec runs or tasks are missing', () => {
  void fc.assert(
    fc.property(
      fc.array(fc.tuple(anySnapshot, fc.integer({ min: 0, max: 20_000 })), { maxLength: 6 }),
      looks => {
        let memory = NO_MEMORY
        let nowMs = 1_000_000
        for (const [snapshot, waitedMs] of looks) {
          nowMs += waitedMs
          const judged = judge(memory, assess(snapshot), new Map(), nowMs)
          memory = judged.memory
          for (const { outcome, state } of judged.judgements) {
            if (outcome !== 'converged') continue
            expect(runsOldSpec(snapshot)).toBe(false)
            expect(state.running).toBe(state.wanted)
          }
        }
      }
    ),
    { numRuns: 500 }
  )
})

test('a rollback is never a success', () => {
  void fc.assert(
    fc.property(anySnapshot, snapshot => {
      const [state] = assess(snapshot)
      if (snapshot.services[0]?.UpdateStatus?.State?.startsWith('rollback'))
        expect(['settled', 'complete']).not.toContain(state?.phase.kind)
    })
  )
})

test('the same snapshot has the same verdict, in whatever order the engine lists its tasks', () => {
  void fc.assert(
    fc.property(anySnapshot, snapshot => {
      const turned = { ...snapshot, tasks: snapshot.tasks.toReversed() }
      const essence = (s: Snapshot) =>
        assess(s).map(({ running, wanted, phase }) => [running, wanted, phase.kind])
      expect(essence(turned)).toEqual(essence(snapshot))
    })
  )
})
