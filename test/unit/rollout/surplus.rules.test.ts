import { expect, test } from '@jest/globals'
import { EMPTY_BASELINE } from '../../../src/rollout/snapshot.ts'
import { forgottenSurplus } from '../../../src/rollout/surplus.rules.ts'
import { aService, aSnapshot, replicated, running, shownState } from '../../support/swarm-builders.ts'

const status = (State: string) => ({ UpdateStatus: { State } })
type Parts = Parameters<typeof aSnapshot>[0]
const forgotten = (parts: Parts, services?: string[]) =>
  forgottenSurplus(aSnapshot(parts), { services, baseline: EMPTY_BASELINE }).map(s => s.Spec.Name)
const two = (over: Parameters<typeof running>[1] = {}) => [running(1), running(1, over)]

test.each<[string, Parts, string[]]>([
  ['one too many after an update', { services: replicated(1, status('completed')), tasks: two() }, ['web']],
  ['one too many, and no update on record', { services: replicated(1), tasks: two() }, ['web']],
  [
    'as many as wanted',
    { services: replicated(2, status('completed')), tasks: [running(1), running(2)] },
    []
  ],
  ['while SwarmKit updates', { services: replicated(1, status('updating')), tasks: two() }, []],
  ['while it rolls back', { services: replicated(1, status('rollback_started')), tasks: two() }, []],
  ['a pause is for a person to end', { services: replicated(1, status('paused')), tasks: two() }, []],
  ['a rollback is the verdict', { services: replicated(1, status('rollback_completed')), tasks: two() }, []],
  ['one that is to end', { services: replicated(1), tasks: two({ desired: 'shutdown' }) }, []],
  [
    'one that SwarmKit has yet to see fail',
    {
      services: replicated(1),
      tasks: [running(1), { ...running(1), Status: { State: 'failed', Timestamp: '' } }]
    },
    []
  ],
  ['one of an older spec', { services: replicated(1), tasks: [running(1)], old: [running(1)] }, []],
  [
    'tasks of a global service, which have no slot',
    { services: [aService('web', { Spec: { Mode: { Global: {} } } })], tasks: two() },
    []
  ]
])('%s', (_, parts, expected) => expect(forgotten(parts)).toEqual(expected))

test('only in services that are watched', () => {
  const parts = { services: replicated(1), tasks: two() }
  expect(forgotten(parts, ['web'])).toEqual(['web'])
  expect(forgotten(parts, ['other'])).toEqual([])
})

test('keeps a service from having settled, but not its rollback from being over', () => {
  const after = (state: string) => shownState({ services: replicated(1, status(state)), tasks: two() })
  expect(after('completed')).toBe('1/1 progressing')
  expect(after('rollback_completed')).toBe('1/1 rolled-back')
})
