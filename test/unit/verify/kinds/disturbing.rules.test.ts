import { describe, expect, test } from '@jest/globals'
import {
  judgePersistence,
  type PersistenceEvidence,
  type PersistenceParams,
  type Reading
} from '../../../../src/verify/kinds/persistence/judge.ts'
import { judgeRollback, type RollbackEvidence } from '../../../../src/verify/kinds/rollback/judge.ts'
import {
  judgeSelfHealing,
  type SelfHealingEvidence,
  withinOf
} from '../../../../src/verify/kinds/self-healing/judge.ts'

const VISITORS = { path: '/', rate: 50, lost: 0 }
const NOT_WHOLE = { kind: 'not-disturbed', isAbsent: false, why: 'half of it runs' } as const
const ABSENT = { kind: 'not-disturbed', isAbsent: true, why: 'no such service' } as const

describe('rollback', () => {
  const tried = (over: object = {}): RollbackEvidence => ({
    kind: 'tried',
    state: 'rollback_completed',
    message: '',
    isFormer: true,
    tookMs: 9000,
    running: 2,
    wanted: 2,
    badTasks: 1,
    error: 'no\u001b[31m such file',
    requests: undefined,
    ...over
  })
  test.each<[string, RollbackEvidence, string, RegExp]>([
    ['rolled back', tried(), 'pass', /^rollback_completed after 9.0 s; 1 bad task; no/],
    ['taken for good', tried({ state: 'completed' }), 'fail', /^the bad update was taken for a good one/],
    [
      'paused',
      tried({ state: 'paused', message: 'task failed' }),
      'fail',
      /^no rollback was completed: task failed/
    ],
    ['its rollback paused', tried({ state: 'rollback_paused' }), 'fail', /^no rollback was completed/],
    ['under way at the end', tried({ state: 'rollback_started' }), 'fail', /^no rollback/],
    ['other settings', tried({ isFormer: false }), 'fail', /^the service does not have its former settings/],
    ['half of it gone', tried({ running: 1 }), 'fail', /^1 of 2 tasks run after it/],
    ['no bad task', tried({ badTasks: 0 }), 'inconclusive', /^no bad task was seen/],
    ['not asked for', { kind: 'not-asked-for', failureAction: 'pause' }, 'fail', /failure_action is pause/],
    ['half of it runs', NOT_WHOLE, 'inconclusive', /half of it/],
    ['absent', ABSENT, 'fail', /no such/]
  ])('%s', (_title, evidence, status, words) => {
    const judged = judgeRollback({ service: 'web', within: 60_000, ...VISITORS }, evidence)
    expect([judged.status, judged.observed]).toEqual([status, expect.stringMatching(words)])
    expect(judged.observed).not.toContain('\u001b')
  })
})

describe('self-healing', () => {
  const disturbed = (over: object = {}): SelfHealingEvidence => ({
    kind: 'disturbed',
    node: 'worker1',
    lostTasks: 1,
    hasHealed: true,
    tookMs: 5100,
    running: 2,
    wanted: 2,
    on: ['worker2'],
    error: '',
    requests: undefined,
    ...over
  })
  const notHealed = disturbed({ hasHealed: false, running: 1, error: 'no suitable node' })
  test.each<[string, SelfHealingEvidence, string, RegExp]>([
    ['healed', disturbed(), 'pass', /^1 task of worker1 back after 5.1 s on worker2$/],
    ['not healed', notHealed, 'fail', /^1 of 2 tasks run 5.1 s after worker1 lost 1; no suitable node/],
    ['nothing taken', disturbed({ lostTasks: 0 }), 'inconclusive', /nothing was taken/],
    ['half of it runs', NOT_WHOLE, 'inconclusive', /half of it/],
    ['absent', ABSENT, 'fail', /no such/]
  ])('%s', (_title, evidence, status, words) => {
    const params = { service: 'web', what: 'kill-container', within: 5000, ...VISITORS } as const
    const judged = judgeSelfHealing(params, evidence)
    expect([judged.status, judged.observed]).toEqual([status, expect.stringMatching(words)])
  })
  test.each<[string, SelfHealingEvidence, string, RegExp]>([
    [
      'another leads',
      disturbed({ leader: 'manager2', lostNode: 'manager1', node: 'manager1' }),
      'pass',
      /^manager2 leads in place of manager1; 1 task of manager1 back after 5.1 s on worker2$/
    ],
    [
      'another leads, and nothing was lost',
      disturbed({ leader: 'manager2', node: 'manager1', lostTasks: 0 }),
      'pass',
      /^manager2 leads in place of manager1; no task of web was lost$/
    ],
    ['nobody leads', disturbed({ lostTasks: 0 }), 'fail', /^no manager leads 5.1 s after worker1 was lost$/],
    [
      'another leads, and tasks are missing',
      disturbed({ hasHealed: false, running: 1, leader: 'm2' }),
      'fail',
      /^1 of 2 tasks run/
    ]
  ])('a leader without power: %s', (_title, evidence, status, words) => {
    const judged = judgeSelfHealing({ service: 'web', what: 'kill-leader', ...VISITORS }, evidence)
    expect([judged.status, judged.observed]).toEqual([status, expect.stringMatching(words)])
  })
  test.each([
    ['kill-container', undefined, 60_000],
    ['drain-node', undefined, 60_000],
    ['kill-node', undefined, 180_000],
    ['disconnect-node', undefined, 180_000],
    ['kill-leader', undefined, 180_000],
    ['kill-leader', 9000, 9000]
  ] as const)('%s within %s: %s ms', (what, within, ms) => {
    expect(withinOf({ what, within })).toBe(ms)
  })

  const share = (name: string, answered: number, failed: number) => ({
    ...{ name, answered, failed, notSent: 0, planned: answered + failed, longestGap: { ms: 7 } }
  })
  const asked = (...nodes: ReturnType<typeof share>[]) => ({
    answered: nodes.reduce((sum, node) => sum + node.answered, 0),
    failed: nodes.reduce((sum, node) => sum + node.failed, 0),
    ...{ notSent: 0, unfinished: 0, planned: 100, nodes, latencyMs: { p99: 9 } },
    firstFailures: nodes
      .filter(node => node.failed > 0)
      .map(node => ({ atMs: 1, target: node.name, kind: 'refused', detail: 'no' }))
  })
  const lossOf = (lostNode: string | undefined, ...nodes: ReturnType<typeof share>[]) =>
    disturbed({ ...(lostNode ? { lostNode } : {}), requests: asked(...nodes) })
  test.each<[string, SelfHealingEvidence, string, RegExp]>([
    [
      'only the lost node fails',
      lossOf('worker1', share('worker1', 10, 40), share('worker2', 50, 0)),
      'pass',
      /; 0 of 50 requests failed; 40 of 50 to worker1 itself, which was lost$/
    ],
    [
      'others fail, too',
      lossOf('worker1', share('worker1', 10, 40), share('worker2', 49, 1)),
      'fail',
      /; 1 of 50 requests failed; first on worker2: refused: no; longest .* 7 ms; 40 of 50 to worker1 itself/
    ],
    [
      'nobody else answers',
      lossOf('worker1', share('worker1', 50, 0), share('worker2', 0, 9)),
      'fail',
      /9 of 9/
    ],
    [
      'only the lost node was asked',
      lossOf('worker1', share('worker1', 9, 9)),
      'inconclusive',
      /no request was/
    ],
    [
      'no node was lost',
      lossOf(undefined, share('worker1', 10, 40)),
      'fail',
      /; 40 of 50 requests failed; first/
    ]
  ])('visitors of a lost node: %s', (_title, evidence, status, words) => {
    const params = { service: 'web', what: 'kill-node', ...VISITORS, port: 80 } as const
    const judged = judgeSelfHealing(params, evidence)
    expect([judged.status, judged.observed]).toEqual([status, expect.stringMatching(words)])
  })

  test('the hint is the deed’s', () => {
    const params = { service: 'web', within: 5000, ...VISITORS }
    expect(judgeSelfHealing({ ...params, what: 'drain-node' }, notHealed).hint).toContain('another node')
    expect(judgeSelfHealing({ ...params, what: 'kill-node' }, notHealed).hint).toContain(
      'reservations; a swarm notices'
    )
    expect(judgeSelfHealing({ ...params, what: 'kill-container' }, notHealed).hint).toContain(
      'restart_policy'
    )
  })
})

describe('persistence', () => {
  const value = (is: number | string): Reading => ({ kind: 'value', value: is })
  const none: Reading = { kind: 'none', why: 'its page is empty' }
  const replaced = (before: Reading, after: Reading, isReplaced = true): PersistenceEvidence => ({
    kind: 'replaced',
    before,
    after,
    isReplaced,
    tookMs: 3000
  })
  test.each<[string, PersistenceEvidence, string, RegExp]>([
    ['a counter that goes on', replaced(value(41), value(42)), 'pass', /^41 before, 42 after/],
    ['a counter that stands still', replaced(value(41), value(41)), 'fail', /^41 before, 41 after/],
    ['a counter that begins anew', replaced(value(41), value(1)), 'fail', /^41 before, 1 after/],
    ['the same text', replaced(value('a'), value('a')), 'pass', /^a before, a after/],
    ['another text', replaced(value('a'), value('b')), 'fail', /^a before, b after/],
    ['a text that grows', replaced(value('a'), value('ab')), 'fail', /ab after/],
    [
      'nothing after it',
      replaced(value(41), none),
      'fail',
      /^nothing could be read after it: its page is empty/
    ],
    ['nothing before it', replaced(none, value(1)), 'inconclusive', /its page is empty/],
    [
      'a task that did not come back',
      replaced(value(1), none, false),
      'fail',
      /^not every task was replaced/
    ],
    ['no value', { kind: 'not-read', why: 'its page is empty' }, 'inconclusive', /nothing to lose/],
    ['half of it runs', NOT_WHOLE, 'inconclusive', /half of it/],
    ['absent', ABSENT, 'fail', /no such/]
  ])('%s', (_title, evidence, status, words) => {
    const params: PersistenceParams = { service: 'db', by: 'kill', port: 80, within: 9000 }
    const judged = judgePersistence(params, evidence)
    expect([judged.status, judged.observed]).toEqual([status, expect.stringMatching(words)])
  })
})
