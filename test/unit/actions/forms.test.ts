import { describe, expect, test } from '@jest/globals'
import { buildPushForm, buildRequest } from '../../../src/actions/build-push.ts'
import { deployRequest, deployStackForm } from '../../../src/actions/deploy-stack.ts'
import { targetOf } from '../../../src/actions/reach-target.ts'
import { readInputs } from '../../../src/actions/read-inputs.ts'
import { swarmUpForm, swarmUpOutputs, upMachinesRequest, upRequest } from '../../../src/actions/swarm-up.ts'
import { downRequest, teardownForm } from '../../../src/actions/teardown.ts'
import { verifyForm, verifyRequest } from '../../../src/actions/verify.ts'
import { readAction } from '../../support/action.ts'
import { sampleCluster } from '../../support/action-samples.ts'
import { faultOf, valuesOf } from './form-values.ts'

describe('swarm-up', () => {
  const around = { workspace: '/w', dockerHost: undefined, owner: 'octo/swarm run 1.1' }

  test('its defaults are a cluster of three', () => {
    expect(upRequest(valuesOf('swarm-up', swarmUpForm, {}), around)).toEqual({
      name: 'swarmline',
      engine: 'auto',
      dockerHost: undefined,
      managers: 1,
      workers: 2,
      labels: { worker1: { data: 'persistent' } },
      ttlHours: 24,
      owner: 'octo/swarm run 1.1',
      suite: 'trixie',
      buildContexts: [],
      composeFiles: [],
      endpoint: 'mesh'
    })
  })

  test('several labels of one node, and paths that count from the workspace', () => {
    const given = { labels: 'worker2:a=1\nworker2:b=\nmanager1:a=2', 'build-contexts': 'backend\n/abs' }
    const request = upRequest(valuesOf('swarm-up', swarmUpForm, given), around)
    expect(request.labels).toEqual({ worker2: { a: '1', b: '' }, manager1: { a: '2' } })
    expect(request.buildContexts).toEqual(['/w/backend', '/abs'])
  })

  test('a label of a node that will not be there', () => {
    expect(faultOf('swarm-up', swarmUpForm, { labels: 'worker3:a=1\nmanager1:a=1' })).toBe(
      'labels names worker3; the nodes are manager1, worker1, worker2'
    )
  })

  test('a swarm of machines, with a driver and its flags', () => {
    const given = {
      ...{ provider: 'docker-machine', driver: 'generic', workers: '0', adopt: 'manager1=mine' },
      'driver-flags': 'generic-ssh-user=root\nmanager1:generic-ip-address=10.0.0.5'
    }
    expect(upMachinesRequest(valuesOf('swarm-up', swarmUpForm, given), 'octo')).toMatchObject({
      ...{ driver: 'generic', adopt: { manager1: 'mine' }, owner: 'octo' },
      flags: [
        { node: undefined, name: 'generic-ssh-user', value: 'root' },
        { node: 'manager1', name: 'generic-ip-address', value: '10.0.0.5' }
      ]
    })
    expect(faultOf('swarm-up', swarmUpForm, { ...given, 'build-contexts': 'backend' })).toBe(
      'build-contexts: not with provider docker-machine'
    )
  })

  test('a machine is reached over TLS, and has no registry', () => {
    const { engine: _engine, registry: _registry, nodes, ...rest } = sampleCluster
    const machines = nodes.map(({ socketPath: _socket, ...node }) => ({
      ...node,
      dockerHost: `tcp://${node.address}:2376`,
      certDir: `/machines/${node.name}`
    }))
    const program = { file: 'docker-machine', driver: 'generic' } as const
    const cluster = { ...rest, provider: 'docker-machine', program, nodes: machines } as const
    expect(swarmUpOutputs({ ...cluster, machines: [] })).toMatchObject({
      'docker-host': 'tcp://10.79.0.11:2376',
      'cert-path': '/machines/manager1',
      registry: ''
    })
  })

  test('the outputs lead to the first manager, wherever it stands among the nodes', () => {
    expect(swarmUpOutputs(sampleCluster)).toMatchObject({
      'docker-host': 'unix:///s/m1.sock',
      addresses: '{"worker1":"10.79.0.12","manager1":"10.79.0.11"}'
    })
  })
})

describe('build-push', () => {
  const request = (given: Record<string, string>) => {
    const values = valuesOf('build-push', buildPushForm, given)
    return buildRequest(values, {
      target: targetOf(values, undefined),
      registry: '10.79.0.5:5000',
      workspace: '/w',
      event: { ref: undefined, sha: undefined, defaultBranch: undefined, pullRequest: undefined }
    })
  }

  test('images are built in the cluster, or by the engine that DOCKER_HOST names', () => {
    expect(request({ cluster: 'c', images: 'backend=./backend\nredis=r,Dockerfile.debian' })).toMatchObject({
      target: { kind: 'cluster', name: 'c' },
      images: [
        { name: 'backend', context: '/w/backend', dockerfile: '/w/backend/Dockerfile' },
        { name: 'redis', context: '/w/r', dockerfile: '/w/r/Dockerfile.debian' }
      ],
      registry: '10.79.0.5:5000',
      tags: ['latest'],
      isPushed: true
    })
    expect(request({ images: 'a=b', test: 'test.yml' }).test).toBe('/w/test.yml')
    expect(request({ 'compose-files': 'stack.yml\n/o.yml', variables: 'TAG=1' })).toMatchObject({
      images: { composeFiles: ['/w/stack.yml', '/o.yml'], variables: { TAG: '1' } }
    })
    expect(request({ images: 'backend=b' })).toMatchObject({ target: { kind: 'existing' } })
  })

  test.each([
    [{ images: '' }, 'images is empty: give NAME=FOLDER, or give compose-files'],
    [
      { images: 'a=b', 'compose-files': 's.yml' },
      'images and compose-files both say what to build: give one of them'
    ],
    [{ images: 'a=b', tags: 'v 1' }, 'tags takes letters, digits, _ . and -, not “v 1”'],
    [{ images: 'a=b', username: 'u' }, 'username also needs password'],
    [
      { images: 'a=b', username: 'u', password: 'p', cluster: 'c' },
      "a cluster's own registry needs no login: leave username and password out"
    ],
    [{ images: 'a' }, 'images takes NAME=FOLDER or NAME=FOLDER,DOCKERFILE, not “a”']
  ])('%j is refused', (given, fault) => {
    expect(faultOf('build-push', buildPushForm, given)).toBe(fault)
  })

  test('a password never stands in an error', () => {
    expect(faultOf('build-push', buildPushForm, { images: 'a=b', password: 'hunter2' })).not.toContain(
      'hunter2'
    )
  })
})

const OWNER = { who: 'octo/swarm run 42.1', where: 'runner', run: 'process 1' }

describe('deploy-stack', () => {
  test('update settings are lines for all services, and those of `settings` come after them', () => {
    const values = valuesOf('deploy-stack', deployStackForm, {
      cluster: 'c',
      stack: 's',
      'update-delay': '5s',
      'rollback-max-failure-ratio': '0.5',
      settings: 'backend.delay=1s'
    })
    expect(deployRequest(values, targetOf(values, undefined), '/w', OWNER).settings).toEqual([
      'update-delay=5s',
      'rollback-max-failure-ratio=0.5',
      'backend.delay=1s'
    ])
  })

  test('a probe counts failed requests; without one there is nothing to count', () => {
    const form = { cluster: 'c', stack: 's', 'max-failed-requests': '0' }
    const values = valuesOf('deploy-stack', deployStackForm, { ...form, probe: 'http://nodes:80/' })
    expect(deployRequest(values, targetOf(values, undefined), '/w', OWNER).probe).toEqual({
      url: 'http://nodes:80/',
      ratePerSecond: 20,
      maxFailedRequests: 0
    })
    expect(faultOf('deploy-stack', deployStackForm, form)).toMatch(/max-failed-requests needs probe/)
  })

  test('contents of configs are taken beside those of secrets, and are not masked', () => {
    const masked: string[] = []
    const texts: Record<string, string> = {
      cluster: 'c',
      stack: 's',
      secrets: 'key=one',
      configs: 'site=listen 80;\n\n# a comment\nlevel=a=b\nempty='
    }
    const defaults = readAction('actions/deploy-stack').inputs ?? {}
    const values = readInputs(
      deployStackForm,
      name => texts[name] ?? String(defaults[name]?.default ?? ''),
      text => masked.push(text)
    )
    expect(deployRequest(values, targetOf(values, undefined), '/w', OWNER).contents).toEqual({
      secrets: { key: 'one' },
      configs: { site: 'listen 80;', level: 'a=b', empty: '' }
    })
    expect(masked).toEqual(expect.arrayContaining(['one', 'key=one']))
    expect(masked.join()).not.toContain('listen')
    expect(faultOf('deploy-stack', deployStackForm, { ...texts, configs: 'site' })).toBe(
      'configs takes NAME=VALUE: entry 1 of 1 has another form'
    )
  })

  test('a secret stands in no error', () => {
    const form = { cluster: 'c', stack: 's', secrets: 'hunter2' }
    expect(faultOf('deploy-stack', deployStackForm, form)).toBe(
      'secrets takes NAME=VALUE on each line: 1 of 1 has another form'
    )
  })

  test('a deploy sends the login along when there is one', () => {
    const values = valuesOf('deploy-stack', deployStackForm, {
      'docker-host': 'ssh://a@b',
      stack: 's',
      variables: 'TAG=1'
    })
    const withAuth = (dir: string | undefined) => deployRequest(values, targetOf(values, dir), '/w', OWNER)
    expect(withAuth(undefined)).toEqual({
      target: { kind: 'existing', dockerHost: 'ssh://a@b', dockerConfigDir: undefined },
      stack: 's',
      composeFiles: ['/w/docker-compose.yml'],
      root: '/w',
      shownFrom: '/w',
      variables: { TAG: '1' },
      envFiles: [],
      profiles: [],
      contents: { secrets: {}, configs: {} },
      isStrict: false,
      settings: [],
      digests: '',
      unresolvedImages: 'refuse',
      stages: {},
      owner: OWNER,
      timeoutMs: 600_000,
      onFailure: 'rollback',
      lockWait: 600_000,
      keepRecords: 5,
      probe: undefined,
      withRegistryAuth: true,
      isPruning: false
    })
  })

  test.each([
    [{ stack: 's' }, 'give cluster or docker-host, to say which swarm'],
    [
      { stack: 's', cluster: 'c', 'docker-host': 'ssh://h' },
      'cluster and docker-host name two swarms: give one of them'
    ],
    [{ cluster: 'c' }, 'stack takes letters, digits, _ . and -, not an empty text']
  ])('%j is refused', (given, fault) => {
    expect(faultOf('deploy-stack', deployStackForm, given)).toBe(fault)
  })
})

const PLACES = { workspace: '/w', reportDir: '/tmp/verify-report' }

test('verify takes suites, with paths in the workspace', () => {
  const given = { cluster: 'c', stack: 's', suites: 'a.yml\n/b.yml', tags: 'core', variables: 'PORT=80' }
  const values = valuesOf('verify', verifyForm, { ...given, 'allow-disruption': 'true' })
  expect(verifyRequest(values, targetOf(values, undefined), PLACES).suite).toEqual({
    files: ['/w/a.yml', '/b.yml'],
    root: '/w',
    only: [],
    tags: ['core'],
    variables: { PORT: '80' },
    isDisruptionAllowed: true,
    composeFiles: [],
    evidenceDir: '/tmp/verify-report/evidence'
  })
  expect(
    faultOf('verify', verifyForm, { cluster: 'c', stack: 's', tags: 'x', 'allow-disruption': 'true' })
  ).toBe('tags, allow-disruption need a suite: give suites')
})

test('verify without suites asks what follows from the stack, and shows its lines', () => {
  const values = valuesOf('verify', verifyForm, {
    cluster: 'c',
    stack: 's',
    'compose-files': 'a.yml',
    only: 'dns'
  })
  expect(verifyRequest(values, targetOf(values, undefined), PLACES)).toMatchObject({
    stack: 's',
    suite: { files: [], only: ['dns'], composeFiles: ['/w/a.yml'] }
  })
})

test('teardown takes one or all', () => {
  expect(downRequest(valuesOf('teardown', teardownForm, { name: 'c' }))).toEqual({
    name: 'c',
    isAllOfOurs: false
  })
  expect(downRequest(valuesOf('teardown', teardownForm, { all: 'true' }))).toEqual({
    name: '',
    isAllOfOurs: true
  })
  expect(faultOf('teardown', teardownForm, {})).toBe('give name, to say which swarm, or set all to true')
  expect(faultOf('teardown', teardownForm, { name: 'c', all: 'true' })).toBe(
    'name and all exclude each other: give one of them'
  )
})
