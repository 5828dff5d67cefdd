import { describe, expect, test } from '@jest/globals'
import { type ConstrainedNode, isAccepted } from '../../../../src/grading/kinds/constraints.rules.ts'
import { askedDeploy, judgeDeployScript } from '../../../../src/grading/kinds/deploy-script.rules.ts'
import {
  type HealthRun,
  healthCommand,
  judgeHealthcheck
} from '../../../../src/grading/kinds/healthcheck.rules.ts'
import {
  isKeptByUs,
  isStackNetwork,
  judgeNothingLeft
} from '../../../../src/grading/kinds/nothing-left.rules.ts'
import { judgePlacedByLabel } from '../../../../src/grading/kinds/placed-by-label.rules.ts'
import { judgePrometheusQuery, sampleOf } from '../../../../src/grading/kinds/prometheus-query.rules.ts'
import { judgePushed } from '../../../../src/grading/kinds/pushed.rules.ts'
import { judgeSharedCounter } from '../../../../src/grading/kinds/shared-counter.rules.ts'

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

describe('shared counter', () => {
  const round = (visits: number[][], before: number | undefined, after: number | undefined, requests = 2) =>
    judgeSharedCounter(
      { service: 'web', requests },
      {
        nodes: visits.map((each, i) => ({ answers: { node: `n${i}`, requests, failed: 0 }, visits: each })),
        before,
        after
      }
    )
  test.each([
    [
      [
        [2, 3],
        [4, 5]
      ],
      1,
      6
    ],
    [
      [
        [2, 5],
        [3, 9]
      ],
      1,
      12
    ],
    [
      [
        [5, 2],
        [4, 3]
      ],
      1,
      6
    ]
  ])('%j between %d and %d is one', (visits, before, after) => {
    expect(round(visits, before, after)).toMatchObject({ status: 'pass' })
  })
  test.each([
    [
      [
        [1, 2],
        [1, 2]
      ],
      1,
      3,
      '2 answers of 4 repeated a number'
    ],
    [
      [
        [2, 3],
        [40, 41]
      ],
      1,
      5,
      '2 answers of 4 named a number outside of 1 to 5'
    ],
    [[[2], [3]], 1, 6, '2 of 4 answers name no number of visits'],
    [
      [
        [2, 3],
        [4, 5]
      ],
      undefined,
      6,
      '0 of 4 answers name no number of visits'
    ]
  ])('%j between %s and %s is not', (visits, before, after, observed) => {
    expect(round(visits, before, after)).toMatchObject({ status: 'fail', observed })
  })
  test('without an answer there is none', () => {
    const nodes = [{ answers: { node: 'a', requests: 2, failed: 2 }, visits: [] }]
    expect(judgeSharedCounter({ service: 'web', requests: 2 }, { nodes, before: 1, after: 2 })).toMatchObject(
      {
        status: 'fail',
        observed: 'no request was answered'
      }
    )
  })
})

describe('a query', () => {
  const answer = (result: unknown, resultType = 'vector') =>
    JSON.stringify({ status: 'success', data: { resultType, result } })
  test.each([
    [answer([{ metric: {}, value: [1, '3'] }]), 3],
    [answer([1, '4'], 'scalar'), 4],
    [answer([]), undefined]
  ])('%s has the number %s', (body, value) => {
    expect(sampleOf(body)).toBe(value)
  })
  test.each([['{"status":"error"}'], ['{"status":"success"}'], ['<html>'], [answer([{ value: [1, 'x'] }])]])(
    '%s has none',
    body => {
      expect(() => sampleOf(body)).toThrow()
    }
  )
  const params = { service: 'prometheus', query: 'count(up)', value: { gte: 3 }, within: 60_000 }
  test.each([
    [{ kind: 'answer' as const, value: 3 }, 'pass', '3'],
    [{ kind: 'answer' as const, value: 1 }, 'fail', 'it is 1'],
    [{ kind: 'answer' as const, value: undefined }, 'fail', 'no sample'],
    [{ kind: 'no-answer' as const, reason: 'refused' }, 'fail', 'refused'],
    [{ kind: 'no-service' as const }, 'fail', 'there is no service prometheus'],
    [{ kind: 'unknown' as const, reason: 'no curl' }, 'inconclusive', 'no curl']
  ])('%j is %s', (evidence, status, observed) => {
    expect(judgePrometheusQuery(params, evidence)).toMatchObject({ status, observed })
  })
})

test.each([
  [{ kind: 'has' as const, digest: 'sha256:1' }, 'pass'],
  [{ kind: 'lacks' as const, reason: 'x' }, 'fail'],
  [{ kind: 'unknown' as const, reason: 'x' }, 'inconclusive']
])('a registry that answers %j is %s', (evidence, status) => {
  expect(judgePushed({ image: 'a/b' }, evidence).status).toBe(status)
})

describe('nothing left', () => {
  const EMPTY = { services: [], networks: [], secrets: [], configs: [] }
  test('in an empty swarm', () => {
    expect(judgeNothingLeft(EMPTY)).toMatchObject({ status: 'pass' })
  })
  test.each([
    [{ services: ['a'] }, 'still there: service a'],
    [{ networks: ['n'] }, 'still there: network n'],
    [{ secrets: ['s'], configs: ['c'] }, 'still there: secret s, config c']
  ])('not with %j', (left, observed) => {
    expect(judgeNothingLeft({ ...EMPTY, ...left })).toMatchObject({ status: 'fail', observed })
  })
  test('what a swarm has of itself, and what Swarmline keeps, is no rest', () => {
    expect(isStackNetwork({ Driver: 'overlay', Scope: 'swarm' })).toBe(true)
    expect(isStackNetwork({ Driver: 'overlay', Scope: 'swarm', Ingress: true })).toBe(false)
    expect(isStackNetwork({ Driver: 'bridge', Scope: 'local' })).toBe(false)
    expect(isKeptByUs({ name: 'a', labels: { 'io.swarmline.kind': 'record' } })).toBe(true)
    expect(isKeptByUs({ name: 'a', labels: { 'com.docker.stack.namespace': 'x' } })).toBe(false)
  })
})

describe('deploy script', () => {
  test.each([
    ['docker stack deploy -c docker-compose.yml workshop', ['docker-compose.yml'], 'workshop'],
    [
      'docker stack deploy --detach=false --compose-file ./a.yml --compose-file=b.yml w',
      ['a.yml', 'b.yml'],
      'w'
    ],
    ['/usr/bin/docker --context x -H tcp://y stack up -c a.yml w', ['a.yml'], 'w'],
    ['docker stack deploy --with-registry-auth -c a.yml --prune w', ['a.yml'], 'w'],
    ['swarmline deploy w', ['docker-compose.yml'], 'w'],
    ['swarmline deploy --file a.yml', ['a.yml'], undefined]
  ])('%s deploys', (line, composeFiles, stack) => {
    expect(askedDeploy(line.split(' '))).toEqual({ composeFiles, stack })
  })
  test.each([
    ['docker stack deploy w'],
    ['docker stack ps w'],
    ['docker compose up'],
    ['swarmline build'],
    ['echo docker stack deploy -c a w'],
    ['docker']
  ])('%s does not', line => {
    expect(askedDeploy(line.split(' '))).toBeUndefined()
  })

  const run = (file: string, line: string, isExecutable = true) => ({
    file,
    isExecutable,
    calls: [line.split(' ')],
    exitCode: 0
  })
  const GOOD = 'docker stack deploy -c docker-compose.yml workshop'
  const files = ['docker-compose.yml', 'bin/deploy']
  test.each([
    [[run('bin/deploy', GOOD)], 'pass', 'bin/deploy deploys docker-compose.yml'],
    [[run('bin/x', 'docker ps'), run('bin/deploy', GOOD)], 'pass', 'bin/deploy deploys docker-compose.yml'],
    [[run('bin/deploy', GOOD, false)], 'fail', 'bin/deploy deploys the stack, but is not executable'],
    [
      [run('bin/deploy', 'docker stack deploy -c other.yml w')],
      'fail',
      'bin/deploy deploys other.yml, which is not in the folder'
    ],
    [[run('bin/deploy', 'docker ps')], 'fail', 'none of bin/deploy deploys a stack'],
    [[], 'fail', 'there is no script in bin/']
  ])('%j is %s', (runs, status, observed) => {
    expect(judgeDeployScript({ files, runs })).toMatchObject({ status, observed })
  })
})
