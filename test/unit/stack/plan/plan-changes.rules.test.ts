import { describe, expect, test } from '@jest/globals'
import type { ApiService, ApiServiceSpec } from '../../../../src/docker/types.ts'
import { differences, effectOnTasks } from '../../../../src/stack/plan/compare-views.rules.ts'
import { concealed } from '../../../../src/stack/plan/conceal.rules.ts'
import type { CurrentStack } from '../../../../src/stack/plan/current.ts'
import type { KnownPlatforms } from '../../../../src/stack/plan/digests/platforms.rules.ts'
import { type PlanOptions, planChanges } from '../../../../src/stack/plan/plan-changes.rules.ts'
import { changesInWords } from '../../../../src/stack/plan/words.rules.ts'
import type { Model } from '../../../../src/stack/read/plain.rules.ts'
import { aService } from '../../../support/swarm-builders.ts'

const A = `sha256:${'a'.repeat(64)}`
const B = `sha256:${'b'.repeat(64)}`

/** A service as docker makes it of `{image, networks: [n]}`. */
function live(name: string, container: object = {}, spec: object = {}, task: object = {}): ApiService {
  const made = aService(`s_${name}`)
  const whole = {
    ...made.Spec,
    Labels: { 'com.docker.stack.namespace': 's', 'com.docker.stack.image': 'app' },
    TaskTemplate: {
      ContainerSpec: {
        Image: `app:v1@${A}`,
        Labels: { 'com.docker.stack.namespace': 's' },
        Isolation: 'default',
        DNSConfig: {},
        Privileges: { CredentialSpec: null, SELinuxContext: null },
        ...container
      },
      Resources: {},
      Placement: {},
      Networks: [{ Target: 'id-n', Aliases: [name] }],
      ForceUpdate: 3,
      Runtime: 'container',
      ...task
    },
    EndpointSpec: { Mode: 'vip' },
    ...spec
  }
  return { ...made, Spec: whole as unknown as ApiServiceSpec }
}
const current = (services: ApiService[], over: Partial<CurrentStack> = {}): CurrentStack => ({
  services,
  networks: [
    {
      Id: 'id-n',
      Name: 's_n',
      Driver: 'overlay',
      Scope: 'swarm',
      Labels: { 'com.docker.stack.namespace': 's' }
    },
    { Id: 'id-i', Name: 'ingress', Driver: 'overlay', Scope: 'swarm' }
  ],
  secrets: [],
  configs: [],
  apiVersion: '1.51',
  ...over
})
const web = { image: `app:v1@${A}`, networks: ['n'] }
const model = (services: Record<string, object>, over: object = {}): Model => ({
  services,
  networks: { n: {} },
  ...over
})
const plan = (wanted: Model, now: CurrentStack, options: Partial<PlanOptions> = {}) =>
  planChanges(wanted, 's', now, { isPruning: false, ...options })
const fieldsOf = (
  service: object,
  now: ApiService,
  options: Partial<PlanOptions> = {},
  apiVersion = '1.51'
) => plan(model({ web: service }), current([now], { apiVersion }), options).services[0]?.fields

describe('services', () => {
  test('created, updated, unchanged, and left over', () => {
    const now = current([live('web'), live('api'), live('old')])
    const wanted = model({ web, api: { ...web, user: '5' }, new: web })
    const kinds = (isPruning: boolean) =>
      plan(wanted, now, { isPruning }).services.map(({ name, kind }) => `${name} ${kind}`)
    expect(kinds(false)).toEqual(['web unchanged', 'api updated', 'new created', 'old orphaned'])
    expect(kinds(true)).toEqual(['web unchanged', 'api updated', 'new created', 'old removed'])
    expect(plan(wanted, now).isUnchanged).toBe(false)
    expect(plan(model({ web, api: web }), now)).toMatchObject({ isUnchanged: true })
    expect(plan(model({ web, api: web }), now, { isPruning: true }).isUnchanged).toBe(false)
  })

  test('an image is compared by its digest; without one, docker keeps what is there', () => {
    expect(fieldsOf({ ...web, image: `app:v1@${B}` }, live('web'))).toEqual([
      { field: 'image', from: `app:v1@${A}`, to: `app:v1@${B}` }
    ])
    expect(fieldsOf({ ...web, image: 'app:v1' }, live('web'))).toEqual([])
    expect(fieldsOf({ ...web, image: 'app:v2' }, live('web'))).toHaveLength(1)
  })

  test('a stack that docker deployed keeps for which nodes its images are, as long as their registry tells', () => {
    const amd64 = [{ OS: 'linux', Architecture: 'amd64' }]
    const now = live('web', {}, {}, { Placement: { Platforms: amd64 } })
    const told = (platforms: KnownPlatforms) => fieldsOf(web, now, { platforms })
    expect(told(new Map([[web.image, amd64]]))).toEqual([])
    expect(told(new Map([[web.image, [...amd64, { OS: 'linux', Architecture: '' }]]]))).toEqual([
      { field: 'deploy.placement.platforms', from: 'linux/amd64', to: 'linux/amd64, linux/' }
    ])
    expect(told(new Map())).toEqual([
      { field: 'deploy.placement.platforms', from: 'linux/amd64', to: undefined }
    ])
    expect(fieldsOf({ ...web, image: 'app:v1' }, now)).toEqual([])
  })

  test('what an old engine does not know is no change', () => {
    const service = { ...web, healthcheck: { test: 'x', start_interval: '1s' }, oom_score_adj: 5 }
    const now = live('web', { Healthcheck: { Test: ['CMD-SHELL', 'x'] } })
    const names = (version: string) => fieldsOf(service, now, {}, version)?.map(({ field }) => field)
    expect(names('1.41')).toEqual([])
    expect(names('1.44')).toEqual(['healthcheck.start_interval'])
    expect(names('1.46')).toEqual(['healthcheck.start_interval', 'oom_score_adj'])
  })

  test('what was changed by hand is set back', () => {
    const now = live('web', { Env: ['DEBUG=1'] }, { Mode: { Replicated: { Replicas: 7 } } })
    expect(fieldsOf(web, now)).toEqual([
      { field: 'deploy.replicas', from: '7', to: '1' },
      { field: 'environment.DEBUG', from: '(hidden)', to: undefined }
    ])
  })

  test('a mode never changes, and the plan says so before the swarm does', () => {
    const [service] = plan(
      model({ web: { ...web, deploy: { mode: 'global' } } }),
      current([live('web')])
    ).services
    expect(service?.refusal).toContain('(replicated to global): remove it first (docker service rm s_web)')
  })
})

test('which changes reach the tasks', () => {
  const effect = (...fields: string[]) =>
    effectOnTasks(fields.map(field => ({ field, from: undefined, to: 'x' })))
  expect(effect()).toBe('none')
  expect(effect('deploy.replicas', 'deploy.labels.a', 'deploy.update_config.delay')).toBe('go-on')
  expect(effect('deploy.rollback_config.order')).toBe('go-on')
  expect(effect('deploy.replicas', 'deploy.placement.constraints')).toBe('move')
  expect(effect('deploy.placement.constraints', 'image')).toBe('replaced')
  for (const field of ['labels.a', 'ports.80/tcp', 'deploy.endpoint_mode', 'deploy.restart_policy.delay'])
    expect(effect(field)).toBe('replaced')
})

test('a job runs again when it changes', () => {
  const there = live('job', {}, { Mode: { ReplicatedJob: { MaxConcurrent: 1, TotalCompletions: 1 } } })
  const job = { ...web, deploy: { mode: 'replicated-job', replicas: 1 } }
  const planned = (more: object) => plan(model({ job: { ...job, ...more } }), current([there]))
  expect(planned({})).toMatchObject({
    isUnchanged: true,
    services: [{ kind: 'unchanged', tasks: 'none' }]
  })
  expect(planned({ user: '5' }).services).toMatchObject([{ kind: 'updated', tasks: 'run-again' }])
})

test('another order of mounts is told only when it is all that changed', () => {
  const order = { 'volumes (order)': '/a, /b', 'volumes./a': 'volume' }
  const names = (to: Record<string, string>) => differences(order, to).map(({ field }) => field)
  expect(names({ ...order, 'volumes (order)': '/b, /a' })).toEqual(['volumes (order)'])
  expect(names({ 'volumes (order)': '/b, /a', 'volumes./a': 'bind' })).toEqual(['volumes./a'])
})

describe('objects', () => {
  const wanted = model(
    { web: { ...web, networks: ['n', 'fresh', 'shared'], volumes: ['data:/d', 'shared:/e'] } },
    {
      networks: {
        n: { internal: true, driver_opts: { x: '1' } },
        fresh: {},
        shared: { external: true },
        idle: {}
      },
      volumes: { data: {}, shared: { external: true } },
      secrets: { kept: {}, fresh: { name: 'fresh-1' }, shared: { external: true } },
      configs: {}
    }
  )
  const now = current([live('web', { Mounts: [{ Type: 'volume', Source: 's_gone', Target: '/d' }] })], {
    networks: [
      ...current([]).networks,
      {
        Id: 'i',
        Name: 's_left',
        Driver: 'overlay',
        Scope: 'swarm',
        Labels: { 'com.docker.stack.namespace': 's' }
      }
    ],
    secrets: [{ ID: '1', Spec: { Name: 's_kept' } }],
    configs: [{ ID: '2', Spec: { Name: 's_left' } }]
  })
  test('created, drifted and no longer named', () => {
    const said = plan(wanted, now).objects.map(({ kind, name, change }) => `${kind} ${name} ${change}`)
    expect(said).toEqual([
      'network s_n drifted',
      'network s_fresh created',
      'network s_left unused',
      'secret fresh-1 created',
      'config s_left unused',
      'volume s_data created',
      'volume s_gone unused'
    ])
    expect(plan(wanted, now).objects[0]?.fields.map(({ field }) => field)).toEqual([
      'driver_opts.x',
      'internal'
    ])
  })
})

describe('a value is shown where it cannot be a secret, or the label names it', () => {
  test.each([
    ['environment.DB_PWD', 'hunter2', '(hidden)'],
    ['environment.GREETING', 'hello', '(hidden)'],
    ['environment.EMPTY', '""', '(hidden)'],
    ['labels.a', 'u:p', '(hidden)'],
    ['deploy.labels.http.basicauth', 'u:p', '(hidden)'],
    ['logging.options.splunk-token', 't', '(hidden)'],
    ['volumes./d.driver_opts.o', 'username=u,password=hunter2', '(hidden)'],
    ['volumes./d.labels.x', 'y', '(hidden)'],
    ['driver_opts.password', 'x', '(hidden)'],
    ['networks.s_n.driver_opts.token', 'x', '(hidden)'],
    ['sysctls.net.core.somaxconn', '1024', '(hidden)'],
    ['command', 'mysql -phunter2', '(hidden)'],
    ['entrypoint', 'sh -c x', '(hidden)'],
    ['healthcheck.test', 'CMD-SHELL "curl -u a:b x"', '(hidden)'],
    ['a field of later', 'x', '(hidden)'],
    ['healthcheck.test', 'NONE', 'NONE'],
    ['healthcheck.interval', '5s', '5s'],
    ['secrets.db_password', 's_db_password-1', 's_db_password-1'],
    ['volumes./d', 'volume s_d', 'volume s_d'],
    ['networks.s_n', 'attached', 'attached'],
    ['deploy.placement.constraints', 'node.role == worker', 'node.role == worker'],
    ['volumes./d', 'bind //u:p@nas/x', 'bind //u:p@nas/x'],
    ['credential_spec', 'file https://u:p@h/x?y', 'file https://(hidden)@h/x?(hidden)'],
    ['stop_grace_period', '10s', '10s']
  ])('%s %s', (field, value, shown) => {
    expect(concealed(field, value)).toBe(shown)
  })
  test('and still told as a change', () => {
    const service = { ...web, environment: { GREETING: 'new' } }
    expect(fieldsOf(service, live('web', { Env: ['GREETING=old'] }))).toEqual([
      { field: 'environment.GREETING', from: '(hidden)', to: '(hidden)' }
    ])
  })
  test('a label names what may be shown: of what runs, only what its own label named, too', () => {
    const labels = { 'io.swarmline.show': 'TAG, command' }
    const service = {
      ...web,
      command: 'a b',
      environment: { TAG: 'v2', URL: 'x', OTHER: 'y' },
      deploy: { labels }
    }
    const running = { Env: ['TAG=v1', 'OTHER=z'], Args: ['a'] }
    expect(fieldsOf(service, live('web', running, { Labels: labels }))).toEqual([
      { field: 'command', from: 'a', to: 'a b' },
      { field: 'environment.OTHER', from: '(hidden)', to: '(hidden)' },
      { field: 'environment.TAG', from: 'v1', to: 'v2' },
      { field: 'environment.URL', from: undefined, to: '(hidden)' }
    ])
    expect(fieldsOf(service, live('web', running))).toContainEqual({
      field: 'environment.TAG',
      from: '(hidden)',
      to: 'v2'
    })
    const url = { ...web, environment: { TAG: 'http://u:p@h/?q' }, deploy: { labels } }
    expect(fieldsOf(url, live('web'))).toEqual([
      { field: 'environment.TAG', from: undefined, to: 'http://(hidden)@h/?(hidden)' }
    ])
  })
})

test('in words', () => {
  const wanted = model({
    web: { ...web, user: `x\u001b[31m\ny${'z'.repeat(203)}`, environment: { A: 'x', B: 'y' } },
    moved: { ...web, deploy: { placement: { constraints: ['node.role == worker'] } } },
    scaled: { ...web, deploy: { replicas: 3 } },
    fresh: { ...web, networks: ['other'] }
  })
  const now = current([live('web', { User: '1', Env: ['A=w'] }), live('moved'), live('scaled'), live('old')])
  expect(changesInWords(plan({ ...wanted, networks: { n: {}, other: {} } }, now))).toEqual([
    's: services: 1 created, 3 updated, 1 orphaned; 1 more created',
    '~ service web: updated, its tasks are replaced',
    '  environment.A: changed',
    '  environment.B: (hidden) (new)',
    `  user: 1 → x y${'z'.repeat(72)}… (211 characters)`,
    '~ service moved: updated, tasks move where their node no longer fits',
    '  deploy.placement.constraints: node.role == worker (new)',
    '~ service scaled: updated, its tasks go on',
    '  deploy.replicas: 1 → 3',
    '+ service fresh: created',
    '? service old: orphaned, the files no longer name it: deploy with pruning to remove it',
    '+ network s_other: created'
  ])
})
