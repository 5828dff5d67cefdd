import { describe, expect, test } from '@jest/globals'
import {
  type HealthRun,
  healthCommand,
  judgeHealthcheck
} from '../../../../src/grading/kinds/healthcheck/judge.ts'
import {
  type ConstrainedNode,
  isAccepted
} from '../../../../src/grading/kinds/placed-by-label/constraints.rules.ts'
import { judgePlacedByLabel } from '../../../../src/grading/kinds/placed-by-label/judge.ts'

const node = (name: string, change: Partial<ConstrainedNode> = {}): ConstrainedNode => ({
  ...{ id: `id-${name}`, name, role: 'worker', address: '10.0.0.1', os: 'linux', arch: 'x86_64' },
  ...{ labels: {}, engineLabels: {} },
  ...change
})
const NODES = [
  node('manager1', { role: 'manager' }),
  node('worker1', { labels: { data: 'persistent' } }),
  node('worker2')
]

describe('placed by label', () => {
  const judge = (constraints: string[], nodes = NODES) =>
    judgePlacedByLabel(
      { service: 'redis', label: 'data', value: 'persistent' },
      { exists: true, constraints, nodes }
    )

  test.each([
    [['node.labels.data == persistent']],
    [['node.labels.data==persistent']],
    [['  Node.Labels.data   ==  PERSISTENT ']],
    [['node.labels.data == persistent', 'node.role == worker']],
    [['node.labels.data == persistent', 'node.hostname == worker1']]
  ])('by %j', constraints => {
    expect(judge(constraints)).toMatchObject({ status: 'pass' })
  })

  test.each([
    [[], 'it has no constraint: it may run on any node'],
    [['node.hostname == worker1'], 'it may run on worker1, also without the label: node.hostname == worker1'],
    [['node.id == id-worker1'], 'it may run on worker1, also without the label: node.id == id-worker1'],
    [['node.role == worker'], 'it may run on worker1, also without the label: node.role == worker'],
    [
      ['node.labels.data != volatile'],
      'it may run on manager1, also without the label: node.labels.data != volatile'
    ],
    [['node.labels.data == persistant'], 'the label does not let it run: node.labels.data == persistant'],
    [['node.labels.Data == persistent'], 'the label does not let it run: node.labels.Data == persistent'],
    [['engine.labels.data == persistent'], 'the label does not let it run: engine.labels.data == persistent'],
    [['labels.data == persistent'], 'the label does not let it run: labels.data == persistent'],
    [['node.labels.data = persistent'], 'the label does not let it run: node.labels.data = persistent']
  ])('not by %j', (constraints, observed) => {
    expect(judge(constraints)).toMatchObject({
      status: 'fail',
      observed,
      place: ['services', 'redis', 'deploy', 'placement']
    })
  })

  test('nothing is said of a swarm without nodes, and a service that is not there fails', () => {
    expect(judge([], [])).toMatchObject({ status: 'inconclusive' })
    const params = { service: 'redis', label: 'data', value: 'persistent' }
    expect(judgePlacedByLabel(params, { exists: false, constraints: [], nodes: NODES })).toMatchObject({
      status: 'fail',
      observed: 'there is no service redis'
    })
  })

  test.each([
    ['node.ip == 10.0.0.1', true],
    ['node.platform.os == linux', true],
    ['node.platform.arch != x86_64', false],
    ['engine.labels.x == y', true],
    ['node.labels.missing != anything', true],
    ['node.mood == good', false],
    ['nonsense', false]
  ])('%s holds: %s', (constraint, holds) => {
    expect(isAccepted([constraint], node('a', { engineLabels: { x: 'y' } }))).toBe(holds)
  })
})

describe('health check', () => {
  const ended = (exitCode: number): HealthRun => ({ kind: 'ended', exitCode, output: 'words' })
  const judge = (beside: HealthRun, alone: HealthRun) =>
    judgeHealthcheck(
      { service: 'web', tested: true },
      { kind: 'tested', test: ['CMD', 'curl'], beside, alone }
    )

  test.each([
    [ended(0), ended(7)],
    [ended(0), { kind: 'timed-out' as const }],
    [ended(0), { kind: 'not-started' as const, reason: 'no curl' }]
  ])('%j and %j without a server is one', (beside, alone) => {
    expect(judge(beside, alone).status).toBe('pass')
  })

  test.each([
    [ended(0), ended(0), 'fail', 'it succeeds also where no server runs'],
    [ended(1), ended(1), 'fail', 'beside the server it ends with 1: words'],
    [{ kind: 'not-started' as const, reason: 'no curl' }, ended(1), 'fail', 'it cannot run: no curl'],
    [{ kind: 'timed-out' as const }, ended(1), 'inconclusive', 'beside the server it did not end in time']
  ])('%j and %j is not', (beside, alone, status, observed) => {
    expect(judge(beside, alone)).toMatchObject({ status, observed })
  })

  test.each([
    [{ kind: 'none' as const }, 'fail'],
    [{ kind: 'no-service' as const }, 'fail'],
    [{ kind: 'not-running' as const }, 'fail'],
    [{ kind: 'unreachable' as const, reason: 'x' }, 'inconclusive'],
    [{ kind: 'untested' as const, test: ['CMD', 'x'] }, 'pass']
  ])('%j is %s', (evidence, status) => {
    expect(judgeHealthcheck({ service: 'web', tested: false }, evidence).status).toBe(status)
  })

  test.each([
    [
      ['CMD', 'curl', '-f', 'x'],
      ['curl', '-f', 'x']
    ],
    [
      ['CMD-SHELL', 'curl x || exit 1'],
      ['sh', '-c', 'curl x || exit 1']
    ],
    [['NONE'], undefined],
    [['CMD'], undefined],
    [[], undefined]
  ])('%j runs %j', (given, command) => {
    expect(healthCommand(given, ['sh', '-c'])).toEqual(command)
  })
})
