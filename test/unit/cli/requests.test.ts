import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { run } from '../../../src/cli/run.ts'
import type { UseCases } from '../../../src/cli/use-cases.ts'
import { SwarmlineError } from '../../../src/errors.ts'
import { fakeDoor } from './fake-door.ts'

/** The request that a command line makes of a use case. */
async function requestOf<K extends keyof UseCases>(
  name: K,
  argv: string[],
  given: Parameters<typeof fakeDoor>[1] = {}
): Promise<Parameters<UseCases[K]>[0]> {
  const requests: Parameters<UseCases[K]>[0][] = []
  const taken = async (request: Parameters<UseCases[K]>[0]) => {
    requests.push(request)
    throw new SwarmlineError('internal', 'enough')
  }
  const door = fakeDoor({ [name]: taken }, given)
  await run(argv, door)
  if (requests.length !== 1) throw new Error(door.stderr.text())
  return requests[0] as Parameters<UseCases[K]>[0]
}

test('up needs no option at all', async () => {
  expect(await requestOf('up', ['up'])).toEqual({
    name: 'swarmline',
    engine: 'auto',
    dockerHost: undefined,
    managers: 1,
    workers: 2,
    labels: { worker1: { data: 'persistent' } },
    ttlHours: 24,
    owner: 'somebody',
    suite: 'trixie',
    buildContexts: [],
    composeFiles: [],
    endpoint: 'mesh'
  })
})

test('up takes what lies in the folder, where it does, and what is named, wherever it is', async () => {
  const root = path.resolve(import.meta.dirname, '../../..')
  expect(await requestOf('up', ['up'], { cwd: root })).toMatchObject({
    buildContexts: [`${root}/backend`, `${root}/redis`],
    composeFiles: [`${root}/docker-compose.yml`]
  })
  const named = await requestOf('up', ['up', '--build-context', 'app', '--compose-file', 'stack.yml'])
  expect(named).toMatchObject({ buildContexts: ['/project/app'], composeFiles: ['/project/stack.yml'] })
})

test('the label goes to the manager where there is no worker, and given ones replace it', async () => {
  const alone = await requestOf('up', ['up', '--workers', '0'])
  expect(alone.labels).toEqual({ manager1: { data: 'persistent' } })
  const given = await requestOf('up', ['up', '--label', 'worker2:a=1', '--label', 'worker2:b=x=y'])
  expect(given.labels).toEqual({ worker2: { a: '1', b: 'x=y' } })
})

test('up takes DOCKER_HOST, but not one that points into a swarm of ours', async () => {
  const host = { DOCKER_HOST: 'ssh://me@there' }
  expect((await requestOf('up', ['up'], { env: host })).dockerHost).toBe('ssh://me@there')
  const argv = ['up', '--docker-host', 'unix:///x.sock']
  expect((await requestOf('up', argv, { env: host })).dockerHost).toBe('unix:///x.sock')
  const ours = { DOCKER_HOST: 'unix:///home/somebody/.local/state/swarmline/swarmline/worker1.sock' }
  expect((await requestOf('up', ['up'], { env: ours })).dockerHost).toBeUndefined()
})

test('build makes full names and paths', async () => {
  expect(await requestOf('build', ['build'])).toEqual({
    target: { kind: 'cluster', name: 'swarmline' },
    images: [
      { name: 'backend', context: '/project/backend', dockerfile: '/project/backend/Dockerfile' },
      { name: 'redis', context: '/project/redis', dockerfile: '/project/redis/Dockerfile' }
    ],
    registry: '10.79.0.5:5000',
    namespace: 'swarmline',
    prefix: 'docker-swarm-workshop-',
    tags: [],
    ...{ buildArgs: {}, labels: {} },
    isPushed: true,
    pushRetries: 4
  })
  const argv = ['build', '--image', 'web=./w,../Web.dockerfile', '--tag', 'v1', '--tag', 'v2', '--no-push']
  expect(await requestOf('build', [...argv, '--build-arg', 'A=b=c'])).toMatchObject({
    images: [{ name: 'web', context: '/project/w', dockerfile: '/project/Web.dockerfile' }],
    tags: ['v1', 'v2'],
    isPushed: false,
    buildArgs: { A: 'b=c' }
  })
})

test('deploy interpolates with the environment, and what is given stands above it', async () => {
  const request = await requestOf('deploy', ['deploy', 'shop', '--variable', 'TAG=v2', '--timeout', '90s'], {
    env: { TAG: 'v1', HOME: '/home/somebody' }
  })
  expect(request).toMatchObject({
    contents: { secrets: {}, configs: {} },
    onFailure: 'rollback',
    lockWait: 'refuse',
    owner: { who: 'somebody' },
    target: { kind: 'cluster', name: 'swarmline' },
    stack: 'shop',
    composeFiles: ['/project/docker-compose.yml'],
    shownFrom: '/project',
    variables: { TAG: 'v2', HOME: '/home/somebody' },
    timeoutMs: 90_000,
    withRegistryAuth: true,
    isPruning: false
  })
})

test('a swarm that exists is a target, too', async () => {
  const argv = [
    'verify',
    'shop',
    '--docker-host',
    'ssh://ops@swarm',
    '--docker-config',
    '/c',
    '--only',
    'dns'
  ]
  expect(await requestOf('verify', argv)).toEqual({
    target: { kind: 'existing', dockerHost: 'ssh://ops@swarm', dockerConfigDir: '/c' },
    stack: 'shop',
    suite: {
      ...{ files: [], root: '/project', only: ['dns'], tags: [], variables: {}, composeFiles: [] },
      ...{ isDisruptionAllowed: false, evidenceDir: undefined }
    }
  })
})

test.each([
  [['verify', '--requests', '5'], 'suites/workload.yml'],
  [['verify', 'shop', '--no-redis'], 'suites/workload.yml'],
  [['verify', '--init', 'x.yml', '--suite', 'y.yml'], 'leave --suite out']
])('%j is refused, with the way out', async (argv, said) => {
  const door = fakeDoor()
  expect(await run(argv, door)).toBe(2)
  expect(door.stderr.text()).toContain(said)
})

test('verify --init writes what follows from the stack, and nothing over what is there', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'init-'))
  const given = { cwd: folder }
  const useCases = { derivedSuite: async () => 'checks: []\n' }
  const door = fakeDoor(useCases, given)
  expect(await run(['verify', 'shop', '--init', 'checks.yml'], door)).toBe(0)
  expect(readFileSync(path.join(folder, 'checks.yml'), 'utf8')).toBe('checks: []\n')
  expect(door.stdout.text()).toContain('swarmline verify shop --suite')
  const again = fakeDoor(useCases, given)
  expect(await run(['verify', 'shop', '--init', 'checks.yml'], again)).toBe(1)
  expect(again.stderr.text()).toContain('already exists')
  rmSync(folder, { recursive: true })
})

describe('an engine elsewhere', () => {
  const LINE = 'swarm.example.org ssh-ed25519 AAAA+/='
  const targetOf = async (argv: string[], env: Record<string, string> = {}) =>
    (await requestOf('deploy', ['deploy', 'shop', ...argv], { env })).target
  const tcp = ['--docker-host', 'tcp://swarm.example.org:2376']

  test('behind ssh is believed by its host key', async () => {
    const argv = ['--docker-host', 'ssh://ops@swarm.example.org', '--host-key', LINE]
    expect(await targetOf(argv, { DOCKER_CERT_PATH: '/certs' })).toEqual({
      kind: 'existing',
      dockerHost: 'ssh://ops@swarm.example.org',
      dockerConfigDir: undefined,
      hostKey: LINE
    })
  })

  test('behind TLS by certificates: of the folder that is named, else of DOCKER_CERT_PATH', async () => {
    const env = { DOCKER_CERT_PATH: '/certs', DOCKER_TLS_VERIFY: '1' }
    expect(await targetOf([...tcp, '--tls-dir', 'mine'], env)).toMatchObject({ certDir: '/project/mine' })
    expect(await targetOf(tcp, env)).toMatchObject({ dockerHost: tcp[1], certDir: '/certs' })
    expect(await targetOf(tcp)).toMatchObject({ certDir: undefined })
  })

  test('behind TLS by docker’s own folder, when the environment asks for TLS and names no folder', async () => {
    const asked = { DOCKER_TLS_VERIFY: '1', HOME: '/home/somebody' }
    expect(await targetOf(tcp, asked)).toMatchObject({ certDir: '/home/somebody/.docker' })
    expect(await targetOf(tcp, { ...asked, DOCKER_CONFIG: 'conf' })).toMatchObject({
      certDir: '/project/conf'
    })
    expect(await targetOf([...tcp, '--tls-dir', 'mine'], asked)).toMatchObject({ certDir: '/project/mine' })
    const env = { ...asked, DOCKER_HOST: 'tcp://h' }
    expect(await requestOf('up', ['up'], { env })).toMatchObject({ certDir: '/home/somebody/.docker' })
  })

  test('up takes both', async () => {
    const ssh = ['up', '--docker-host', 'ssh://ops@h', '--host-key', LINE]
    expect(await requestOf('up', ssh)).toMatchObject({ hostKey: LINE, certDir: undefined })
    const env = { DOCKER_HOST: 'tcp://h', DOCKER_CERT_PATH: '/certs' }
    expect(await requestOf('up', ['up'], { env })).toMatchObject({ dockerHost: 'tcp://h', certDir: '/certs' })
  })

  test('and so does the demo, which looks at the machine by the same way first', async () => {
    const ssh = ['demo', '--docker-host', 'ssh://ops@h', '--host-key', LINE]
    expect(await requestOf('doctor', ssh)).toMatchObject({ dockerHost: 'ssh://ops@h', hostKey: LINE })
    const env = { DOCKER_HOST: 'ssh://ops@h' }
    expect(await requestOf('doctor', ['demo', '--host-key', LINE], { env })).toMatchObject({ hostKey: LINE })
    const door = fakeDoor()
    expect(await run(['demo', '--host-key', LINE], door)).toBe(2)
    expect(door.stderr.text()).toContain('--host-key is only for ssh://USER@HOST')
  })

  test.each([
    [['--host-key', LINE], '--host-key is only for ssh://USER@HOST'],
    [[...tcp, '--host-key', LINE], '--host-key is only for ssh://USER@HOST'],
    [['--docker-host', 'ssh://h', '--tls-dir', '/c'], '--tls-dir is only for tcp://HOST'],
    [['--docker-host', 'ssh://h', '--host-key', 'AAAA'], '--host-key takes a line of known_hosts'],
    [
      ['--docker-host', 'ssh://h', '--host-key', '@revoked * ssh-rsa A'],
      '--host-key takes a line of known_hosts'
    ],
    [['--docker-host', 'ssh://h', '--host-key', 'a ssh-rsa AAAA\nb ssh-rsa BBBB'], '--host-key takes a line'],
    [['--docker-host', 'http://h'], '--docker-host takes unix:///PATH, ssh://USER@HOST or tcp://HOST']
  ])('%j is refused', async (argv, fault) => {
    await expect(targetOf(argv)).rejects.toThrow(fault)
  })
})

test.each(['--plan', '--dry-run'])('deploy %s only looks', async option => {
  expect((await requestOf('planDeploy', ['deploy', 'shop', option])).stack).toBe('shop')
})

test('verify takes suites, and selects among their checks', async () => {
  const argv = ['verify', '--suite', 'a/x.yml', '--suite', 'b.yml', '--only', 'one', '--tag', 'core']
  const more = [
    '--variable',
    'A=b=c',
    '--compose-file',
    'stack.yml',
    '--evidence',
    'out',
    '--allow-disruption'
  ]
  expect((await requestOf('verify', [...argv, ...more])).suite).toEqual({
    files: ['/project/a/x.yml', '/project/b.yml'],
    root: '/project',
    only: ['one'],
    tags: ['core'],
    variables: { A: 'b=c' },
    isDisruptionAllowed: true,
    composeFiles: ['/project/stack.yml'],
    evidenceDir: '/project/out'
  })
  const outside = ['verify', '--suite', '/suites/a/x.yml', '--suite', '/suites/b.yml']
  expect((await requestOf('verify', outside)).suite.root).toBe('/suites')
  expect((await requestOf('listChecks', [...argv, '--list'])).only).toEqual(['one'])
})

test('what only a suite needs is refused without one', async () => {
  const door = fakeDoor()
  expect(await run(['verify', '--list', '--tag', 'core'], door)).toBe(2)
  expect(door.stderr.text()).toContain(
    '--tag needs a suite: give --suite; --list needs a suite: give --suite'
  )
})

test('verify explains a kind, and lists checks', async () => {
  const { explainKind } = await import('../../../src/usecases/verify-catalogue.ts')
  const explained = fakeDoor({ explainKind })
  expect(await run(['verify', '--explain', 'nodes'], explained)).toBe(0)
  for (const word of ['Reads the swarm', 'survives', 'kind: nodes'])
    expect(explained.stdout.text()).toContain(word)
  const unknown = fakeDoor({ explainKind })
  expect(await run(['verify', '--explain', 'nods'], unknown)).toBe(1)
  expect(unknown.stderr.text()).toContain('no kind of check is called nods — did you mean nodes?')
  const place = { file: 'suite.yml', line: 7 }
  const check = {
    id: 'a',
    kind: 'nodes',
    title: 'T\u001b[2J',
    tags: ['x'],
    points: 1,
    isDisturbing: true,
    place
  }
  const listed = fakeDoor({ listChecks: async () => [check] })
  expect(await run(['verify', '--suite', 's.yml', '--list'], listed)).toBe(0)
  expect(listed.stdout.text()).toMatch(/nodes \(disturbs\).*suite\.yml:7/)
  expect(listed.stdout.text()).not.toContain('\u001b[2J')
})

test('down takes a name either way', async () => {
  expect(await requestOf('down', ['down'])).toEqual({ name: 'swarmline', isAllOfOurs: false })
  expect(await requestOf('down', ['down', 'big'])).toEqual({ name: 'big', isAllOfOurs: false })
  expect(await requestOf('down', ['down', '--name', 'big'])).toEqual({ name: 'big', isAllOfOurs: false })
  expect(await requestOf('down', ['down', '--all'])).toEqual({ name: 'swarmline', isAllOfOurs: true })
})

test.each([[['big', '--all']], [['--name', 'big', '--all']]])('down %j is refused', async argv => {
  const door = fakeDoor()
  expect(await run(['down', ...argv], door)).toBe(2)
  expect(door.stderr.text()).toContain('--all removes every swarm, and big names one')
})
