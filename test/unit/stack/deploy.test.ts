import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import type { ApiService } from '../../../src/docker/types.ts'
import type { Exec, ExecOptions } from '../../../src/effects/effects.ts'
import { type DeployStackRequest, deployStack } from '../../../src/stack/deploy.ts'
import type { StackPlan } from '../../../src/stack/stack-plan.ts'
import { fakeEffects, fakeEngine } from '../../support/fake-engine.ts'
import { aService } from '../../support/swarm-builders.ts'

const plan: StackPlan = {
  composeFiles: ['/x/docker-compose.yml'],
  projectDir: '/x',
  version: '3.8',
  services: [
    {
      name: 'web',
      image: 'web:1',
      mode: 'replicated',
      ports: [{ target: 80, published: 80, protocol: 'tcp', mode: 'ingress' }],
      networks: ['default'],
      secrets: [],
      configs: []
    }
  ],
  files: [],
  networks: [],
  volumes: [],
  warnings: [{ file: 'docker-compose.yml', line: 7, text: 'restart is ignored' }],
  model: {},
  findings: [],
  translations: []
}

type Call = { args: string[]; options: ExecOptions; override: string }

/** A docker client that answers each `stack deploy` with the next of `said`; an empty text is a success. */
function setUp(said: string[], services: ApiService[] = [], over: Partial<DeployStackRequest> = {}) {
  const calls: Call[] = []
  const exec: Exec = async (_, args, options = {}) => {
    const last = args.filter((_, i) => args[i - 1] === '--compose-file').at(-1) ?? ''
    calls.push({
      args: [...args],
      options,
      override: last === '' || last.startsWith('/x') ? '' : readFileSync(last, 'utf8')
    })
    const isDeploy = args.includes('deploy')
    const stderr = isDeploy ? (said.shift() ?? '') : ''
    return { exitCode: stderr ? 1 : 0, stdout: '', stderr }
  }
  const client = fakeEngine(({ path, filters }) =>
    path === '/services' ? services.filter(s => !filters.label || s.Spec.Name.startsWith('s_')) : []
  )
  const fx = fakeEffects({ exec })
  const request: DeployStackRequest = {
    docker: { file: 'docker', configDir: '/login', env: {} },
    client,
    stack: 's',
    plan,
    variables: { TAG: '1' },
    digests: {},
    labels: {},
    hasMesh: true,
    withRegistryAuth: true,
    isPruning: false,
    ...over
  }
  return { calls, fx, run: () => deployStack(request, fx) }
}

test('docker gets the files, the variables and nothing that it would take from elsewhere', async () => {
  const { calls, fx, run } = setUp([''])
  expect(await run()).toEqual({ services: ['s_web'], withoutDigest: [] })
  expect(calls[0]?.args).toEqual([
    ...['-H', 'unix:///fake.sock', 'stack', 'deploy'],
    ...['--compose-file', '/x/docker-compose.yml', '--detach=true', '--with-registry-auth', 's']
  ])
  expect(calls[0]?.options).toMatchObject({ env: { TAG: '1', DOCKER_CONFIG: '/login' }, cwd: '/x' })
  expect(calls[0]?.options.inherit).not.toContain('DOCKER_HOST')
  expect(fx.lines).toEqual(['warning: docker-compose.yml:7: restart is ignored'])
})

test('digests and labels are laid over the files', async () => {
  const { calls, run } = setUp([''], [], { digests: { 'web:1': 'sha256:abc' }, labels: { a: 'b' } })
  await run()
  expect(calls[0]?.override).toContain('web:1@sha256:abc')
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
