// What people write at a key: words, forms and units that docker takes, by the end of the key's path.
import fc, { type Arbitrary } from 'fast-check'

const of = (...values: unknown[]): Arbitrary<unknown> => fc.constantFrom(...values)
/** The names that a file's own objects have; `zz-` becomes a prefix that no other file has. */
export const NAMES = {
  services: ['zz-web', 'zz-api', 'zz-db', 'zz-worker'],
  networks: ['zz-front', 'zz-back'],
  volumes: ['zz-data', 'zz-cache'],
  secrets: ['zz-password', 'zz-key.pem'],
  configs: ['zz-nginx.conf', 'zz-settings']
} as const
export type Section = keyof typeof NAMES

const port = fc.integer({ min: 1, max: 65_000 })
const shortPort = fc.oneof(
  fc.tuple(port, port).map(([a, b]) => `${a}:${b}`),
  port.map(String),
  fc.tuple(port, port).map(([a, b]) => `127.0.0.1:${a}:${b}`),
  fc.tuple(port, port, of('tcp', 'udp', 'sctp', 'TCP')).map(([a, b, way]) => `${a}:${b}/${way}`),
  fc.tuple(port, port, fc.integer({ min: 0, max: 3 })).map(([a, b, n]) => `${a}-${a + n}:${b}-${b + n}`),
  port.map(a => `:${a}`),
  port.map(a => `[::1]:${a}:80`)
)
const duration = of('1s', '30s', '1m30s', '500ms', '0s', '1h', '2m', '1.5s')
const size = of('64M', '512m', '1G', '1gb', '8000k', '1.5g', '50MB', '268435456')
const mount = fc.oneof(
  of(
    'zz-data:/data',
    'zz-cache:/cache:ro',
    '/srv/x:/x',
    './conf:/etc/x:ro',
    '/srv:/y:rslave',
    '/var/cache',
    '../up:/up'
  ),
  fc.record(
    {
      type: fc.constant('volume'),
      source: of(...NAMES.volumes),
      target: of('/v', '/v/w'),
      read_only: of(true, false),
      volume: of({ nocopy: true })
    },
    { requiredKeys: ['type', 'source', 'target'] }
  ),
  fc.record(
    {
      type: fc.constant('bind'),
      source: of('/srv/a', './a'),
      target: fc.constant('/b'),
      bind: of({ propagation: 'rprivate' }),
      consistency: of('cached', 'delegated')
    },
    { requiredKeys: ['type', 'source', 'target'] }
  ),
  fc.record(
    { type: fc.constant('tmpfs'), target: of('/run/t', '/tmp'), tmpfs: of({ size: 1000000 }) },
    { requiredKeys: ['type', 'target'] }
  )
)
const words = fc.oneof(
  of(
    'nginx -g "daemon off;"',
    'sh -c "exec app --x=1"',
    "app 'a b' c\\ d",
    'sleep 1d',
    'app $${HOME} ${TAG}',
    ''
  ),
  of(['app'], ['sh', '-c', 'exec app'], ['app', '--port', '80'], [])
)
const pair = of('A=1', 'B=x y', 'C=a=b', 'D=', 'com.example.Key=v', 'URL=http://u:p@h/', 'T=${TAG}', 'E=$$x')
const constraint = of(
  'node.role == manager',
  'node.labels.zone==a',
  'node.hostname != h1',
  'node.platform.os==linux'
)

/** The first whose end fits. What no line knows is a plain word, number or flag. */
const VALUES: readonly (readonly [RegExp, Arbitrary<unknown>])[] = [
  [
    /\*\.image$/,
    of(
      'nginx',
      'nginx:1.27',
      'ghcr.io/acme/app:${TAG}',
      'redis:7-alpine',
      'localhost:5000/a/b',
      'library/redis:7'
    )
  ],
  [/\*\.(command|entrypoint)$/, words],
  [
    /healthcheck\.test$/,
    of('curl -f http://localhost/ || exit 1', ['CMD', 'true'], ['CMD-SHELL', 'exit 0'], ['NONE'])
  ],
  [
    /\*\.ports\.\[\]$/,
    fc.oneof(
      shortPort,
      port,
      fc.record(
        { target: port, published: port, protocol: of('tcp', 'udp'), mode: of('ingress', 'host') },
        { requiredKeys: ['target'] }
      )
    )
  ],
  [/services\.\*\.volumes\.\[\]$/, mount],
  [/\*\.expose\.\[\]$/, of(80, '8080', '3000-3002', '53/udp')],
  [/(interval|timeout|start_period|delay|monitor|window|stop_grace_period)$/, duration],
  [/(memory|mem_limit|mem_reservation|memswap_limit)$/, size],
  [/shm_size$/, of('64m', '1gb')],
  [/\.retries$/, fc.integer({ min: 0, max: 20 })],
  [/\*\.tmpfs(\.\[\])?$/, of('/run', '/tmp:size=64m', '/var/run:mode=1777,size=1000000')],
  [/cpus$/, of('0.5', '.25', '1', '1.50', '2')],
  [/deploy\.mode$/, of('replicated', 'global', 'replicated-job', 'global-job')],
  [/endpoint_mode$/, of('vip', 'dnsrr')],
  [/replicas$|scale$/, fc.integer({ min: 0, max: 9 })],
  [/restart_policy\.condition$/, of('any', 'none', 'on-failure')],
  [/failure_action$/, of('pause', 'continue', 'rollback')],
  [/\.order$/, of('start-first', 'stop-first')],
  [/max_failure_ratio$/, of(0, 0.1, 0.25, 1)],
  [/constraints\.\[\]$/, constraint],
  [/\.spread$/, of('node.labels.zone', 'node.id')],
  [/(uid|gid)$/, of('0', '1000', '33')],
  [/(secrets|configs)\.\[\]\.mode$/, of(0o440, 0o400, 292)],
  [/\*\.(environment|labels|sysctls|args|annotations)\.\[\]$/, pair],
  [/extra_hosts\.\[\]$/, of('db:10.0.0.5', 'a=10.0.0.6')],
  [/segments$/, of({ zone: 'a' }, { zone: 'b', rack: 1 })],
  [/ports\.\[\]\.protocol$/, of('tcp', 'udp')],
  [/ports\.\[\]\.mode$/, of('ingress', 'host')],
  [/volumes\.\[\]\.type$/, of('volume')],
  [/extra_hosts$/, of(['db:10.0.0.5'], ['a=10.0.0.6', 'b:::1'], { x: '10.0.0.7' })],
  [/\*\.env_file$/, of('one.env', ['one.env', 'two.env'])],
  [/\*\.restart$/, of('always', 'no', 'unless-stopped', 'on-failure', 'on-failure:3')],
  [/\*\.dns$/, of('10.0.0.2', ['10.0.0.2', '10.0.0.3'])],
  [/\*\.(cap_add|cap_drop)\.\[\]$/, of('NET_ADMIN', 'ALL', 'chown', 'CAP_KILL')],
  [/\*\.stop_signal$/, of('SIGINT', 'SIGTERM', 'QUIT')],
  [/\*\.user$/, of('1000:1000', 'www-data', '0')],
  [/ulimits\.\*$/, of(65535, { soft: 1000, hard: 2000 })],
  [
    /\*\.networks$/,
    fc.oneof(
      fc.subarray([...NAMES.networks], { minLength: 1 }),
      of({ 'zz-front': null, 'zz-back': { aliases: ['a1', 'a2'] } }, ['zz-front', 'default'])
    )
  ],
  [/\*\.(depends_on|links)$/, fc.subarray([...NAMES.services], { minLength: 1, maxLength: 1 })],
  [/\*\.secrets\.\[\]\.source$|\*\.secrets\.\[\]$/, of(...NAMES.secrets)],
  [/\*\.configs\.\[\]\.source$|\*\.configs\.\[\]$/, of(...NAMES.configs)],
  [/credential_spec$/, of({ file: 'c.json' }, { registry: 'r' }, { config: 'zz-settings' })],
  [/subnet$/, of('10.90.0.0/24', '172.30.0.0/16')],
  [/networks\.\*\.driver$/, of('overlay')],
  [/volumes\.\*\.driver$/, of('local', 'rexray/ebs')],
  [/logging\.driver$/, of('json-file', 'syslog', 'local')],
  [/logging\.options$/, of({ 'max-size': '10m', 'max-file': 3 }, { tag: '{{.Name}}' })],
  [/(secrets|configs)\.\*\.file$/, of('./one.env', 'two.env')],
  [/\.name$/, of('zz-named', 'zz_other')],
  [/external$/, of(true)],
  [/\*\.isolation$/, of('default')],
  [/service\.image|template_driver$/, of('golang')],
  [/required_bytes|limit_bytes$/, of('1G')]
]

export const valueFor = (path: string): Arbitrary<unknown> | undefined =>
  VALUES.find(([end]) => end.test(path))?.[1]

/** Of each type where nobody knows better. */
export const BY_TYPE: Readonly<Record<string, Arbitrary<unknown>>> = {
  text: of('x', 'some words', 'a-b_c', 'yes', '007', '1e3', 'null', 'é', '#x', 'a: b', '${TAG:-1}'),
  number: of(0, 1, 2.5, 1000),
  integer: fc.integer({ min: 0, max: 5000 }),
  flag: fc.boolean(),
  null: fc.constant(null)
}
