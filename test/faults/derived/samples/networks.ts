import {
  IDLE,
  intruder,
  joined,
  listening,
  network,
  onHost,
  SAYS,
  type Sample,
  scale,
  service,
  stackText,
  touch,
  update,
  without
} from '../sample.ts'

const SHARED = { external: true, name: 'shared' }

/** Stacks with several networks, names and neighbours. */
export const NETWORKS: readonly Sample[] = [
  {
    stack: 'tiers',
    title: 'three tiers on several networks, and a service that belongs to none',
    text: subnet =>
      stackText(
        {
          web: service(listening(8001), ['front', 'mid'], { ports: [onHost(8001)] }),
          api: service(listening(9000), ['mid', 'data'], {}, { replicas: 2 }),
          db: service(listening(5432), ['data']),
          stray: service(listening(7000), ['other'])
        },
        {
          front: network(subnet(6)),
          mid: network(subnet(7)),
          data: network(subnet(8)),
          other: network(subnet(9))
        }
      ),
    byHand: [
      joined('tiers_web', 'tiers_data'),
      scale('tiers_api', 1),
      touch('tiers_db'),
      update('tiers_stray', '--publish-add', 'mode=host,published=7000,target=7000'),
      intruder('db', 'tiers_data')
    ],
    silenced: ['tiers_web'],
    says: {
      nodes: SAYS.node,
      'service-api': SAYS.scaled,
      'service-db': SAYS.changed,
      'service-stray': /published ports is “7000”/,
      'service-web': SAYS.networks,
      'port-8001-web': SAYS.silent,
      'replicas-8001-web': SAYS.quiet,
      isolation: /web -> db is open/,
      dns: SAYS.stranger,
      security: /stray publishes 7000/
    }
  },
  {
    stack: 'quiet',
    title: 'workers without a single port',
    text: subnet =>
      stackText(
        { worker: service(IDLE, ['default'], {}, { replicas: 2 }), timer: service(IDLE, ['default']) },
        { default: network(subnet(10)) }
      ),
    byHand: [
      scale('quiet_worker', 3),
      without('quiet_timer', 'quiet_default'),
      update('quiet_timer', '--env-add', 'DB_PASSWORD=x'),
      intruder('worker', 'quiet_default')
    ],
    says: {
      nodes: SAYS.node,
      'service-timer': SAYS.networks,
      'service-worker': SAYS.scaled,
      isolation: /(?:worker -> timer|timer -> worker) is blocked/,
      dns: SAYS.stranger,
      security: SAYS.password
    }
  },
  {
    stack: 'left',
    title: 'a stack beside another, on a network that both use',
    text: subnet =>
      stackText(
        { web: service(listening(8006), ['shared', 'own']), db: service(listening(5433), ['own']) },
        { shared: SHARED, own: network(subnet(11)) }
      ),
    before: async on => {
      await on.docker('network', 'create', '--driver', 'overlay', '--subnet', on.subnet(12), 'shared')
      await on.deploy('right', stackText({ web: service(listening(8007), ['shared']) }, { shared: SHARED }))
    },
    after: async on => {
      await on.remove('right')
      await on.docker('network', 'rm', 'shared')
    },
    byHand: [
      update('left_db', '--network-rm', 'left_own', '--cap-add', 'NET_RAW'),
      touch('left_web'),
      intruder('left_web', 'shared', 'left_own')
    ],
    says: {
      nodes: SAYS.node,
      'service-db': SAYS.networks,
      'service-web': SAYS.changed,
      isolation: /web -> db is blocked|db -> web is blocked/,
      dns: SAYS.stranger,
      security: /db has the capabilities (?:CAP_)?NET_RAW/
    }
  },
  {
    stack: 'behind',
    title: 'services behind dnsrr, by an alias',
    text: subnet =>
      stackText(
        {
          store: service(
            listening(6000),
            [],
            { networks: { default: { aliases: ['database'] } } },
            { replicas: 2, endpoint_mode: 'dnsrr' }
          ),
          client: service(listening(8009), ['default'], {}, { endpoint_mode: 'dnsrr' }),
          stray: service(listening(7001), ['apart'], {}, { endpoint_mode: 'dnsrr' })
        },
        { default: network(subnet(13)), apart: network(subnet(20)) }
      ),
    byHand: [
      // The alias goes, and what stays of it is somebody else's.
      update(
        'behind_store',
        '--network-rm',
        'behind_default',
        '--network-add',
        'name=behind_default,alias=data'
      ),
      update('behind_client', '--env-add', 'DB_PASSWORD=x'),
      joined('behind_stray', 'behind_default'),
      intruder('client', 'behind_default')
    ],
    says: {
      nodes: SAYS.node,
      'service-client': SAYS.changed,
      'service-store': /what was changed since the last deploy is “TaskTemplate\.Networks”/,
      'service-stray': SAYS.networks,
      isolation: /stray -> (?:client|store) is open/,
      dns: SAYS.stranger,
      security: SAYS.password
    }
  }
]
