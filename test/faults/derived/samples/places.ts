import {
  exchange,
  IDLE,
  intruder,
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

/** Stacks with ports of nodes, and with tasks that belong on some of them. */
export const PLACES: readonly Sample[] = [
  {
    stack: 'ports',
    title: 'host ports by TCP and UDP, of something that speaks no HTTP',
    text: subnet =>
      stackText(
        {
          relay: service(
            listening(2525, 1100),
            ['default'],
            { ports: [onHost(2525), onHost(11_000, 1100), onHost(5300, 5300, 'udp')] },
            { replicas: 3 }
          )
        },
        { default: network(subnet(14)) }
      ),
    unasked: [/^Port 5300 of relay is UDP/],
    byHand: [update('ports_relay', '--env-add', 'DB_PASSWORD=x'), intruder('relay', 'ports_default')],
    silenced: ['ports_relay'],
    says: {
      nodes: SAYS.node,
      'service-relay': SAYS.changed,
      'port-2525-relay': SAYS.silent,
      'port-11000-relay': SAYS.silent,
      'replicas-1100-relay': SAYS.quiet,
      'replicas-2525-relay': SAYS.quiet,
      dns: SAYS.stranger,
      security: SAYS.password
    }
  },
  {
    stack: 'agents',
    title: 'global services, one of them on workers only',
    text: subnet =>
      stackText(
        {
          agent: service(listening(9100), ['default'], { ports: [onHost(9100)] }, { mode: 'global' }),
          shipper: service(
            IDLE,
            ['default'],
            {},
            { mode: 'global', placement: { constraints: ['node.role != manager'] } }
          )
        },
        { default: network(subnet(15)) }
      ),
    byHand: [
      exchange('agents_agent'),
      update('agents_shipper', '--constraint-rm', 'node.role != manager', '--cap-add', 'SYS_ADMIN'),
      without('agents_shipper', 'agents_default'),
      intruder('agent', 'agents_default')
    ],
    silenced: ['agents_agent'],
    says: {
      nodes: SAYS.node,
      'service-agent': SAYS.exchanged,
      'service-shipper': /running tasks is 3/,
      'placement-shipper': /^manager1 does not meet node\.role != manager$/,
      'port-9100-agent': SAYS.silent,
      'replicas-9100-agent': SAYS.quiet,
      isolation: /(?:agent -> shipper|shipper -> agent) is blocked/,
      dns: SAYS.stranger,
      security: /shipper has the capabilities (?:CAP_)?SYS_ADMIN/
    }
  },
  {
    stack: 'placed',
    title: 'replicas on nodes that constraints choose',
    text: subnet =>
      stackText(
        {
          web: service(
            listening(8008),
            ['default'],
            {},
            {
              replicas: 4,
              placement: {
                constraints: ['node.role == worker', 'node.hostname != worker9'],
                max_replicas_per_node: 2
              }
            }
          ),
          pinned: service(IDLE, ['default'], {}, { placement: { constraints: ['node.hostname == worker2'] } })
        },
        { default: network(subnet(16)) }
      ),
    byHand: [
      update('placed_web', '--constraint-add', 'node.hostname == worker1', '--replicas-max-per-node', '0'),
      update(
        'placed_pinned',
        '--constraint-rm',
        'node.hostname == worker2',
        '--constraint-add',
        'node.hostname == manager1'
      ),
      update('placed_pinned', '--env-add', 'DB_PASSWORD=x'),
      without('placed_pinned', 'placed_default'),
      intruder('web', 'placed_default')
    ],
    says: {
      nodes: SAYS.node,
      'service-pinned': SAYS.networks,
      'service-web': /TaskTemplate\.Placement/,
      'placement-pinned': /^manager1 does not meet node\.hostname == worker2$/,
      'placement-web': /^4 tasks run on worker1$/,
      isolation: /(?:web -> pinned|pinned -> web) is blocked/,
      dns: SAYS.stranger,
      security: SAYS.password
    }
  },
  {
    stack: 'hosted',
    title: 'a node’s own network, a service without replicas, and a port that the swarm chooses',
    text: subnet =>
      stackText(
        {
          exporter: service(listening(9200), ['outside']),
          spare: service(listening(8010), ['default'], { ports: [onHost(8010)] }, { replicas: 0 }),
          web: service(listening(8011), ['default'], {
            ports: [{ target: 8011, protocol: 'tcp', mode: 'host' }]
          })
        },
        { default: network(subnet(17)), outside: { external: true, name: 'host' } }
      ),
    unasked: [
      /^exporter is on its node’s own network/,
      /^spare is to run no task/,
      /^The swarm chose which port it publishes for 8011 of web/
    ],
    byHand: [
      touch('hosted_exporter'),
      scale('hosted_spare', 1),
      update('hosted_web', '--env-add', 'DB_PASSWORD=x'),
      intruder('web', 'hosted_default')
    ],
    silenced: ['hosted_web'],
    says: {
      nodes: SAYS.node,
      'service-exporter': SAYS.changed,
      'service-spare': SAYS.scaled,
      'service-web': SAYS.changed,
      'replicas-8011-web': SAYS.quiet,
      dns: SAYS.stranger,
      security: SAYS.password
    }
  }
]
