import { describe, expect, test } from '@jest/globals'
import type { ApiService } from '../../../../src/docker/types.ts'
import type { Exec, ExecOptions } from '../../../../src/effects/effects.ts'
import { type DeployStackRequest, deployStack } from '../../../../src/stack/apply/deploy.ts'
import type { Model } from '../../../../src/stack/read/plain.rules.ts'
import { answered, fakeEffects, fakeEngine } from '../../../support/fake-engine.ts'
import { aService } from '../../../support/swarm-builders.ts'

const model: Model = {
  version: '3.8',
  services: {
    web: { image: 'web:1', ports: [{ target: 80, published: 80, protocol: 'tcp', mode: 'ingress' }] }
  }
}

type Call = { args: string[]; options: ExecOptions; file: string }

/**
 * A docker client that answers each `stack deploy` with the next of `said`; an empty text is a success. The engine
 * finds the network `s_n` for the first `finds` times that it is asked.
 * `meanwhile` happens in each of them.
 */
function setUp(
  said: string[],
  services: ApiService[] = [],
  { finds = 0, ...over }: Partial<DeployStackRequest> & { finds?: number } = {},
  meanwhile = () => {}
) {
  const calls: Call[] = []
  const exec: Exec = async (_, args, options = {}) => {
    calls.push({ args: [...args], options, file: String(options.input ?? '') })
    const isDeploy = args.includes('deploy')
    if (isDeploy) meanwhile()
    const stderr = isDeploy ? (said.shift() ?? '') : ''
    return { exitCode: stderr ? 1 : 0, stdout: '', stderr }
  }
  const client = fakeEngine(({ path, filters }) => {
    if (path === '/networks/s_n' && finds-- <= 0) throw answered(404, 'network s_n not found')
    return path === '/services' ? services.filter(s => !filters.label || s.Spec.Name.startsWith('s_')) : []
  })
  const fx = fakeEffects({ exec })
  const request: DeployStackRequest = {
    docker: { file: 'docker', configDir: '/login', env: {} },
    client,
    stack: 's',
    model,
    withRegistryAuth: true,
    ...over
  }
  return { calls, fx, client, run: () => deployStack(request, fx) }
}

test('docker gets the stack by its standard input, and nothing that it would take from elsewhere', async () => {
  const { calls, run } = setUp([''])
  expect(await run()).toEqual({ services: ['s_web'], withoutDigest: [] })
  expect(calls[0]?.args).toEqual([
    ...['-H', 'unix:///fake.sock', 'stack', 'deploy', '--compose-file', '-'],
    ...['--detach=true', '--with-registry-auth', 's']
  ])
  expect(calls[0]?.options).toMatchObject({ env: { DOCKER_CONFIG: '/login' } })
  expect(calls[0]?.options.inherit).not.toContain('DOCKER_HOST')
  expect(calls[0]?.file).toContain('web:1')
})

test('with every image by digest docker asks no registry that does not answer', async () => {
  const pinned = { services: { web: { image: `web:1@sha256:${'a'.repeat(64)}` } } }
  const { calls, run } = setUp([''], [], { model: pinned })
  await run()
  expect(calls[0]?.args.join(' ')).toContain('--resolve-image never')
})

test('of an image whose registry answers docker asks for which nodes it is, and else takes that away', async () => {
  const [one, other] = ['a', 'b'].map(letter => `web:1@sha256:${letter.repeat(64)}`) as [string, string]
  const pinned = { services: { web: { image: one }, db: { image: other } } }
  const platforms = new Map([[other, []]])
  const { calls, run } = setUp([''], [], { model: pinned, platforms })
  await run()
  expect(calls[0]?.args.join(' ')).not.toContain('--resolve-image')
  const alone = setUp([''], [], { model: { services: { web: { image: one } } }, platforms })
  await alone.run()
  expect(alone.calls[0]?.args.join(' ')).toContain('--resolve-image never')
})

test('tells which services the swarm has without a digest', async () => {
  const { run } = setUp([''], [aService('s_web'), aService('s_orphan')])
  expect((await run()).withoutDigest).toEqual(['s_web'])
})

describe('it tries again', () => {
  test.each(['update out of sequence', 'network s_n not found'])('after %s', async said => {
    const { calls, run } = setUp([said, said, ''])
    await run()
    expect(calls).toHaveLength(3)
  })
  test('as soon as an earlier removal has come to its end, however long its tasks take to stop', async () => {
    const { calls, client, fx, run } = setUp(['network s_n not found', ''], [], { finds: 90 })
    const startedAtMs = fx.clock.now()
    await run()
    expect(calls).toHaveLength(2)
    expect(client.requests.filter(each => each === 'GET /networks/s_n')).toHaveLength(91)
    expect(fx.clock.now() - startedAtMs).toBeLessThan(60_000)
  })
  test('but waits for a removal no longer than the deploy may take', async () => {
    const said = Array(9).fill('network s_n not found')
    const { calls, fx, run } = setUp(said, [aService('s_web')], { finds: 9000, timeoutMs: 10_000 })
    const startedAtMs = fx.clock.now()
    await expect(run()).rejects.toMatchObject({
      code: 'deploy-failed',
      message: expect.stringContaining('earlier removal')
    })
    expect(calls).toHaveLength(1)
    expect(fx.clock.now() - startedAtMs).toBe(10_000)
  })
  test('when another writer was quicker: what has changed of the service is not taken for ours', async () => {
    const said = 'failed to update service s_web: Error response from daemon: update out of sequence'
    const services = [aService('s_web')]
    const { calls, run } = setUp([said, said, ''], services, {}, () => {
      const Labels = { turn: String(calls.length) }
      services[0] = aService('s_web', { Spec: { Labels } })
    })
    await run()
    expect(calls.map(call => call.file.includes('web:1'))).toEqual([true, true, true])
  })
  test('five times at most', async () => {
    const { calls, run } = setUp(Array(9).fill('update out of sequence'), [aService('s_web')])
    await expect(run()).rejects.toMatchObject({ code: 'deploy-failed' })
    expect(calls).toHaveLength(5)
  })
  test('without --detach, where the client is too old for it', async () => {
    const { calls, run } = setUp(['unknown flag: --detach', ''])
    await run()
    expect(calls[1]?.args).not.toContain('--detach=true')
  })
})

describe('an engine or a leader that is away', () => {
  const NO_LEADER =
    'failed to update service s_web: Error response from daemon: rpc error: code = Unknown desc = The swarm does not have a leader.'
  const GONE = 'Cannot connect to the Docker daemon at unix:///x.sock. Is the docker daemon running?'

  test.each([NO_LEADER, GONE])('is waited for, longer than the tries of other trouble: %s', async said => {
    const { calls, run } = setUp([...Array(20).fill(said), ''], [aService('s_web')])
    await run()
    expect(calls).toHaveLength(21)
  })

  test('but no longer than a minute', async () => {
    const { calls, fx, run } = setUp(Array(100).fill(NO_LEADER), [aService('s_web')])
    const since = fx.clock.now()
    await expect(run()).rejects.toMatchObject({ code: 'engine-lost' })
    expect(fx.clock.now() - since).toBeGreaterThanOrEqual(60_000)
    expect(fx.clock.now() - since).toBeLessThan(65_000)
    expect(calls.length).toBeGreaterThan(30)
  })

  test('what came through before is not handed over again: the spec before it would be forgotten', async () => {
    const two: Model = { services: { web: { image: 'web:2' }, side: { image: 'side:2' } } }
    const services = [aService('s_web'), aService('s_side')]
    const { calls, run } = setUp([GONE, ''], services, { model: two }, () => {
      services[0] = aService('s_web', { Spec: { TaskTemplate: { ContainerSpec: { Image: 'web:2' } } } })
    })
    await run()
    expect(calls.map(call => [call.file.includes('web:2'), call.file.includes('side:2')])).toEqual([
      [true, true],
      [false, true]
    ])
  })

  test('when all of it came through, and only the answer was lost, that is all', async () => {
    const services: ApiService[] = []
    const { calls, run } = setUp([GONE, GONE], services, {}, () => void services.push(aService('s_web')))
    expect((await run()).services).toEqual(['s_web'])
    expect(calls).toHaveLength(1)
  })
})

describe('a deploy that docker refuses', () => {
  test('is removed again when it was the first', async () => {
    const { calls, run } = setUp(['invalid reference format'])
    await expect(run()).rejects.toMatchObject({ code: 'input' })
    expect(calls.at(-1)?.args.slice(2)).toEqual(['stack', 'rm', 's'])
  })
  test('leaves a stack that was there before', async () => {
    const { calls, run } = setUp(['invalid reference format'], [aService('s_web')])
    await expect(run()).rejects.toMatchObject({ code: 'input' })
    expect(calls).toHaveLength(1)
  })
})

describe('a port that is taken', () => {
  const holder = (name: string, stack: string, over: object = {}) =>
    aService(name, {
      Spec: { Mode: { Replicated: {} }, Labels: { 'com.docker.stack.namespace': stack } },
      Endpoint: {
        Ports: [{ Protocol: 'tcp', TargetPort: 8080, PublishedPort: 80, PublishMode: 'ingress', ...over }]
      }
    })
  test('is refused before anything is made', async () => {
    const { calls, run } = setUp([''], [holder('other_web', 'other')])
    await expect(run()).rejects.toMatchObject({
      code: 'port-taken',
      hint: expect.stringContaining('other_web')
    })
    expect(calls).toEqual([])
  })
  test.each([
    ['its own', holder('s_web', 's')],
    ['of another protocol', holder('x', 'x', { Protocol: 'udp' })],
    ['of another number', holder('x', 'x', { PublishedPort: 81 })],
    ['on the nodes only', holder('x', 'x', { PublishMode: 'host' })]
  ])('is none: %s', async (_, service) => {
    const { run } = setUp([''], [service])
    await expect(run()).resolves.toBeDefined()
  })
})

test('a variable without a value is not filled from the environment of the client', async () => {
  const blank = { services: { web: { image: 'web:1', environment: { HTTP_PROXY: '', LANG: null, A: 'b' } } } }
  const { calls, run } = setUp([''], [], { model: blank })
  await run()
  const { env = {} } = calls[0]?.options ?? {}
  expect(Object.entries(env)).toEqual(
    expect.arrayContaining([
      ['HTTP_PROXY', undefined],
      ['LANG', undefined]
    ])
  )
  expect(env).not.toHaveProperty('A')
})
