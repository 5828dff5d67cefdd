import { expect, test } from '@jest/globals'
import type { ApiTask } from '../../../../src/docker/types.ts'
import { type TaskHistory, withLook } from '../../../../src/verify/disturb/histories.rules.ts'

const at = (second: number) => new Date(second * 1000).toISOString()
const task = (State: string, DesiredState: string, updated: number, over: object = {}) =>
  ({
    ID: 't1',
    ServiceID: 's',
    Slot: 1,
    NodeID: 'n1',
    CreatedAt: at(1),
    UpdatedAt: at(updated),
    DesiredState,
    Spec: {},
    Status: { State },
    ...over
  }) as unknown as ApiTask
const seen = (...looks: ApiTask[]): TaskHistory | undefined =>
  looks.reduce<TaskHistory[]>((histories, look) => withLook(histories, [look]), [])[0]

test('a task that starts, runs and is told to end keeps each time as it was first seen', () => {
  const history = seen(
    task('starting', 'running', 2),
    task('running', 'running', 3),
    task('running', 'running', 4),
    task('running', 'shutdown', 5),
    task('shutdown', 'shutdown', 6)
  )
  expect(history).toMatchObject({ madeMs: 1000, ranMs: 3000, endedMs: 5000, hasFailed: false, isOver: true })
})

test.each<[string, ApiTask[], Partial<TaskHistory>]>([
  [
    'one that never ran',
    [task('failed', 'shutdown', 3)],
    { ranMs: undefined, endedMs: 3000, hasFailed: true }
  ],
  ['a rejected one', [task('rejected', 'shutdown', 3)], { hasFailed: true }],
  [
    'one that ended well though it was to run',
    [task('complete', 'running', 3)],
    { hasFailed: true, isOver: true }
  ],
  ['one that waits for its turn', [task('ready', 'ready', 3)], { endedMs: undefined, hasFailed: false }],
  ['a global service’s', [task('running', 'running', 3, { Slot: undefined })], { slot: 'n1' }],
  [
    'an error is kept',
    [task('failed', 'shutdown', 3, { Status: { State: 'failed', Err: 'no' } }), task('remove', 'remove', 4)],
    { error: 'no' }
  ]
])('%s', (_title, looks, expected) => {
  expect(seen(...looks)).toMatchObject(expected)
})

test('a task that is no longer listed stays, and all stand in the order in which they were made', () => {
  const first = withLook([], [task('running', 'running', 3)])
  const both = withLook(first, [task('running', 'running', 1, { ID: 't0', CreatedAt: at(0) })])
  expect(both.map(({ id }) => id)).toEqual(['t0', 't1'])
})
