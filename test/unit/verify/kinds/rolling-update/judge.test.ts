import { describe, expect, test } from '@jest/globals'
import type { ProbeResult } from '../../../../../src/traffic/probe.rules.ts'
import type { TaskHistory } from '../../../../../src/verify/disturb/histories.rules.ts'
import {
  judgeRollingUpdate,
  mostAtOnce,
  ordersOf,
  type RollingUpdateEvidence,
  type RollingUpdateParams,
  smallestGapMs
} from '../../../../../src/verify/kinds/rolling-update/judge.ts'
import { history } from '../../disturb/histories.ts'

const PARAMS: RollingUpdateParams = { service: 'web', within: 60_000, path: '/', rate: 50, lost: 0 }
/** Two slots, one after the other with 1 s between, the old one stopped first. */
const BEFORE = [history('1', [0, 10, 1000]), history('2', [0, 10, 3000])]
const MADE = [history('1', [1000, 2000]), history('2', [3000, 4000])]

type Updated = Extract<RollingUpdateEvidence, { kind: 'updated' }>
const updated = (over: Partial<Updated> = {}): Updated => ({
  kind: 'updated',
  own: { parallelism: 1, delayMs: 1000, order: 'stop-first' },
  state: 'completed',
  message: '',
  tookMs: 5000,
  running: 2,
  wanted: 2,
  before: BEFORE,
  made: MADE,
  requests: undefined,
  ...over
})
const requests = (over: Partial<ProbeResult>): ProbeResult =>
  ({
    planned: 100,
    answered: 100,
    failed: 0,
    notSent: 0,
    unfinished: 0,
    nodes: [],
    firstFailures: [],
    latencyMs: { p99: 9 },
    ...over
  }) as unknown as ProbeResult
const WITH_PORT = { port: 80 }
const startFirst = [history('1', [0, 10, 2000]), history('2', [0, 10, 4000])]

test.each<[string, Partial<RollingUpdateParams>, RollingUpdateEvidence, string, RegExp]>([
  [
    'as its update_config says',
    {},
    updated(),
    'pass',
    /^2 tasks in 5.0 s, 1 at once; smallest gap 1000 ms; stop-first$/
  ],
  [
    'a longer pause than it has',
    { delay: 1500 },
    updated(),
    'fail',
    /^1000 ms between two replacements, not 1500/
  ],
  ['a pause a moment too short for the clock', { delay: 1015 }, updated(), 'pass', /1000 ms/],
  [
    'another order',
    { order: 'start-first' },
    updated(),
    'fail',
    /^the order was stop-first, not start-first/
  ],
  ['start-first', { order: 'start-first' }, updated({ before: startFirst }), 'pass', /start-first$/],
  [
    'start-first where stop-first must be',
    {},
    updated({ before: startFirst }),
    'fail',
    /^the order was start-first/
  ],
  [
    'two at once',
    {},
    updated({ made: [history('1', [1000, 2000]), history('2', [1500, 2500])] }),
    'fail',
    /^2 tasks were replaced at once, not 1/
  ],
  [
    'two at once where two may be',
    { parallelism: 2 },
    updated({ made: [history('1', [1000, 2000]), history('2', [1500, 2500])], before: [] }),
    'inconclusive',
    /^the order was not seen/
  ],
  [
    'a task that was never seen to run',
    {},
    updated({ made: [history('1', [1, 2]), history('2', [3])] }),
    'inconclusive',
    /^not every/
  ],
  ['a slot without a new task', {}, updated({ made: [history('1', [1, 2])] }), 'inconclusive', /^not every/],
  [
    'a new task that failed',
    {},
    updated({ made: [...MADE, history('2', [5], { hasFailed: true, error: 'exit (1)' })] }),
    'fail',
    /^a new task ended: exit \(1\)/
  ],
  [
    'a new task that ended well',
    {},
    updated({ made: [...MADE, history('2', [5], { isOver: true })] }),
    'fail',
    /^a new task ended: without an error, as one that is done or not healthy; /
  ],
  [
    'an update that goes on',
    {},
    updated({ state: 'updating', message: 'update in progress' }),
    'fail',
    /^the update is updating: update in/
  ],
  ['an update that never began', {}, updated({ state: '' }), 'fail', /^the update is not begun/],
  ['a task that does not run after it', {}, updated({ running: 1 }), 'fail', /^1 of 2 tasks run after it/],
  [
    'no request lost',
    WITH_PORT,
    updated({ requests: requests({}) }),
    'pass',
    /0 of 100 requests failed; stop-first/
  ],
  [
    'a request lost',
    WITH_PORT,
    updated({ requests: requests({ answered: 99, failed: 1 }) }),
    'fail',
    /^visitors noticed.*1 of 100/
  ],
  [
    'a request that may be lost',
    { port: 80, lost: 1 },
    updated({ requests: requests({ answered: 99, failed: 1 }) }),
    'pass',
    /1 of 100/
  ],
  [
    'all lost',
    { port: 80, lost: 100 },
    updated({ requests: requests({ answered: 0, failed: 100 }) }),
    'fail',
    /^visitors/
  ],
  [
    'nothing sent',
    WITH_PORT,
    updated({ requests: requests({ answered: 0 }) }),
    'inconclusive',
    /no request was sent/
  ],
  [
    'much unsent',
    WITH_PORT,
    updated({ requests: requests({ answered: 90, notSent: 10 }) }),
    'inconclusive',
    /10 could not be sent/
  ],
  ['no probe though one was asked for', WITH_PORT, updated(), 'inconclusive', /no request was sent/],
  [
    'absent',
    {},
    { kind: 'not-disturbed', isAbsent: true, why: 'no such service' },
    'fail',
    /no such service/
  ],
  [
    'not whole',
    {},
    { kind: 'not-disturbed', isAbsent: false, why: 'half of it' },
    'inconclusive',
    /half of it/
  ]
])('%s', (_title, over, evidence, status, words) => {
  const judged = judgeRollingUpdate({ ...PARAMS, ...over }, evidence)
  expect([judged.status, judged.observed]).toEqual([status, expect.stringMatching(words)])
})

describe('figures of an update', () => {
  const of = (...times: [number, number][]): TaskHistory[] =>
    times.map((time, i) => history(String(i + 1), time))
  test.each<[string, TaskHistory[], number, number, number | undefined]>([
    ['nothing', [], 1, 0, undefined],
    ['one task', of([0, 5]), 1, 1, undefined],
    ['one after the other', of([0, 5], [7, 9]), 1, 1, 2],
    ['one that begins as the other ends', of([0, 5], [5, 9]), 1, 1, 0],
    ['two workers whose slots take unequal time', of([0, 10], [0, 50], [12, 20], [22, 30]), 2, 2, 2],
    ['all at once', of([0, 5], [0, 6], [0, 7]), 0, 3, undefined],
    ['one that overlaps', of([0, 10], [4, 12]), 1, 2, -6],
    ['one that does not run yet', [history('1', [0]), history('2', [3, 4])], 1, 2, -1]
  ])('%s', (_title, made, parallelism, atOnce, gapMs) => {
    expect([mostAtOnce(made), smallestGapMs(made, parallelism)]).toEqual([atOnce, gapMs])
  })
  test('the order of a slot whose old task was not seen to end is not known', () => {
    expect(ordersOf([history('1', [0, 1]), history('2', [0, 1, 9])], MADE)).toEqual(['stop-first'])
  })
})
