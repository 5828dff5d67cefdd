import { describe, expect, test } from '@jest/globals'
import { BOUNDS } from '../../../../src/grading/allowed/bounds.ts'
import { stackRefusals } from '../../../../src/grading/allowed/stack.rules.ts'

const nowhere = () => undefined
const refusals = (model: Record<string, unknown>) => stackRefusals(model, nowhere).map(({ text }) => text)
const ofService = (service: Record<string, unknown>) =>
  refusals({ services: { a: { image: 'x/a', ...service } } })
const bind = (source: string, target = '/x') => ({ type: 'bind', source, target, read_only: true })

describe('a service may have', () => {
  test.each([
    ['nothing special', {}],
    [
      'a volume, and memory of its own',
      {
        volumes: [
          { type: 'volume', source: 'v', target: '/v' },
          { type: 'tmpfs', target: '/t', tmpfs: { size: 1024 } }
        ]
      }
    ],
    ['capabilities that every container has', { cap_add: ['NET_BIND_SERVICE', 'cap_chown'] }],
    ['settings of its own network', { sysctls: { 'net.core.somaxconn': '1024' } }],
    ['more open files', { ulimits: { nofile: { soft: 1024, hard: 65536 } } }],
    ['ports of either mode', { ports: [{ target: 80, published: 80, mode: 'host' }] }],
    [
      'a user, a shell, a health check',
      { user: 'nobody', tty: true, healthcheck: { test: ['CMD', 'true'] } }
    ],
    ['an extension', { 'x-mine': { cap_add: ['ALL'] } }],
    ['twelve replicas', { deploy: { replicas: 12 } }],
    ['a logging driver of the node', { logging: { driver: 'local' } }]
  ])('%s', (_what, service) => {
    expect(ofService(service)).toEqual([])
  })
})

describe('a service may not have', () => {
  test.each([
    [
      'the engine’s socket',
      { volumes: [bind('/var/run/docker.sock')] },
      'service a: it mounts /var/run/docker.sock of the node'
    ],
    ['a folder of the node', { volumes: [bind('/etc/')] }, 'service a: it mounts /etc of the node'],
    ['the whole node', { volumes: [bind('/')] }, 'service a: it mounts / of the node'],
    [
      'a pipe',
      { volumes: [{ type: 'npipe', source: 'x', target: 'y' }] },
      'service a: a mount of the type npipe'
    ],
    [
      'a cluster volume',
      { volumes: [{ type: 'cluster', source: 'x', target: 'y' }] },
      'service a: a mount of the type cluster'
    ],
    [
      'much memory as a disk',
      { volumes: [{ type: 'tmpfs', target: '/t', tmpfs: { size: 1e12 } }] },
      'service a: a tmpfs of 1000000000000 bytes at /t'
    ],
    ['all capabilities', { cap_add: ['ALL'] }, 'service a: the capability ALL is not allowed'],
    [
      'a strong capability',
      { cap_add: ['cap_sys_admin'] },
      'service a: the capability SYS_ADMIN is not allowed'
    ],
    [
      'settings of the kernel',
      { sysctls: { 'kernel.shm_rmid_forced': '1' } },
      'service a: the setting kernel.shm_rmid_forced is not allowed'
    ],
    ['any number of open files', { ulimits: { nofile: 1e6 } }, 'service a: the limit nofile is not allowed'],
    ['locked memory', { ulimits: { memlock: 1 } }, 'service a: the limit memlock is not allowed'],
    [
      'the swarm’s own port',
      { ports: [{ target: 1, published: 2377 }] },
      'service a: port 2377 is the node’s own'
    ],
    [
      'a log elsewhere',
      { logging: { driver: 'syslog' } },
      'service a: the log driver syslog sends the logs elsewhere'
    ],
    ['more replicas than that', { deploy: { replicas: 13 } }, 'service a: 13 replicas'],
    [
      'a device',
      { deploy: { resources: { reservations: { generic_resources: [] } } } },
      'service a: devices of the node are not allowed'
    ],
    ['a credential spec', { credential_spec: { file: 'x' } }, 'service a: credential_spec is not allowed'],
    ['priority when memory is short', { oom_score_adj: -1000 }, 'service a: oom_score_adj is not allowed'],
    ['what nobody has thought of', { teleport: true }, 'service a: teleport is not allowed']
  ])('%s', (_what, service, text) => {
    expect(ofService(service)).toEqual([text])
  })
})

describe('the rest of a stack', () => {
  test.each([
    [
      'a network of the node',
      { networks: { host: { external: true, name: 'host' } } },
      'network host: it belongs to somebody else'
    ],
    [
      'a network of another name',
      { networks: { x: { name: 'ingress' } } },
      'network x: ingress is a network of the node’s'
    ],
    ['another driver', { networks: { x: { driver: 'macvlan' } } }, 'network x: the driver macvlan'],
    [
      'addresses of the node’s network',
      { networks: { x: { ipam: { config: [{ subnet: '10.79.0.0/24' }] } } } },
      'network x: ipam is not allowed'
    ],
    [
      'options of a driver',
      { networks: { x: { driver_opts: { parent: 'eth0' } } } },
      'network x: the option parent is not allowed'
    ],
    [
      'a volume that is a folder',
      { volumes: { v: { driver_opts: { type: 'none', o: 'bind', device: '/' } } } },
      'volume v: driver_opts is not allowed'
    ],
    ['a volume of another driver', { volumes: { v: { driver: 'nfs' } } }, 'volume v: the driver nfs'],
    [
      'a volume of somebody else',
      { volumes: { v: { external: true } } },
      'volume v: it belongs to somebody else'
    ],
    [
      'a secret of somebody else',
      { secrets: { s: { external: true } } },
      'secret s: it belongs to somebody else'
    ],
    ['a secret of a driver', { secrets: { s: { driver: 'vault' } } }, 'secret s: driver is not allowed'],
    [
      'a config of somebody else',
      { configs: { c: { external: true } } },
      'config c: it belongs to somebody else'
    ],
    [
      'another template',
      { configs: { c: { file: 'x', template_driver: 'evil' } } },
      'config c: the template driver evil'
    ]
  ])('%s is refused', (_what, model, text) => {
    expect(refusals({ services: { a: { image: 'x/a' } }, ...model })).toEqual([text])
  })

  test('a stack of its own things passes', () => {
    expect(
      refusals({
        services: { a: { image: 'x/a' } },
        networks: {
          n: { driver: 'overlay', driver_opts: { encrypted: '' }, internal: true, attachable: true }
        },
        volumes: { v: {}, w: null, l: { driver: 'local', name: 'w' } },
        secrets: { s: { file: './s' } },
        configs: { c: { file: './c', template_driver: 'golang' } }
      })
    ).toEqual([])
  })

  test('too many services, and too many replicas of all together', () => {
    const { services, tasks } = BOUNDS.stack
    const many = (count: number, replicas: number) =>
      refusals({
        services: Object.fromEntries(
          Array.from({ length: count }, (_, i) => [`s${i}`, { image: 'x/a', deploy: { replicas } }])
        )
      })
    expect(many(services, 1)).toEqual([])
    expect(many(services + 1, 1)).toEqual([`${services + 1} services`])
    expect(many(6, 12)).toEqual([`72 replicas of all services together`])
    expect(tasks).toBe(60)
  })

  test('a refusal has its place', () => {
    const service = { image: 'x/a', cap_add: ['ALL'] }
    const place = { file: 'docker-compose.yml', line: 7 }
    const placeOf = (container: object, key: string | number) =>
      container === service && key === 'cap_add' ? place : undefined
    expect(stackRefusals({ services: { a: service } }, placeOf)).toEqual([expect.objectContaining({ place })])
  })
})
