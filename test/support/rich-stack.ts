// A stack with one service that uses what a stack file can say, and changes of one field each.
import { isMapping, type Model } from '../../src/stack/read/plain.rules.ts'

/**
 * A model that says something in nearly every field. @param file writes a file and gives its path
 */
export const richModel = (file: (name: string, content: string) => string): Model => ({
  version: '3.9',
  services: {
    web: {
      image: 'app:v1',
      entrypoint: ['/bin/sh', '-c'],
      command: ['while :; do sleep 1; done'],
      hostname: 'h-{{.Task.Slot}}',
      user: '0',
      working_dir: '/tmp',
      environment: { A: '1', DOLLAR: 'a$b', EMPTY: '' },
      labels: { tier: 'front' },
      healthcheck: { test: ['CMD', '/bin/cat', '/etc/x'], interval: '1m30s', timeout: '2s', retries: 3 },
      volumes: [
        { type: 'volume', source: 'data', target: '/data' },
        { type: 'tmpfs', target: '/scratch', tmpfs: { size: 67108864 } },
        { type: 'bind', source: '/tmp', target: '/host', read_only: true, bind: { propagation: 'rslave' } }
      ],
      secrets: [{ source: 's1', target: 'key' }],
      configs: [{ source: 'c1', target: '/etc/x', mode: 288, uid: '5' }],
      networks: { n: { aliases: ['front'] } },
      ports: [{ target: 80, published: 8080, mode: 'host' }],
      stop_grace_period: '1s',
      stop_signal: 'SIGKILL',
      init: true,
      cap_add: ['NET_ADMIN'],
      cap_drop: ['chown', 'KILL'],
      sysctls: { 'net.core.somaxconn': 512 },
      ulimits: { nofile: { soft: 1000, hard: 2000 }, nproc: 500 },
      dns: ['192.0.2.1'],
      dns_search: ['example.test'],
      extra_hosts: ['db:192.0.2.2', 'a:192.0.2.3'],
      logging: { driver: 'json-file', options: { 'max-size': '1m' } },
      deploy: {
        replicas: 1,
        endpoint_mode: 'dnsrr',
        labels: { team: 'blue' },
        placement: { constraints: ['node.role == manager'], preferences: [{ spread: 'node.labels.zone' }] },
        resources: { limits: { cpus: '0.50', memory: '64M', pids: 50 }, reservations: { memory: '16M' } },
        restart_policy: { condition: 'any', delay: '500ms', max_attempts: 9, window: '10s' },
        update_config: { parallelism: 1, delay: '1s', monitor: '2s', max_failure_ratio: 0.3 }
      }
    }
  },
  networks: {
    n: { driver: 'overlay', attachable: true, ipam: { config: [{ subnet: '10.77.5.0/24' }] } },
    other: {}
  },
  volumes: { data: { driver: 'local', labels: { keep: 'yes' } } },
  secrets: { s1: { file: file('s1', 'one') }, s2: { file: file('s2', 'two') } },
  configs: { c1: { file: file('c1', 'x') } }
})
const web = (over: object): Model => ({ services: { web: over } })
const deploy = (over: object): Model => web({ deploy: over })

/** What is laid over the model, one after the other, and the one field that it changes. */
export const FIELD_CHANGES: readonly [field: string, over: Model][] = [
  ['deploy.placement.constraints', deploy({ placement: { constraints: ['node.platform.os == linux'] } })],
  ['deploy.replicas', deploy({ replicas: 2 })],
  ['deploy.labels.team', deploy({ labels: { team: 'red' } })],
  ['deploy.update_config.delay', deploy({ update_config: { delay: '0s' } })],
  ['deploy.update_config.monitor', deploy({ update_config: { monitor: '1s' } })],
  ['deploy.update_config.parallelism', deploy({ update_config: { parallelism: 0 } })],
  ['deploy.update_config.order', deploy({ update_config: { order: 'start-first' } })],
  ['deploy.update_config.failure_action', deploy({ update_config: { failure_action: 'continue' } })],
  ['deploy.update_config.max_failure_ratio', deploy({ update_config: { max_failure_ratio: 0.1 } })],
  ['deploy.rollback_config.parallelism', deploy({ rollback_config: { parallelism: 3 } })],
  ['image', web({ image: 'app:v2' })],
  ['entrypoint', web({ entrypoint: '/bin/sh  -e -c' })],
  ['command', web({ command: ['while true; do sleep 1; done'] })],
  ['hostname', web({ hostname: 'other' })],
  ['user', web({ user: '1000:1000' })],
  ['working_dir', web({ working_dir: '/' })],
  ['environment.A', web({ environment: { A: '2' } })],
  ['environment.B', web({ environment: { B: 'new=$' } })],
  ['labels.tier', web({ labels: { tier: 'back' } })],
  ['healthcheck.interval', web({ healthcheck: { interval: '5s' } })],
  ['healthcheck.start_period', web({ healthcheck: { start_period: '3s' } })],
  ['healthcheck.test', web({ healthcheck: { test: 'cat /etc/x' } })],
  ['volumes./more', web({ volumes: [{ type: 'volume', target: '/more' }] })],
  ['volumes./data.labels.keep', { volumes: { data: { labels: { keep: 'no' } } } }],
  ['secrets.other', web({ secrets: [{ source: 's2', target: 'other', mode: 256 }] })],
  ['configs./etc/y', web({ configs: [{ source: 'c1', target: '/etc/y' }] })],
  ['networks.rich_n', web({ networks: { n: { aliases: ['second'] } } })],
  ['networks.rich_other', web({ networks: { other: {} } })],
  ['ports.53/udp', web({ ports: [{ target: 53, published: 5300, protocol: 'udp', mode: 'host' }] })],
  ['stop_grace_period', web({ stop_grace_period: '2s' })],
  ['stop_signal', web({ stop_signal: 'SIGTERM' })],
  ['init', web({ init: false })],
  ['read_only', web({ read_only: true })],
  ['tty', web({ tty: true })],
  ['cap_add', web({ cap_add: ['CAP_SYS_TIME'] })],
  ['sysctls.net.core.somaxconn', web({ sysctls: { 'net.core.somaxconn': 256 } })],
  ['ulimits.nproc', web({ ulimits: { nproc: 600 } })],
  ['dns', web({ dns: ['192.0.2.9'] })],
  ['extra_hosts', web({ extra_hosts: ['z:192.0.2.4'] })],
  ['logging.options.max-size', web({ logging: { options: { 'max-size': '2m' } } })],
  ['deploy.placement.preferences', deploy({ placement: { preferences: [{ spread: 'node.labels.rack' }] } })],
  ['deploy.placement.max_replicas_per_node', deploy({ placement: { max_replicas_per_node: 4 } })],
  ['deploy.resources.limits.cpus', deploy({ resources: { limits: { cpus: '0.25' } } })],
  ['deploy.resources.limits.memory', deploy({ resources: { limits: { memory: '96M' } } })],
  ['deploy.resources.limits.pids', deploy({ resources: { limits: { pids: 60 } } })],
  ['deploy.resources.reservations.memory', deploy({ resources: { reservations: { memory: '8M' } } })],
  ['deploy.restart_policy.condition', deploy({ restart_policy: { condition: 'on-failure' } })],
  ['deploy.restart_policy.max_attempts', deploy({ restart_policy: { max_attempts: 0 } })]
]

/** The model with another one laid over it: mappings key by key, lists joined, anything else replaced. */
export function laidOver(base: unknown, top: unknown): unknown {
  if (Array.isArray(base) && Array.isArray(top)) return [...base, ...top]
  if (!isMapping(base) || !isMapping(top)) return top
  const over = Object.entries(top).map(([key, value]) => [
    key,
    key in base ? laidOver(base[key], value) : value
  ])
  return { ...base, ...Object.fromEntries(over) }
}
