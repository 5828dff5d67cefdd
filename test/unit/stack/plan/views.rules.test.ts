import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { bytesOf, shellWords, showBytes } from '../../../../src/stack/plan/compose-scalars.rules.ts'
import { viewOfModel } from '../../../../src/stack/plan/view-of-model.rules.ts'

const view = (service: object, rest: object = {}) =>
  viewOfModel({ services: { web: service }, ...rest }, 's', 'web')
const A = `sha256:${'a'.repeat(64)}`

/** Two ways to write one thing. */
test.each<[string, object, object]>([
  [
    'a command',
    { command: `sh -c "echo 'a  b'" x\\ y # comment` },
    { command: ['sh', '-c', "echo 'a  b'", 'x y'] }
  ],
  ['an image', { image: 'redis' }, { image: 'docker.io/library/redis:latest' }],
  ['an image by digest', { image: `docker.io/redis:7@${A}` }, { image: `redis:7@${A}` }],
  [
    'environment',
    { environment: ['A=1', 'B=x=y', 'C=', 'D'] },
    { environment: { A: 1, B: 'x=y', C: '', D: null } }
  ],
  ['labels', { labels: ['a=1', 'b'] }, { labels: { a: '1', b: '' } }],
  ['labels of the service', { deploy: { labels: ['a=1'] } }, { deploy: { labels: { a: 1 } } }],
  ['sysctls', { sysctls: ['net.x=1'] }, { sysctls: { 'net.x': 1 } }],
  ['dns', { dns: '192.0.2.1' }, { dns: ['192.0.2.1'] }],
  [
    'hosts',
    { extra_hosts: { b: '192.0.2.2', a: '192.0.2.1' } },
    { extra_hosts: ['a:192.0.2.1', 'b=192.0.2.2'] }
  ],
  ['a health check', { healthcheck: { test: 'a b' } }, { healthcheck: { test: ['CMD-SHELL', 'a b'] } }],
  ['no health check', { healthcheck: { disable: true } }, { healthcheck: { test: ['NONE'] } }],
  ['durations', { stop_grace_period: '90s' }, { stop_grace_period: '1m30s' }],
  ['a limit', { ulimits: { nofile: 5 } }, { ulimits: { nofile: { soft: 5, hard: 5 } } }],
  [
    'capabilities',
    { cap_add: ['net_admin', 'KILL'], cap_drop: ['kill'] },
    { cap_add: ['CAP_KILL', 'CAP_NET_ADMIN'] }
  ],
  ['all capabilities', { cap_drop: ['ALL', 'KILL'] }, { cap_drop: ['all'] }],
  [
    'ports',
    { ports: ['8080-8081:80-81', '53:53/udp'] },
    {
      ports: [
        { target: 53, published: '53', protocol: 'udp' },
        { target: 80, published: 8080, protocol: 'tcp', mode: 'ingress' },
        { target: 81, published: 8081 }
      ]
    }
  ],
  ['networks', { networks: ['a'] }, { networks: { a: null } }],
  ['the default network', {}, { networks: ['default'] }],
  [
    'secrets',
    { secrets: ['a'] },
    { secrets: [{ source: 'a', target: 'a', uid: '0', gid: '0', mode: 0o444 }] }
  ],
  [
    'a bind mount',
    { volumes: ['/a:/b:ro,rslave'] },
    {
      volumes: [
        { type: 'bind', source: '/a', target: '/b', read_only: true, bind: { propagation: 'rslave' } }
      ]
    }
  ],
  [
    'a volume',
    { volumes: ['v:/b:nocopy'] },
    {
      volumes: [{ type: 'volume', source: 'v', target: '/b', volume: { nocopy: true } }]
    }
  ],
  ['an anonymous volume', { volumes: ['/b'] }, { volumes: [{ type: 'volume', target: '/b' }] }],
  [
    'sizes',
    { deploy: { resources: { limits: { memory: '1.5g' } } } },
    { deploy: { resources: { limits: { memory: '1536mb' } } } }
  ],
  [
    'processors',
    { deploy: { resources: { limits: { cpus: '0.50' } } } },
    { deploy: { resources: { limits: { cpus: 0.5 } } } }
  ],
  [
    'defaults of updates',
    {},
    {
      deploy: {
        mode: 'replicated',
        replicas: 1,
        endpoint_mode: 'vip',
        update_config: {
          parallelism: 1,
          delay: '0s',
          monitor: '5s',
          order: 'stop-first',
          failure_action: 'pause',
          max_failure_ratio: 0
        }
      }
    }
  ],
  ['what swarm ignores', { restart: 'always', build: '.', container_name: 'x', depends_on: ['y'] }, {}]
])('%s: short and long say the same', (_, short, long) => {
  expect(view(short)).toEqual(view(long))
})

test.each<[string, object, object]>([
  ['words', { command: ['a b'] }, { command: ['a', 'b'] }],
  ['an empty word', { command: ['a', ''] }, { command: ['a'] }],
  ['an empty value and none', { environment: { A: '' } }, { environment: { A: null } }],
  ['an empty value and no name', { environment: { A: '' } }, {}],
  ['the order of mounts', { volumes: ['/a', '/b'] }, { volumes: ['/b', '/a'] }],
  // The engine tells a default that is said from one that is not, and restarts the tasks.
  ['a default grace period', { stop_grace_period: '10s' }, {}],
  ['a default restart policy', { deploy: { restart_policy: { condition: 'any' } } }, {}],
  ['no init and an image’s own', { init: false }, {}],
  ['a host port', { ports: [{ target: 80, published: 80, mode: 'host' }] }, { ports: ['80:80'] }]
])('%s: two things', (_, one, other) => {
  expect(view(one)).not.toEqual(view(other))
})

test('networks, volumes, secrets and configs have their names in the swarm', () => {
  const found = view(
    {
      networks: { own: { aliases: ['x'] }, named: {}, shared: {}, old: {} },
      volumes: ['own:/a', 'shared:/b', 'named:/c'],
      secrets: [{ source: 'own', target: 't', mode: 0o400, uid: '7' }, 'shared'],
      credential_spec: { config: 'own' }
    },
    {
      networks: {
        own: {},
        named: { name: 'n' },
        shared: { external: true },
        old: { external: { name: 'o' } }
      },
      volumes: {
        own: { driver: 'nfs', driver_opts: { o: 'addr=x' } },
        shared: { external: true },
        named: { name: 'n' }
      },
      secrets: { own: {}, shared: { external: true } },
      configs: { own: { name: 'hashed-1' } }
    }
  )
  expect(found).toMatchObject({
    'networks.s_own': 'aliases x',
    'networks.n': 'attached',
    'networks.shared': 'attached',
    'networks.o': 'attached',
    'volumes./a': 'volume s_own',
    'volumes./a.driver': 'nfs',
    'volumes./a.driver_opts.o': 'addr=x',
    'volumes./b': 'volume shared',
    'volumes./c': 'volume n',
    'secrets.t': 's_own owner 7:0 mode 0400',
    'secrets.shared': 'shared',
    credential_spec: 'config hashed-1'
  })
})

describe('scalars', () => {
  test('a command line is split as a shell would', () => {
    expect(shellWords(`a "b \\"c\\"" 'd e'f g\\ h "" # i`)).toEqual(['a', 'b "c"', 'd ef', 'g h', ''])
    expect(shellWords('a#b #c')).toEqual(['a#b'])
  })
  test('a size that is shown is read back', () => {
    void fc.assert(
      fc.property(fc.nat(2 ** 31 - 1), bytes => {
        expect(bytesOf(showBytes(bytes))).toBe(bytes)
      })
    )
    expect(['128M', '1kb', '2KiB', '64m', '12', 'x'].map(bytesOf)).toEqual([
      134217728, 1024, 2048, 67108864, 12, 0
    ])
  })
})
