import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { gradingKinds } from '../../../../src/grading/kinds/all.ts'
import { frame, type Routes } from '../../verify/builders.ts'
import { HOSTNAMES } from '../../verify/kinds/recorded.ts'
import { withWeb } from '../../verify/kinds/rows.ts'
import { listen, respond, type TestServer, workloadText } from '../../verify/test-server.ts'
import { judged, lost, refuse, solution } from './judged.ts'

// What the kinds of grading make of an engine’s answers: those of a healthy stack, with one thing changed in them.

let visits = 0
let server: TestServer
beforeAll(async () => {
  server = await listen((n, socket) => respond(socket, workloadText(HOSTNAMES[n % 2] ?? '', ++visits)))
})
afterAll(() => server.close())
beforeEach(() => {
  visits = 0
})

describe('pushed', () => {
  const DIGEST = `sha256:${'d'.repeat(64)}`
  const at = (name: string, answer: Routes[string]): Routes => ({
    [`GET /distribution/${name}/json`]: answer
  })
  test.each([
    ['there', 'shop/web:1', {}, 'pass', DIGEST],
    ['there, by its digest', `shop/web:1@${DIGEST}`, {}, 'pass', DIGEST],
    ['not there', 'a/b', {}, 'fail', 'it has not: no such thing: /distribution/a/b/json'],
    ['only with a login', 'a/b', at('a/b', refuse(401)), 'fail', 'it has not: status 401'],
    [
      'in a registry that fails',
      'a/b',
      at('a/b', refuse(500)),
      'inconclusive',
      'the registry did not say: status 500'
    ],
    [
      'asked of a lost engine',
      'a/b',
      at('a/b', lost),
      'inconclusive',
      'the registry did not say: the engine does not answer'
    ],
    [
      'answered strangely',
      'a/b',
      at('a/b', () => ({ x: 1 })),
      'inconclusive',
      expect.stringContaining('does not have the expected form')
    ]
  ])('an image that is %s', async (_what, image, routes, status, observed) => {
    expect(await judged('pushed', { image }, routes)).toMatchObject({ status, observed })
  })
})

describe('placed-by-label', () => {
  const constrained = (...Constraints: string[]) =>
    withWeb(spec => {
      Object.assign(spec.TaskTemplate, { Placement: { Constraints } })
    })
  const asked = { service: 'web', label: 'data', value: 'persistent' }
  test.each([
    [['node.labels.data==persistent'], 'pass'],
    [['node.hostname == worker1'], 'fail'],
    [[], 'fail']
  ])('%j is %s', async (constraints, status) => {
    expect((await judged('placed-by-label', asked, constrained(...constraints))).status).toBe(status)
  })
  test('a service that is not there', async () => {
    expect(await judged('placed-by-label', { ...asked, service: 'absent' })).toMatchObject({ status: 'fail' })
  })
})

test('shared-counter counts over all nodes, and does not mind others', async () => {
  const asked = { service: 'web', port: server.port, requests: 5 }
  expect(await judged('shared-counter', asked, {}, solution, [], server.port)).toMatchObject({
    status: 'pass'
  })
})

describe('prometheus-query', () => {
  const says = (...bodies: string[]): Routes => {
    let asked = 0
    return {
      'POST /exec/e-web1/start': () => [
        frame(
          1,
          `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n${bodies[Math.min(asked++, bodies.length - 1)]}`
        )
      ]
    }
  }
  const answer = (value: string) =>
    `{"status":"success","data":{"resultType":"vector","result":[{"value":[1,"${value}"]}]}}`
  const asked = { service: 'web', query: 'count(up)', value: { gte: 3 }, within: '10s' }
  test.each([
    ['at once', says(answer('3')), 'pass', '3'],
    ['after a while', says(answer('1'), '{"status":"error"}', answer('3')), 'pass', '3'],
    ['never', says(answer('2')), 'fail', 'it is 2'],
    ['not at all', says('<html>'), 'fail', expect.stringMatching(/^status 200/)]
  ])('that is right %s', async (_when, routes, status, observed) => {
    expect(await judged('prometheus-query', asked, routes)).toMatchObject({ status, observed })
  })
})

describe('a container that cannot be asked', () => {
  const ALL = ['manager1', 'worker1', 'worker2']
  test.each([
    ['prometheus-query', { service: 'web', query: 'up', value: 1, within: '0s' }],
    ['healthcheck', { service: 'web' }]
  ])('makes %s inconclusive', async (kind, said) => {
    expect(await judged(kind, said, {}, solution, ALL)).toMatchObject({ status: 'inconclusive' })
  })

  test('is passed over where another can', async () => {
    const json = '{"status":"success","data":{"resultType":"scalar","result":[1,"1"]}}'
    const says = { 'POST /exec/e-web2/start': () => [frame(1, `HTTP/1.1 200 OK\r\nX: y\r\n\r\n${json}`)] }
    const asked = { service: 'web', query: 'up', value: 1, within: '0s' }
    expect(await judged('prometheus-query', asked, says, solution, ['worker1'])).toMatchObject({
      status: 'pass'
    })
  })

  test('has nothing to ask with', async () => {
    const bare = { [`POST /containers/${'a'.repeat(64)}/exec`]: refuse(400) }
    const asked = { service: 'web', query: 'up', value: 1, within: '0s' }
    expect(await judged('prometheus-query', asked, bare)).toMatchObject({ status: 'inconclusive' })
  })
})

describe('nothing-left', () => {
  const named = (Name: string, Labels: Record<string, string> = {}) => ({ Spec: { Name, Labels } })
  const EMPTY: Routes = {
    'GET /services': () => [],
    'GET /secrets': () => [],
    'GET /configs': () => [named('swarmline-record', { 'io.swarmline.kind': 'record' })],
    'GET /networks': () => [
      { Id: '1', Name: 'ingress', Driver: 'overlay', Scope: 'swarm', Ingress: true },
      { Id: '2', Name: 'bridge', Driver: 'bridge', Scope: 'local' }
    ]
  }
  test('in an empty swarm', async () => {
    expect(await judged('nothing-left', {}, EMPTY)).toMatchObject({ status: 'pass' })
  })
  test('asks once where nothing is left', async () => {
    let asked = 0
    await judged('nothing-left', {}, { ...EMPTY, 'GET /services': () => (asked++ < 0 ? [named('web')] : []) })
    expect(asked).toBe(1)
  })
  test('waits for the rest to go', async () => {
    let asked = 0
    const going: Routes = { ...EMPTY, 'GET /services': () => (asked++ < 3 ? [named('web')] : []) }
    expect(await judged('nothing-left', {}, going)).toMatchObject({ status: 'pass' })
  })
  test.each([
    ['GET /services', [named('shop_web')], 'still there: service shop_web'],
    ['GET /secrets', [named('pw')], 'still there: secret pw'],
    [
      'GET /networks',
      [{ Id: '3', Name: 'shop_default', Driver: 'overlay', Scope: 'swarm', Labels: null }],
      'still there: network shop_default'
    ]
  ])('%s names what stays', async (route, left, observed) => {
    expect(await judged('nothing-left', {}, { ...EMPTY, [route]: () => left })).toMatchObject({
      status: 'fail',
      observed
    })
  })
})

test('the folder’s script and workflow are read where the folder is at hand', async () => {
  expect(await judged('deploy-script', {})).toMatchObject({
    status: 'pass',
    observed: 'bin/t deploys docker-compose.yml'
  })
  expect(await judged('pipeline', {})).toMatchObject({ status: 'pass' })
  const broken = { ...solution, runScripts: async () => lost() }
  expect(await judged('deploy-script', {}, {}, broken)).toMatchObject({ status: 'inconclusive' })
})

test('every kind explains itself with an example that its parameters take', async () => {
  const { parse } = await import('yaml')
  for (const kind of gradingKinds(solution)) {
    for (const { kind: name, ...said } of parse(kind.example) as { kind: string }[]) {
      expect(name).toBe(kind.name)
      expect(() => kind.params.parse(said)).not.toThrow()
    }
  }
})
