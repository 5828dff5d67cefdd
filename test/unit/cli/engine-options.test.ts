// Which engine and which swarm a command line is about, over real folders of docker's own client.
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { run } from '../../../src/cli/run.ts'
import type { UseCases } from '../../../src/cli/use-cases.ts'
import { SwarmlineError } from '../../../src/errors.ts'
import { fakeDoor } from './fake-door.ts'

let folder = ''
const at = (...names: string[]): string => path.join(folder, ...names)
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'engine-test-'))
  mkdirSync(at('docker'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const idOf = (name: string): string => createHash('sha256').update(name).digest('hex')
function hasContext(name: string, endpoint: object, hasTls = false, config = 'docker'): void {
  const meta = at(config, 'contexts/meta', idOf(name))
  mkdirSync(meta, { recursive: true })
  const text = JSON.stringify({ Name: name, Metadata: {}, Endpoints: { docker: endpoint } })
  writeFileSync(path.join(meta, 'meta.json'), text)
  if (hasTls) mkdirSync(at(config, 'contexts/tls', idOf(name), 'docker'), { recursive: true })
}
const uses = (name: string): void =>
  writeFileSync(at('docker/config.json'), JSON.stringify({ currentContext: name }))
function hasSwarm(more: object): void {
  mkdirSync(at('state/swarmline'), { recursive: true })
  writeFileSync(at('state/swarmline/cluster.json'), JSON.stringify({ name: 'swarmline', ...more }))
}

/** What the use case is asked for, or what is said instead. */
async function asked(
  useCase: keyof UseCases,
  argv: string[],
  env: Record<string, string> = {}
): Promise<unknown> {
  let request: unknown
  const take = async (given: unknown) => {
    request = given
    throw new SwarmlineError('internal', 'enough')
  }
  const home = { cacheDir: at('cache'), stateDir: at('state'), dockerConfigDir: at('docker') }
  const door = fakeDoor({ [useCase]: take } as never, { env, home })
  await run(argv, door)
  return request ?? door.stderr.text()
}
const target = async (argv: string[], env?: Record<string, string>): Promise<unknown> => {
  const request = await asked('status', ['status', 'shop', ...argv], env)
  return typeof request === 'string' ? request : (request as { target: object }).target
}
const ours = (name: string) => ({ kind: 'cluster', name })
const there = (dockerHost: string, more: object = {}) =>
  expect.objectContaining({ kind: 'existing', dockerHost, ...more })

describe('the engine is named by', () => {
  beforeEach(() => {
    hasContext('one', { Host: 'ssh://one' })
    hasContext('two', { Host: 'ssh://two' })
    uses('two')
  })
  const env = { DOCKER_HOST: 'ssh://host', DOCKER_CONTEXT: 'one' }

  test.each<[string, string[], Record<string, string>, string]>([
    ['--docker-host before all', ['--docker-host', 'ssh://option'], env, 'ssh://option'],
    ['--context before all', ['--context', 'two'], env, 'ssh://two'],
    ['DOCKER_HOST before DOCKER_CONTEXT', [], env, 'ssh://host'],
    ['DOCKER_CONTEXT before the current context', [], { DOCKER_CONTEXT: 'one' }, 'ssh://one'],
    ['the current context', [], {}, 'ssh://two'],
    ['--context default, which is DOCKER_HOST', ['--context', 'default'], env, 'ssh://host'],
    [
      "--context default, which is this machine's",
      ['--context', 'default'],
      {},
      'unix:///var/run/docker.sock'
    ]
  ])('%s', async (_, argv, given, expected) => {
    expect(await target(argv, given)).toEqual(there(expected))
  })

  test('the same for every command', async () => {
    const commands: [keyof UseCases, string[]][] = [
      ['deploy', ['deploy', 'shop']],
      ['planDeploy', ['deploy', 'shop', '--plan']],
      ['status', ['status', 'shop']],
      ['rollback', ['rollback', 'shop']],
      ['verify', ['verify', 'shop']],
      ['build', ['build']]
    ]
    for (const [useCase, argv] of commands)
      expect([argv, await asked(useCase, argv)]).toEqual([
        argv,
        expect.objectContaining({ target: there('ssh://two', { namedBy: 'the docker context two' }) })
      ])
    for (const useCase of ['up', 'doctor'] as const)
      expect(await asked(useCase, [useCase])).toMatchObject({ dockerHost: 'ssh://two' })
  })

  test('nothing where DOCKER_CONTEXT says default', async () => {
    expect(await target([], { DOCKER_CONTEXT: 'default' })).toEqual(ours('swarmline'))
  })
})

test('without anything that names one it is the swarm of ours', async () => {
  expect(await target([])).toEqual(ours('swarmline'))
  uses('default')
  expect(await target(['--cluster', 'other'])).toEqual(ours('other'))
})

test('--cluster means a swarm of ours, whatever the environment names', async () => {
  expect(await target(['--cluster', 'swarmline'], { DOCKER_HOST: 'ssh://host' })).toEqual(ours('swarmline'))
})

test.each([
  [['--cluster', 'swarmline', '--docker-host', 'ssh://h'], '--cluster and --docker-host name two swarms'],
  [['--cluster', 'x', '--context', 'c'], '--cluster and --context name two swarms'],
  [['--docker-host', 'ssh://h', '--context', 'c'], '--docker-host and --context name two engines'],
  [['--context', 'gone'], 'there is no docker context “gone”'],
  [['--context', 'npipe'], 'leads to npipe:////./pipe/docker_engine'],
  [['--context', 'empty'], 'names no engine'],
  [['--context', 'blind'], 'does not verify the engine']
])('%j: %s', async (argv, expected) => {
  hasContext('npipe', { Host: 'npipe:////./pipe/docker_engine' })
  hasContext('empty', {})
  hasContext('blind', { Host: 'tcp://h:2376', SkipTLSVerify: true })
  expect(await target(argv)).toContain(expected)
})

test('the certificates of a context go with it, and no others', async () => {
  hasContext('tls', { Host: 'tcp://h:2376' }, true)
  hasContext('bare', { Host: 'tcp://b:2376' })
  const env = { DOCKER_CERT_PATH: '/certs' }
  expect(await target(['--context', 'tls'], env)).toEqual(
    there('tcp://h:2376', { certDir: at('docker/contexts/tls', idOf('tls'), 'docker') })
  )
  expect(await target(['--context', 'bare'], env)).toEqual(there('tcp://b:2376', { certDir: undefined }))
  expect(await target(['--context', 'bare', '--tls-dir', '/mine'], env)).toEqual(
    there('tcp://b:2376', { certDir: '/mine' })
  )
  expect(await target([], { ...env, DOCKER_HOST: 'tcp://e' })).toEqual(
    there('tcp://e', { certDir: '/certs' })
  )
})

test('--docker-config says where contexts are, too', async () => {
  hasContext('mine', { Host: 'ssh://mine' }, false, 'other')
  expect(await target(['--context', 'mine', '--docker-config', at('other')])).toEqual(
    there('ssh://mine', { dockerConfigDir: at('other') })
  )
})

test('what names the engine with which `up` made a swarm of ours means that swarm', async () => {
  const env = { DOCKER_HOST: 'ssh://build' }
  expect(await target([], env)).toEqual(there('ssh://build'))
  hasSwarm({ namedEngine: 'ssh://build', engine: { kind: 'vm' } })
  expect(await target([], env)).toEqual(ours('swarmline'))
  expect(await target(['--docker-host', 'ssh://build'])).toEqual(there('ssh://build'))
  expect(await target([], { DOCKER_HOST: 'ssh://other' })).toEqual(there('ssh://other'))
  hasSwarm({ engine: { kind: 'host', dockerHost: 'ssh://build' } })
  expect(await target([], env)).toEqual(ours('swarmline'))
})

test('DOCKER_HOST as `swarmline env` sets it means the swarm of that node, and no engine for a new one', async () => {
  const env = { DOCKER_HOST: `unix://${at('state')}/big/manager1.sock` }
  expect(await target([], env)).toEqual(ours('big'))
  expect(await asked('up', ['up'], env)).toMatchObject({ dockerHost: undefined })
})

test('a stack must be named on a swarm that is not ours', async () => {
  for (const argv of [['deploy'], ['status'], ['rollback'], ['verify']])
    expect(await asked('status', [...argv, '--docker-host', 'ssh://h'])).toContain('name the stack')
  expect(await asked('status', ['status'])).toMatchObject({ stack: 'workshop' })
})
