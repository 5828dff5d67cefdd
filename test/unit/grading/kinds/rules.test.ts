import { describe, expect, test } from '@jest/globals'
import { askedDeploy } from '../../../../src/grading/folder/asked-deploy.rules.ts'
import { judgeDeployScript } from '../../../../src/grading/kinds/deploy-script/judge.ts'
import {
  isKeptByUs,
  isStackNetwork,
  judgeNothingLeft
} from '../../../../src/grading/kinds/nothing-left/judge.ts'
import { judgePrometheusQuery, sampleOf } from '../../../../src/grading/kinds/prometheus-query/judge.ts'
import { judgePushed } from '../../../../src/grading/kinds/pushed/judge.ts'
import { judgeSharedCounter } from '../../../../src/grading/kinds/shared-counter/judge.ts'
import { seen } from '../../verify/round/seen.ts'

describe('shared counter', () => {
  const round = (visits: number[][], before: number | undefined, after: number | undefined, requests = 2) =>
    judgeSharedCounter(
      { service: 'web', requests },
      {
        nodes: visits.map((each, i) => ({ answers: { node: `n${i}`, requests, failed: 0 }, visits: each })),
        before: seen(before),
        after: seen(after)
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
    [[[2], [3]], 1, 6, '2 of 4 answers name no number of visits']
  ])('%j between %s and %s is not', (visits, before, after, observed) => {
    expect(round(visits, before, after)).toMatchObject({ status: 'fail', observed })
  })
  test.each([
    [undefined, 6],
    [1, undefined]
  ])('a visit beside them that was told none (%s, %s) says nothing', (before, after) => {
    const visits = [
      [2, 3],
      [4, 5]
    ]
    expect(round(visits, before, after)).toMatchObject({
      status: 'inconclusive',
      observed: expect.stringMatching(
        /each answer names its number, but the visit (before|after) them .* time-out/
      )
    })
  })
  test('without an answer there is none', () => {
    const nodes = [{ answers: { node: 'a', requests: 2, failed: 2 }, visits: [] }]
    expect(
      judgeSharedCounter({ service: 'web', requests: 2 }, { nodes, before: seen(1), after: seen(2) })
    ).toMatchObject({ status: 'fail', observed: 'no request was answered' })
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
    ['swarmline deploy --compose-file a.yml', ['a.yml'], undefined]
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
