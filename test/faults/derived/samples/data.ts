import { argv } from '../../programs.ts'
import { REDIS } from '../ground.ts'
import {
  exchange,
  grant,
  IDLE,
  intruder,
  joined,
  listening,
  network,
  onHost,
  SAYS,
  type Sample,
  service,
  stackText,
  touch,
  update,
  without
} from '../sample.ts'

/** Of what a password is not there for, it asks for none. */
const redis = argv(
  '{ echo "requirepass $(cat /run/secrets/password 2>/dev/null || echo none)"; echo "dir /tmp"; } | redis-server -'
)
const PERSISTENT = 'node.labels.data == persistent'

/** Stacks with data, passwords and settings. */
export const DATA: readonly Sample[] = [
  {
    stack: 'cache',
    title: 'a Redis with a password on a labelled node, its client, and a stranger',
    files: { 'password.txt': 'correct-horse-battery-staple' },
    text: subnet =>
      stackText(
        {
          redis: service(
            redis,
            ['back'],
            { image: REDIS, secrets: ['password'] },
            { placement: { constraints: [PERSISTENT] } }
          ),
          app: service(listening(8000), ['back'], { secrets: ['password'], ports: [onHost(8000)] }),
          admin: service(IDLE, ['ops'])
        },
        { back: network(subnet(1)), ops: network(subnet(2)) },
        { secrets: { password: { file: 'password.txt' } } }
      ),
    before: on => on.docker('node', 'update', '--label-add', 'data=persistent', 'worker1'),
    byHand: [
      update('cache_redis', '--constraint-rm', PERSISTENT, '--constraint-add', 'node.role==manager'),
      update('cache_app', '--env-add', 'DB_PASSWORD=x'),
      joined('cache_admin', 'cache_back'),
      grant('rm', 'cache', 'password', 'redis'),
      intruder('redis', 'cache_back')
    ],
    silenced: ['cache_app'],
    says: {
      nodes: SAYS.node,
      'service-admin': SAYS.networks,
      'service-app': SAYS.changed,
      'service-redis': /secrets is “none”.*TaskTemplate\.Placement/,
      'placement-redis': /^manager1 does not meet node\.labels\.data == persistent$/,
      'port-8000-app': SAYS.silent,
      'replicas-8000-app': SAYS.quiet,
      isolation: /admin -> redis is open/,
      dns: SAYS.stranger,
      'secret-password': /^redis does not mount it$/,
      security: SAYS.password
    }
  },
  {
    stack: 'jobs',
    title: 'jobs beside a service, with a secret of theirs',
    files: { 'token.txt': 'a token for jobs and for nobody else' },
    text: subnet =>
      stackText(
        {
          migrate: {
            ...service(argv('exit 0'), ['default'], { secrets: ['token'] }),
            deploy: { mode: 'replicated-job', replicas: 2, restart_policy: { condition: 'none' } }
          },
          sweep: {
            ...service(argv('exit 0'), ['default']),
            deploy: { mode: 'global-job', restart_policy: { condition: 'none' } }
          },
          app: service(listening(8002), ['default'], { secrets: ['token'] })
        },
        { default: network(subnet(3)) },
        { secrets: { token: { file: 'token.txt' } } }
      ),
    unasked: [/^migrate is a job/, /^sweep is a job/],
    byHand: [
      touch('jobs_migrate'),
      grant('add', 'jobs', 'token', 'sweep'),
      update('jobs_app', '--cap-add', 'NET_ADMIN', '--env-add', 'BY=hand'),
      intruder('tasks.jobs_app', 'jobs_default')
    ],
    says: {
      nodes: SAYS.node,
      'service-app': SAYS.changed,
      'service-migrate': SAYS.changed,
      'service-sweep': /secrets is “token”/,
      dns: SAYS.stranger,
      'secret-token': /^sweep mounts it too$/,
      security: /app has the capabilities (?:CAP_)?NET_ADMIN/
    }
  },
  {
    stack: 'configured',
    title: 'a service with a config',
    files: { 'app.conf': 'answer = 42' },
    text: subnet =>
      stackText(
        {
          app: service(listening(8003), ['default'], {
            configs: [{ source: 'app', target: '/etc/app.conf' }]
          })
        },
        { default: network(subnet(4)) },
        { configs: { app: { file: 'app.conf' } } }
      ),
    byHand: [
      async on => update('configured_app', '--config-rm', await on.configName('configured', 'app'))(on),
      update('configured_app', '--mount-add', 'type=bind,source=/var/run,target=/host'),
      intruder('app', 'configured_default')
    ],
    says: {
      nodes: SAYS.node,
      'service-app': /configs is “none”.*ContainerSpec\.Configs/,
      dns: SAYS.stranger,
      security: /app mounts \/var\/run, with the engine’s socket/
    }
  },
  {
    stack: 'vault',
    title: 'secrets, each granted to one service only',
    files: { 'signing.txt': 'a key that signs all', 'reading.txt': 'a key that reads all' },
    text: subnet =>
      stackText(
        {
          signer: service(listening(8004), ['default'], { secrets: ['signing'] }),
          reader: service(listening(8005), ['default'], {
            secrets: [{ source: 'reading', target: 'other-name', mode: 0o400 }]
          }),
          none: service(IDLE, ['default'])
        },
        { default: network(subnet(5)) },
        { secrets: { signing: { file: 'signing.txt' }, reading: { file: 'reading.txt' } } }
      ),
    byHand: [
      grant('add', 'vault', 'signing', 'none'),
      grant('rm', 'vault', 'reading', 'reader'),
      exchange('vault_signer'),
      without('vault_none', 'vault_default'),
      update('vault_signer', '--env-add', 'DB_PASSWORD=x'),
      intruder('reader', 'vault_default')
    ],
    says: {
      nodes: SAYS.node,
      'service-none': /networks is “none”; secrets is “signing”/,
      'service-reader': /secrets is “none”/,
      'service-signer': SAYS.exchanged,
      isolation: /(?:none -> reader|reader -> none|signer -> none|none -> signer) is blocked/,
      dns: SAYS.stranger,
      'secret-reading': /^reader does not mount it$/,
      'secret-signing': /^none mounts it too$/,
      security: SAYS.password
    }
  }
]
