import { describe, expect, test } from '@jest/globals'
import { holdOf, judge, type Memory, NO_MEMORY, worst } from '../../../src/rollout/hold.rules.ts'
import type { Phase, ServiceState } from '../../../src/rollout/service-state.ts'
import { aService, aTask } from '../../support/swarm-builders.ts'

const settled: Phase = { kind: 'settled', isUpdating: false }
const progressing: Phase = { kind: 'progressing' }
const stuck = (category: 'port' | 'placement'): Phase => ({
  kind: 'stuck',
  graceMs: 10_000,
  symptom: { category, error: category, task: undefined }
})

const state = (
  phase: Phase,
  tasks = phase === progressing ? [] : [aTask('web', 'running', { atMs: 0 })]
): ServiceState => ({
  id: 'web',
  name: 'web',
  image: 'app',
  running: tasks.length,
  wanted: 1,
  countedTasks: tasks,
  upAtMs: Math.max(0, ...tasks.map(task => Date.parse(task.Status.Timestamp))),
  phase
})

/** Looks at these moments (ms), and what came out of each. */
function looks(holdMs: number, ...at: [ms: number, state: ServiceState][]): (string | undefined)[] {
  let memory: Memory = NO_MEMORY
  return at.map(([ms, seen]) => {
    const judged = judge(memory, [seen], new Map([['web', holdMs]]), ms)
    memory = judged.memory
    return judged.judgements[0]?.outcome
  })
}

describe('settled', () => {
  const task = aTask('web', 'running', { atMs: 0 })
  const whole = state(settled, [task])
  test('must hold', () => {
    expect(looks(5000, [1000, whole], [5999, whole], [6000, whole])).toEqual([
      undefined,
      undefined,
      'converged'
    ])
  })
  test('starts anew after a drop', () => {
    expect(
      looks(5000, [1000, whole], [4000, state(progressing)], [5000, whole], [8999, whole], [9000, whole])
    ).toEqual([undefined, undefined, undefined, undefined, 'converged'])
  })
  test('holds while former tasks end, and is not over before they have', () => {
    const ending = state(progressing, [task])
    expect(looks(5000, [1000, ending], [7000, ending], [8000, whole])).toEqual([
      undefined,
      undefined,
      'converged'
    ])
    expect(looks(5000, [1000, ending], [3000, whole], [5999, whole], [6000, whole]).slice(2)).toEqual([
      undefined,
      'converged'
    ])
  })
  test('can be over no sooner than the hold, while former tasks end; after it, at any time', () => {
    const ending = state(progressing, [task])
    const first = judge(NO_MEMORY, [ending], new Map([['web', 5000]]), 1000)
    expect(first.judgements[0]?.againAtMs).toBe(6200)
    const late = judge(first.memory, [ending], new Map([['web', 5000]]), 6000)
    expect(late.judgements[0]?.againAtMs).toBeUndefined()
  })
  test('starts anew when a task was replaced between two looks', () => {
    const other = state(settled, [aTask('web', 'running', { atMs: 3500 })])
    expect(looks(5000, [1000, whole], [4000, other], [7000, other])).toEqual([
      undefined,
      undefined,
      undefined
    ])
  })
  test("counts from the task's own time, but not from before the look that saw it missing", () => {
    const up = (atMs: number) => state(settled, [aTask('web', 'running', { atMs })])
    const late = up(1500)
    expect(looks(1000, [1000, state(progressing)], [2000, late], [2500, late])).toEqual([
      undefined,
      undefined,
      'converged'
    ])
    const clockBehind = up(0)
    expect(looks(1000, [1000, state(progressing)], [1900, clockBehind], [2000, clockBehind])).toEqual([
      undefined,
      undefined,
      'converged'
    ])
    const clockAhead = up(99_000)
    expect(
      looks(1000, [1000, state(progressing)], [2000, clockAhead], [2999, clockAhead], [3000, clockAhead])
    ).toEqual([undefined, undefined, undefined, 'converged'])
  })
  test('waits for SwarmKit as long as it updates, and no longer', () => {
    const updating = state({ kind: 'settled', isUpdating: true }, [task])
    expect(looks(5000, [1000, updating], [60_000, updating], [60_001, whole])).toEqual([
      undefined,
      undefined,
      'converged'
    ])
  })
  test('tells when to look again', () => {
    const { judgements } = judge(NO_MEMORY, [whole], new Map([['web', 5000]]), 1000)
    expect(judgements[0]?.againAtMs).toBe(6000)
  })
})

describe('stuck', () => {
  test('is a failure once its grace is over', () => {
    const port = state(stuck('port'))
    expect(looks(0, [0, port], [5000, port], [9999, port], [10_000, port])).toEqual([
      undefined,
      undefined,
      undefined,
      'failed'
    ])
  })
  test('does not count the time in which the engine was away', () => {
    const port = state(stuck('port'))
    expect(looks(0, [0, port], [5000, port], [25_000, port], [29_000, port], [30_000, port])).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      'failed'
    ])
  })
  test('starts anew when it was free for a moment, or is stuck for another reason', () => {
    const port = state(stuck('port'))
    expect(looks(0, [0, port], [6000, state(progressing)], [12_000, port]).at(-1)).toBeUndefined()
    expect(
      looks(0, [0, port], [6000, state(stuck('placement'))], [12_000, state(stuck('placement'))]).at(-1)
    ).toBeUndefined()
  })
})

test.each([
  [{ kind: 'complete' }, 'converged'],
  [{ kind: 'paused', message: '' }, 'paused'],
  [{ kind: 'rolled-back', message: '' }, 'rolled-back'],
  [{ kind: 'rolling-back', message: '' }, undefined],
  [{ kind: 'failed', symptom: { category: 'exit', error: 'x', task: undefined } }, 'failed'],
  [progressing, undefined]
] as [Phase, string | undefined][])('%o is %s at once', (phase, outcome) => {
  expect(looks(5000, [0, state(phase)])).toEqual([outcome])
})

describe('how long a service must hold', () => {
  const running = aTask('web', 'running')
  const monitored = (seconds: number, UpdateStatus?: object) =>
    aService('web', {
      Spec: {
        Mode: { Replicated: { Replicas: 1 } },
        UpdateConfig: { Parallelism: 1, Monitor: seconds * 1e9 }
      },
      ...(UpdateStatus ? { UpdateStatus } : {})
    })
  const none = { runningTaskIds: new Set<string>(), endedTaskIds: new Set<string>() }
  const seen = state(settled, [running])
  test('its monitor after an update, at most five seconds on a first deploy', () => {
    expect(holdOf(monitored(20, { State: 'completed' }), seen, none)).toBe(20_000)
    expect(holdOf(monitored(20), seen, none)).toBe(5000)
    expect(holdOf(monitored(2), seen, none)).toBe(2000)
    expect(holdOf(aService('web'), seen, none)).toBe(5000)
  })
  test('not at all where every task ran before', () => {
    expect(holdOf(monitored(20), seen, { ...none, runningTaskIds: new Set([running.ID]) })).toBe(0)
  })
})

test('when a rollback is over, the reason that SwarmKit gave for it is still known', () => {
  const rolling = state({ kind: 'rolling-back', message: 'due to failure of task t1' })
  const { memory } = judge(NO_MEMORY, [rolling], new Map(), 1000)
  const over = state({ kind: 'rolled-back', message: 'rollback completed' })
  expect(judge(memory, [over], new Map(), 2000).judgements[0]).toMatchObject({
    outcome: 'rolled-back',
    message: 'due to failure of task t1'
  })
  expect(judge(NO_MEMORY, [over], new Map(), 2000).judgements[0]?.message).toBe('rollback completed')
})

test('a stack is as good as its worst service', () => {
  expect(worst(['converged', 'rolled-back', 'failed', 'timed-out'])).toBe('failed')
  expect(worst(['converged', 'rolled-back'])).toBe('rolled-back')
  expect(worst(['rolled-back', 'paused'])).toBe('paused')
  expect(worst(['converged', 'cancelled'])).toBe('cancelled')
  expect(worst(['converged'])).toBe('converged')
  expect(worst([])).toBe('failed')
})
