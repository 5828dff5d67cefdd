import { describe, expect, test } from '@jest/globals'
import { lanesOf } from '../../../src/report/lanes.rules.ts'
import type { ReportedDeploy } from '../../../src/report/run-report.ts'
import { changesOf, liveChanges, sinceStartMs } from '../../../src/report/timeline.rules.ts'
import { renderTimeline } from '../../../src/report/timeline-json.ts'
import type { TimelineEntry } from '../../../src/rollout/timeline.ts'
import { sampleTimeline, taskEntries } from '../../support/sample-timeline.ts'

const START = '2026-11-23T02:16:01.000Z'
const deployOf = (
  timeline: TimelineEntry[] | undefined,
  more: Partial<ReportedDeploy> = {}
): ReportedDeploy => ({
  stack: 'workshop',
  outcome: 'rolled-back',
  services: [],
  failures: [],
  startedAt: START,
  durationMs: 60_200,
  ...(timeline ? { timeline } : {}),
  ...more
})
const restored = (timeline: TimelineEntry[]): Partial<ReportedDeploy> => ({
  undone: { kind: 'restored', isComplete: true, result: deployOf(timeline) }
})
const web = { slot: '1', task: 'a', node: 'n' }

describe('all changes', () => {
  test('are those of the deploy, then those of the way back', () => {
    const later = taskEntries(START, { ...web, task: 'b' }, [70_000, 'new'], [71_000, 'running'])
    const changes = changesOf(deployOf(taskEntries(START, web, [0, 'new'], [1, 'running']), restored(later)))
    expect(changes.map(({ task, part, from, to }) => [task, part, from, to])).toEqual([
      ['a', 'deploy', undefined, 'new'],
      ['a', 'deploy', 'new', 'running'],
      ['b', 'way-back', undefined, 'new'],
      ['b', 'way-back', 'new', 'running']
    ])
  })

  test('are told once, though each watch tells what it finds', () => {
    const first = taskEntries(START, web, [0, 'new'], [1_000, 'running'])
    // A second watch knows nothing of the first: the task is new to it, and so is the state it is in.
    const again = taskEntries(START, web, [0, 'new'], [1_000, 'running']).map(e => ({
      ...e,
      from: undefined
    }))
    const ended = taskEntries(START, web, [0, 'new'], [9_000, 'shutdown']).map(e => ({
      ...e,
      from: undefined
    }))
    expect(
      changesOf(deployOf([...first, ...again], restored(ended))).map(({ from, to }) => [from, to])
    ).toEqual([
      [undefined, 'new'],
      ['new', 'running'],
      ['running', 'shutdown']
    ])
  })

  test('keep a state that comes back, and the same state of somebody else', () => {
    const flapping = taskEntries(START, web, [0, 'running'], [1, 'failed'], [2, 'running'])
    const other = taskEntries(START, { ...web, task: 'b' }, [3, 'running'])
    const node: TimelineEntry[] = ['ready', 'down', 'ready'].map((to, i, all) => ({
      ...(taskEntries(START, { ...web, task: '' }, [i, to])[0] as TimelineEntry),
      kind: 'node',
      from: all[i - 1]
    }))
    expect(changesOf(deployOf([...flapping, ...other, ...node]))).toHaveLength(7)
  })

  test('are none where nobody watched', () => {
    expect(changesOf(deployOf(undefined))).toEqual([])
    expect(renderTimeline(deployOf(undefined))).toBeUndefined()
    expect(renderTimeline(undefined)).toBeUndefined()
  })
})

describe('what a person wants to see', () => {
  test('is not what had ended before the deploy, though that is in timeline.json', () => {
    const deploy = deployOf(sampleTimeline(START))
    expect(changesOf(deploy).filter(({ task }) => task === 'history')).toHaveLength(2)
    expect(liveChanges(changesOf(deploy)).filter(({ task }) => task === 'history')).toEqual([])
    expect(liveChanges(changesOf(deploy)).filter(({ task }) => task === 'old1')).toHaveLength(3)
    expect(JSON.parse(renderTimeline(deploy) ?? '')).toMatchObject({
      schema: 1,
      stack: 'workshop',
      outcome: 'rolled-back',
      startedAt: START,
      changes: expect.arrayContaining([expect.objectContaining({ task: 'history', part: 'deploy' })])
    })
  })

  test('is a new task, however soon it ended', () => {
    const rejected = taskEntries(START, web, [0, 'new'], [10, 'rejected']).map(e => ({
      ...e,
      from: undefined
    }))
    expect(liveChanges(changesOf(deployOf(rejected)))).toHaveLength(2)
  })
})

test('no change is before the start, or after it was seen, whatever the clocks say', () => {
  const [entry] = taskEntries(START, web, [1_000, 'running'])
  if (!entry) throw new Error('no entry')
  const deploy = deployOf([entry])
  const startMs = Date.parse(START)
  expect(sinceStartMs(deploy, entry)).toBe(1_000)
  expect(sinceStartMs(deploy, { ...entry, seenAtMs: startMs + 400 })).toBe(400)
  expect(sinceStartMs(deploy, { ...entry, at: '2020-01-01T00:00:00Z' })).toBe(0)
  expect(sinceStartMs(deploy, { ...entry, at: 'nonsense' })).toBe(0)
})

describe('lanes', () => {
  const { lanes, totalMs, verdictMs } = lanesOf(deployOf(sampleTimeline(START)))

  test('stand by slot, the tasks of a slot in the order in which they were made', () => {
    expect(lanes.map(({ title, task }) => `${title} ${task}`)).toEqual([
      'backend.1 old1',
      'backend.1 new1',
      'backend.2 old2',
      'backend.2 new2',
      'backend.3 old3',
      'backend.3 new3a',
      'backend.3 new3b'
    ])
    const slots = ['10', '9', '1'].flatMap(slot =>
      taskEntries(START, { ...web, slot, task: slot }, [0, 'new'])
    )
    expect(lanesOf(deployOf(slots)).lanes.map(({ title }) => title)).toEqual([
      'backend.1',
      'backend.9',
      'backend.10'
    ])
  })

  test('wait, run and end; who runs still runs to the end of all', () => {
    const of = (task: string) => lanes.find(lane => lane.task === task)
    expect([totalMs, verdictMs]).toEqual([60_200, 60_200])
    expect(of('new1')).toEqual({
      task: 'new1',
      service: 'backend',
      title: 'backend.1',
      node: 'manager1',
      isNew: true,
      stretches: [
        { kind: 'waiting', fromMs: 120, toMs: 6_120 },
        { kind: 'running', fromMs: 6_120, toMs: 60_200 }
      ],
      end: undefined
    })
    expect(of('old1')).toMatchObject({
      isNew: false,
      stretches: [
        { kind: 'waiting', fromMs: 0, toMs: 0 },
        { kind: 'running', fromMs: 0, toMs: 6_200 }
      ],
      end: { state: 'shutdown', atMs: 6_200, isFailure: false }
    })
    expect(of('new3a')).toMatchObject({
      stretches: [{ kind: 'waiting', fromMs: 44_000, toMs: 49_500 }],
      end: { state: 'failed', atMs: 49_500, isFailure: true }
    })
  })

  test('go on into the way back, in which the version of the deploy is the old one', () => {
    const back = [
      ...taskEntries(START, { ...web, slot: '1', task: 'new1', node: 'manager1', isCurrent: false }, [
        80_000,
        'shutdown'
      ]),
      ...taskEntries(START, { ...web, slot: '1', task: 'back1', node: 'manager1' }, [70_000, 'new'])
    ]
    const whole = lanesOf(deployOf(sampleTimeline(START), restored(back)))
    expect([whole.totalMs, whole.verdictMs]).toEqual([80_000, 60_200])
    expect(whole.lanes.find(({ task }) => task === 'new1')).toMatchObject({
      isNew: true,
      end: { state: 'shutdown', atMs: 80_000 }
    })
    expect(whole.lanes.map(({ task }) => task)).toContain('back1')
  })
})
