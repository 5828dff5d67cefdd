import { describe, expect, test } from '@jest/globals'
import { assess } from '../../../src/rollout/assess.rules.ts'
import { aSnapshot, aTask, replicated, running, shownState } from '../../support/swarm-builders.ts'

describe('a task in each of its states, of a service that wants one', () => {
  const err = 'task: non-zero exit (1)'
  const cases: [string, desired: string, isCurrent: boolean, expected: string][] = [
    ...['new', 'allocated', 'pending', 'preparing', 'ready', 'starting'].map(
      (state): [string, string, boolean, string] => [state, 'running', true, '0/1 progressing']
    ),
    // If that lasts for a minute: the node cannot so much as begin.
    ['assigned', 'running', true, '0/1 stuck'],
    ['accepted', 'running', true, '0/1 stuck'],
    ['ready', 'ready', true, '0/1 progressing'],
    ['running', 'running', true, '1/1 settled'],
    ['running', 'shutdown', true, '0/1 progressing'],
    ['running', 'running', false, '0/1 progressing'],
    ['complete', 'running', true, '0/1 progressing'],
    ['failed', 'running', true, '0/1 progressing'],
    ['rejected', 'running', true, '0/1 progressing'],
    // SwarmKit gave it up and made no other.
    ['complete', 'shutdown', true, '0/1 failed'],
    ['failed', 'shutdown', true, '0/1 failed'],
    ['rejected', 'shutdown', true, '0/1 failed'],
    ['shutdown', 'shutdown', true, '0/1 progressing'],
    ['remove', 'remove', true, '0/1 progressing'],
    ['orphaned', 'shutdown', true, '0/1 progressing']
  ]
  test.each(cases)('%s, to be %s, of the current spec: %s', (state, desired, isCurrent, expected) => {
    const tasks = [
      aTask('web', state, { desired, ...(['failed', 'rejected'].includes(state) ? { err } : {}) })
    ]
    const parts = isCurrent ? { tasks } : { old: tasks }
    expect(shownState({ services: replicated(1), ...parts })).toBe(expected)
  })
})

describe('a record of an update that was over before the deploy', () => {
  const service = (State: string) =>
    replicated(1, { UpdateStatus: { State, StartedAt: 'a', CompletedAt: 'b' } })
  const before = (State: string, StartedAt: string) => ({
    runningTaskIds: new Set<string>(),
    endedTaskIds: new Set<string>(),
    updates: new Map([['web', { State, StartedAt, CompletedAt: 'b' }]])
  })
  const kindOf = (State: string, known: string, startedAt = 'a'): string | undefined =>
    assess(aSnapshot({ services: service(State), tasks: [running(1)] }), before(known, startedAt))[0]?.phase
      .kind
  test('is not this one, unless it is a pause, which lasts', () => {
    expect(kindOf('rollback_completed', 'rollback_completed')).toBe('settled')
    expect(kindOf('rollback_completed', 'updating')).toBe('rolled-back')
    expect(kindOf('paused', 'paused')).toBe('paused')
  })
  test('a rollback that somebody began before the deploy is an update like any other, to its end', () => {
    expect(kindOf('rollback_started', 'rollback_started')).toBe('settled')
    expect(kindOf('rollback_completed', 'rollback_started')).toBe('settled')
    expect(kindOf('rollback_paused', 'rollback_started')).toBe('paused')
    expect(kindOf('rollback_started', 'updating')).toBe('rolling-back')
    expect(kindOf('rollback_completed', 'rollback_started', 'another time')).toBe('rolled-back')
    expect(kindOf('rollback_completed', 'rollback_completed', 'another time')).toBe('rolled-back')
  })
})
