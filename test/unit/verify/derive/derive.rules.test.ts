import { describe, expect, test } from '@jest/globals'
import { deriveChecks } from '../../../../src/verify/derive/derive.rules.ts'
import type { ServiceShape, StackShape } from '../../../../src/verify/derive/shape.ts'
import { suiteText } from '../../../../src/verify/derive/suite-text.rules.ts'
import { readSuiteText } from '../../../../src/verify/suite/load.ts'

const service = (name: string, change: Partial<ServiceShape> = {}): ServiceShape => ({
  name,
  mode: 'replicated',
  replicas: 1,
  wanted: change.replicas ?? 1,
  networks: ['default'],
  secrets: [],
  configs: [],
  ports: [],
  constraints: [],
  mostPerNode: 0,
  isDeployed: false,
  security: {
    name,
    image: 'app:v1',
    mounts: [],
    capabilities: [],
    ports: [],
    environment: [],
    memoryLimitBytes: 0
  },
  ...change
})
const shape = (services: ServiceShape[], change: Partial<StackShape['nodes']> = {}): StackShape => ({
  stack: 'shop',
  services,
  deploy: undefined,
  nodes: { count: 3, managers: 1, away: [], ...change }
})
const published = (port: number, mode: 'ingress' | 'host' = 'ingress', protocol = 'tcp') => ({
  ...{ protocol, published: port, target: 80, mode }
})
const checks = (services: ServiceShape[]) => deriveChecks(shape(services)).map(({ check }) => check)
const ids = (services: ServiceShape[]) => checks(services).map(({ id }) => id)

describe('what is derived', () => {
  test('of a web application with a database', () => {
    const stack = [
      service('db', { networks: ['back'], secrets: ['password'], constraints: ['node.labels.data == yes'] }),
      service('web', {
        ...{ replicas: 3, networks: ['back', 'front'], secrets: ['password'] },
        ports: [published(443), published(80)]
      })
    ]
    expect(checks(stack)).toEqual([
      { id: 'nodes', kind: 'nodes', title: 'Every node is ready', count: 3, managers: 1 },
      {
        ...{ id: 'service-db', kind: 'service', title: 'db runs as it was deployed', service: 'db' },
        ...{ mode: 'replicated', replicas: 1, running: 1, networks: ['back'], secrets: ['password'] },
        configs: [],
        published: []
      },
      {
        ...{ id: 'placement-db', kind: 'placement', title: 'db runs only where its placement allows' },
        service: 'db',
        constraints: ['node.labels.data == yes']
      },
      {
        ...{ id: 'service-web', kind: 'service', title: 'web runs as it was deployed', service: 'web' },
        ...{
          mode: 'replicated',
          replicas: 3,
          running: 3,
          networks: ['back', 'front'],
          secrets: ['password'],
          configs: []
        },
        published: [80, 443]
      },
      { id: 'port-80-web', kind: 'tcp', title: 'Port 80 of web answers', port: 80 },
      { id: 'port-443-web', kind: 'tcp', title: 'Port 443 of web answers', port: 443 },
      {
        ...{ id: 'replicas-80-web', kind: 'tcp', service: 'web', port: 80 },
        title: 'Every replica of web answers on 80'
      },
      {
        ...{ id: 'isolation', kind: 'isolation', networks: { db: ['back'], web: ['back', 'front'] } },
        title: 'Services reach only those that they share a network with'
      },
      { id: 'dns', kind: 'dns', title: 'Names lead to the services that they belong to' },
      {
        ...{ id: 'secret-password', kind: 'secret', secret: 'password', services: ['db', 'web'] },
        title: 'password is mounted where it is granted, and nowhere else'
      },
      {
        ...{ id: 'security', kind: 'security', title: 'Nothing is open that was not asked for' },
        ports: [80, 443]
      }
    ])
  })

  test('a job does not have to run, and nothing is asked of it by name', () => {
    const job = service('migrate', { mode: 'replicated-job', replicas: undefined, wanted: 0 })
    expect(checks([job])[1]).not.toHaveProperty('running')
    expect(ids([job])).toEqual(['nodes', 'service-migrate', 'security'])
  })

  test('a service without replicas has neither places, ports nor neighbours', () => {
    const none = service('web', { ...{ replicas: 0, wanted: 0, ports: [published(80)], secrets: ['s'] } })
    expect(ids([none])).toEqual(['nodes', 'service-web', 'security'])
    expect(checks([none])[1]).toMatchObject({ running: 0, replicas: 0 })
  })

  test('a global service runs on as many nodes as it should, and never twice on one: nobody needs to ask', () => {
    const agent = service('agent', { mode: 'global', replicas: undefined, wanted: 2 })
    expect(checks([agent])[1]).toMatchObject({ mode: 'global', running: 2 })
    expect(ids([agent])).not.toContain('placement-agent')
  })

  test.each([
    [['node.role == manager']],
    [['node.labels.a == x', 'node.hostname!=n1']],
    [['engine.labels.os == linux']]
  ])('from the constraints %j follows a place, in their own words', constraints => {
    expect(checks([service('a', { constraints })])[2]).toMatchObject({ kind: 'placement', constraints })
  })

  test('ports by UDP are not asked, and of those that the swarm chose only the replicas', () => {
    const ports = [published(53, 'ingress', 'udp'), published(0)]
    expect(ids([service('a', { ports })]).filter(id => /^(?:port|replicas)/.test(id))).toEqual([
      'replicas-80-a'
    ])
    expect(checks([service('a', { ports })])[1]).not.toHaveProperty('published')
  })

  test('what is open now is an exception that people read', () => {
    const { security } = service('portainer')
    const opened = service('portainer', {
      security: { ...security, mounts: ['/var/run/docker.sock'], environment: ['DB_PASSWORD'] }
    })
    expect(checks([opened]).at(-1)).toMatchObject({
      except: [
        { rule: 'engine-socket', services: ['portainer'] },
        { rule: 'passwords-in-environment', services: ['portainer'] }
      ]
    })
  })

  test('a node that was told to take no tasks is said, and not a failure', () => {
    const [nodes] = deriveChecks(shape([service('a')], { away: ['worker2'] }))
    expect(nodes?.check).toEqual(expect.objectContaining({ idle: ['worker2'], count: 3 }))
    expect(nodes?.check).not.toHaveProperty('ready')
    expect(nodes?.comment).toContain('all but worker2 take tasks')
  })

  test('of what a deploy on record asked for all is compared', () => {
    expect(checks([service('a', { isDeployed: true })])[1]).toMatchObject({ deployed: true })
    expect(checks([service('a')])[1]).not.toHaveProperty('deployed')
  })

  test('a service on its node’s own network has neither names nor neighbours', () => {
    const exporter = service('exporter', { networks: ['host'] })
    expect(ids([exporter])).toEqual(['nodes', 'service-exporter', 'security'])
    expect(ids([exporter, service('a')])).not.toContain('isolation')
  })

  test('names that become one id stay two checks', () => {
    expect(ids([service('a.b'), service('a-b')]).slice(1, 3)).toEqual(['service-a-b', 'service-a-b-2'])
  })
})

describe('its text', () => {
  const text = suiteText(
    'shop',
    deriveChecks(
      shape([
        service('db', { constraints: ['node.labels.data == yes'], secrets: ['password'] }),
        service('Web_1', { ports: [published(80)] })
      ])
    ),
    ['Port 53 of names is UDP.']
  )

  test('is a suite that is read without a fault, with all its checks', () => {
    const suite = readSuiteText(text, 'derived.yml')
    expect(suite.checks.map(({ id }) => id)).toEqual([
      ...['nodes', 'service-db', 'placement-db', 'service-web-1', 'port-80-web-1'],
      ...['replicas-80-web-1', 'isolation', 'dns', 'secret-password', 'security']
    ])
  })

  test('says above each check why it is there, and shows what a person could add', () => {
    expect(text).toContain('# db runs only where its placement allows.\n  - id: placement-db')
    expect(text).toContain('# What only you know about your application')
    expect(text).toContain('constraints: [ node.labels.data == yes ]')
    expect(text).toContain('# Not checked:\n#  - Port 53 of names is UDP.')
    for (const line of text.split('\n')) expect(line.length).toBeLessThan(125)
  })
})
