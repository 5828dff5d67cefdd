import { describe, expect, test } from '@jest/globals'
import type { ApiTask } from '../../../src/docker/types.ts'
import { timelineOf } from '../../../src/rollout/timeline.rules.ts'
import {
  MOST_ENTRIES,
  NO_TIMELINE,
  type Timeline,
  type TimelineEntry
} from '../../../src/rollout/timeline.ts'
import { batchesOf } from '../../support/batches.ts'
import { aNode, aService, aSnapshot, aTask } from '../../support/swarm-builders.ts'

const START = Date.parse('2026-01-01T12:00:00Z')
const at = (seconds: number): string => new Date(START + seconds * 1000).toISOString()
const brief = (timeline: Timeline): unknown[] =>
  timeline.entries.map(e => [e.kind, e.task || e.node || e.service, e.from, e.to])

/** The task `id` of the service `web`, made at `made` and in `state` since `since` (seconds). */
const task = (
  id: string,
  slot: number,
  state: string,
  made: number,
  since: number,
  more: object = {}
): ApiTask => ({
  ...aTask('web', state, { slot, ...more }),
  ID: id,
  CreatedAt: at(made),
  Status: { Timestamp: at(since), State: state, Message: 'started', Err: state === 'failed' ? 'exit' : '' }
})

describe('the timeline', () => {
  const nodes = [aNode('n1')]
  const web = aService('web', { Version: { Index: 7 }, UpdatedAt: at(0) })
  const first = timelineOf(
    NO_TIMELINE,
    aSnapshot({ services: [web], nodes, tasks: [task('a', 1, 'preparing', 0, 1)] }),
    START + 2000
  )

  test('begins with what there is: a task that is new has two entries', () => {
    expect(brief(first)).toEqual([
      ['service', 'web', undefined, 'no update'],
      ['task', 'a', undefined, 'new'],
      ['task', 'a', 'new', 'preparing'],
      ['node', 'host-n1', undefined, 'ready']
    ])
    expect(first.entries[2]).toEqual({
      kind: 'task',
      at: at(1),
      seenAtMs: START + 2000,
      service: 'web',
      slot: '1',
      task: 'a',
      node: 'host-n1',
      from: 'new',
      to: 'preparing',
      image: 'app:v1',
      serviceVersion: 7,
      isCurrent: true,
      message: 'started',
      error: ''
    })
  })

  test('grows by what changed, and by nothing else', () => {
    const same = aSnapshot({ services: [web], nodes, tasks: [task('a', 1, 'preparing', 0, 1)] })
    expect(timelineOf(first, same, START + 3000)).toBe(first)
    const later = aSnapshot({
      services: [
        aService('web', { UpdateStatus: { State: 'paused', Message: 'because' }, UpdatedAt: at(5) })
      ],
      nodes: [aNode('n1', { state: 'down', availability: 'drain' })],
      tasks: [task('a', 1, 'failed', 0, 4)]
    })
    const second = timelineOf(first, later, START + 6000)
    expect(brief(second).slice(first.entries.length)).toEqual([
      ['task', 'a', 'preparing', 'failed'],
      ['service', 'web', 'no update', 'paused'],
      ['node', 'host-n1', 'ready', 'down, drain']
    ])
    expect(second.entries.at(-2)?.message).toBe('because')
    expect(second.entries.at(-3)?.error).toBe('exit')
  })

  test('notices a service that is removed, once', () => {
    const gone = timelineOf(first, aSnapshot({ services: [], nodes }), START + 4000)
    expect(brief(gone).at(-1)).toEqual(['service', 'web', 'no update', 'removed'])
    expect(timelineOf(gone, aSnapshot({ services: [], nodes }), START + 5000)).toBe(gone)
  })

  test('is bounded, and says how much did not fit', () => {
    const many = Array.from({ length: MOST_ENTRIES }, (_, i) => task(`t${i}`, i, 'failed', 1, 2))
    const full = timelineOf(first, aSnapshot({ services: [web], nodes, tasks: many }), START + 9000)
    expect(full.entries).toHaveLength(MOST_ENTRIES)
    expect(full.dropped).toBe(first.entries.length + MOST_ENTRIES)
  })

  test('loses what could forge a terminal', () => {
    const evil = {
      ...task('a', 1, 'failed', 0, 1),
      Status: { Timestamp: at(1), State: 'failed', Err: '\u001b[2Jx' }
    }
    expect(
      timelineOf(NO_TIMELINE, aSnapshot({ services: [web], tasks: [evil] }), START).entries.at(-1)?.error
    ).not.toContain('\u001b')
  })
})

describe('batches', () => {
  const entry = (over: Partial<TimelineEntry>): TimelineEntry => ({
    ...(timelineOf(NO_TIMELINE, aSnapshot({ services: [], nodes: [aNode('n1')] }), START)
      .entries[0] as TimelineEntry),
    kind: 'task',
    service: 'web',
    ...over
  })
  const status = (to: string, second: number): TimelineEntry =>
    entry({ kind: 'service', to, at: at(second), seenAtMs: START + second * 1000 })
  const slot = (n: number, made: number, ran?: number): TimelineEntry[] => [
    entry({ task: `${n}@${made}`, slot: String(n), to: 'new', at: at(made) }),
    ...(ran === undefined
      ? []
      : [entry({ task: `${n}@${made}`, slot: String(n), to: 'running', at: at(ran) })])
  ]
  const seconds = (ms: number | undefined): number | undefined =>
    ms === undefined ? ms : (ms - START) / 1000
  const shown = (...entries: TimelineEntry[]): unknown[] =>
    batchesOf(entries, 'web').map(b => [
      b.slots.join(),
      seconds(b.startMs),
      seconds(b.endMs),
      b.gapMs === undefined ? undefined : b.gapMs / 1000
    ])

  test('one after the other, with the delay between them', () => {
    expect(shown(status('updating', 10), ...slot(1, 10, 13), ...slot(2, 28, 30), ...slot(3, 45, 48))).toEqual(
      [
        ['1', 10, 13, undefined],
        ['2', 28, 30, 15],
        ['3', 45, 48, 15]
      ]
    )
  })
  test('two at a time', () => {
    expect(shown(status('updating', 10), ...slot(1, 10, 13), ...slot(3, 10, 14), ...slot(2, 20, 22))).toEqual(
      [
        ['1,3', 10, 14, undefined],
        ['2', 20, 22, 6]
      ]
    )
  })
  test('what was there before the update, and what restarts within it, is none', () => {
    expect(shown(...slot(1, 0, 2), status('updating', 10), ...slot(1, 10, 13), ...slot(1, 15, 16))).toEqual([
      ['1', 10, 13, undefined]
    ])
  })
  test('a batch that does not come up has no end; a rollback is none of the update', () => {
    expect(
      shown(status('updating', 10), ...slot(1, 10), status('rollback_started', 14), ...slot(1, 15, 16))
    ).toEqual([['1', 10, undefined, undefined]])
  })
  test('of a first deploy: all that came up; of another service: nothing', () => {
    expect(shown(...slot(1, 0, 2), ...slot(2, 0, 3))).toEqual([['1,2', 0, 3, undefined]])
    expect(batchesOf(slot(1, 0, 2), 'other')).toEqual([])
  })
})
