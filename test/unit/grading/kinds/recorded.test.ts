import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { EngineAnswerError, type RequestOptions } from '../../../../src/docker/client.ts'
import { SwarmlineError } from '../../../../src/errors.ts'
import type { Solution } from '../../../../src/grading/folder/solution.ts'
import { gradingKinds } from '../../../../src/grading/kinds/all.ts'
import type { Verdict } from '../../../../src/verify/verdict.ts'
import { frame, type Routes } from '../../verify/builders.ts'
import { HOSTNAMES, recordedCheck, runRecorded } from '../../verify/kinds/recorded.ts'
import { withWeb } from '../../verify/kinds/rows.ts'
import { listen, respond, type TestServer, workloadText } from '../../verify/test-server.ts'

// What the kinds of grading make of an engine’s answers: those of a healthy stack, with one thing changed in them.

const FILES: Record<string, string> = {
  'docker-compose.yml': '',
  '.github/workflows/w.yml': 'jobs: {a: {steps: [{run: bin/t}, {run: docker push x}]}}',
  'bin/t': 'docker run x'
}
const solution: Solution = {
  files: Object.keys(FILES),
  read: async file => FILES[file] ?? '',
  runScripts: async () => [
    {
      file: 'bin/t',
      isExecutable: true,
      exitCode: 0,
      calls: [['docker', 'stack', 'deploy', '-c', 'docker-compose.yml', 'w']]
    }
  ]
}

let visits = 0
let server: TestServer
beforeAll(async () => {
  server = await listen((n, socket) => respond(socket, workloadText(HOSTNAMES[n % 2] ?? '', ++visits)))
})
afterAll(() => server.close())
beforeEach(() => {
  visits = 0
})

async function judged(
  kind: string,
  said: object,
  routes: Routes = {},
  of = solution,
  foreign: string[] = []
): Promise<Verdict> {
  const found = gradingKinds(of).find(each => each.name === kind)
  if (!found) throw new Error(`no kind ${kind}`)
  const [verdict] = await runRecorded([recordedCheck(found, said)], { port: server.port, routes, foreign })
  if (!verdict) throw new Error('no verdict')
  return verdict
}

const refuse = (status: number) => () => {
  throw new EngineAnswerError(status, `status ${status}`)
}
const lost = () => {
  throw new SwarmlineError('engine-lost', 'the engine does not answer')
}

describe('healthcheck', () => {
  const made: RequestOptions[] = []
  const gone: string[] = []
  const routes = (beside: number, alone: number, more: Routes = {}): Routes => ({
    'POST /containers/create': options => {
      made.push(options)
      return { Id: 'h1' }
    },
    'POST /containers/h1/start': () => undefined,
    'POST /containers/h1/wait': () => ({ StatusCode: alone }),
    'DELETE /containers/h1': () => void gone.push('h1'),
    'GET /exec/e-web1/json': () => ({ Running: false, ExitCode: beside }),
    ...more
  })
  beforeEach(() => {
    made.length = 0
    gone.length = 0
  })
  const look = (more: Routes, tested = true) => judged('healthcheck', { service: 'web', tested }, more)

  test('is tried beside the server, and alone in a container that can do nothing and is taken away', async () => {
    expect(await look(routes(0, 7))).toMatchObject({
      status: 'pass',
      observed: 'CMD true: 0 beside the server, 7 without'
    })
    expect(made).toEqual([
      expect.objectContaining({
        body: expect.objectContaining({
          Image: 'i1',
          Entrypoint: ['true'],
          Cmd: [],
          HostConfig: expect.objectContaining({
            ...{ NetworkMode: 'none', PidsLimit: 64, CapDrop: ['ALL'], SecurityOpt: ['no-new-privileges'] }
          })
        })
      })
    ])
    expect(gone).toEqual(['h1'])
  })

  test.each([
    ['that always succeeds', routes(0, 0), 'fail', /it succeeds also where no server runs/],
    ['that fails beside its server', routes(1, 1), 'fail', /beside the server it ends with 1/],
    [
      'whose program the image lacks',
      routes(0, 1, { [`POST /containers/${'a'.repeat(64)}/exec`]: refuse(400) }),
      'fail',
      /it cannot run: status 400/
    ],
    [
      'that cannot be started alone',
      routes(0, 1, { 'POST /containers/h1/start': refuse(400) }),
      'pass',
      /not started without/
    ],
    [
      'while the engine is lost',
      routes(0, 1, { 'POST /containers/create': lost }),
      'inconclusive',
      /does not answer/
    ]
  ])('one %s', async (_what, more, status, words) => {
    expect(await look(more as Routes)).toMatchObject({ status, observed: expect.stringMatching(words) })
  })

  test.each([
    ['an engine that fails', refuse(500), 'inconclusive'],
    ['a program that is not there', refuse(404), 'pass']
  ])('alone, with %s', async (_what, start, status) => {
    expect(await look(routes(0, 1, { 'POST /containers/h1/start': start }))).toMatchObject({ status })
  })

  test('has the environment of the service, also alone', async () => {
    await look(routes(0, 1))
    expect(made[0]).toMatchObject({
      body: { Env: ['MODE=production', 'DB_PASSWORD_FILE=/run/secrets/db_password'] }
    })
  })

  test('that does not end beside its server says nothing', async () => {
    const slow = {
      'POST /exec/e-web1/start': () => {
        throw new SwarmlineError('timed-out', 'it did not finish')
      }
    }
    expect(await look(routes(0, 1, slow))).toMatchObject({ status: 'inconclusive' })
  })

  test('is taken away also when the engine fails on the way', async () => {
    await look(routes(0, 0, { 'POST /containers/h1/wait': lost }))
    expect(gone).toEqual(['h1'])
  })

  const withTest = (Test: string[]) =>
    withWeb(spec => {
      spec.TaskTemplate.ContainerSpec.Healthcheck = { Test, Interval: 5e9 }
    })
  test('of the service counts more than that of the image', async () => {
    expect(await look({ ...routes(0, 1), ...withTest(['CMD-SHELL', 'wget x']) })).toMatchObject({
      observed: expect.stringMatching(/^CMD-SHELL wget x/)
    })
    expect(made[0]).toMatchObject({ body: { Entrypoint: ['/bin/sh'], Cmd: ['-c', 'wget x'] } })
  })
  test('can be switched off by the service', async () => {
    expect(await look({ ...routes(0, 1), ...withTest(['NONE']) })).toMatchObject({
      status: 'fail',
      observed: 'it has none'
    })
  })
  test('can be looked for without being tried', async () => {
    expect(await look(withTest(['CMD', 'x']), false)).toMatchObject({ status: 'pass', observed: 'CMD x' })
    expect(made).toEqual([])
  })
  test('of a service that is not there', async () => {
    expect(await judged('healthcheck', { service: 'absent' })).toMatchObject({
      status: 'fail',
      observed: 'there is no service absent'
    })
  })
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
      expect.stringContaining('has not the form')
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
  expect(await judged('shared-counter', asked)).toMatchObject({ status: 'pass' })
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
