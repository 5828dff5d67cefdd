import type { Shape } from './shape.rules.ts'

// The v3 schema of `docker stack deploy` (docker/cli, cli/compose/schema), for models in canonical form: what the
// client takes, less what it takes and drops without a word.

const text: Shape = { kind: 'text' }
const integer: Shape = { kind: 'integer' }
const count: Shape = { kind: 'count' }
const flag: Shape = { kind: 'flag' }
const duration: Shape = { kind: 'duration' }
const words: Shape = { kind: 'words' }
const list = (of: Shape): Shape => ({ kind: 'list', of })
const texts = list(text)
const entries: Shape = { kind: 'map', of: { kind: 'entry' }, isNullable: true }
const choice = (...of: string[]): Shape => ({ kind: 'choice', of })
/** Words that docker takes in capitals as well. */
const word = (...of: string[]): Shape => ({ kind: 'choice', of, isCaseless: true })

const rollout: Shape = {
  kind: 'record',
  of: {
    parallelism: count,
    delay: duration,
    failure_action: choice('pause', 'continue', 'rollback'),
    monitor: duration,
    max_failure_ratio: { kind: 'number' },
    order: choice('start-first', 'stop-first')
  }
}

const deploy: Shape = {
  kind: 'record',
  of: {
    mode: choice('replicated', 'global', 'replicated-job', 'global-job'),
    endpoint_mode: word('vip', 'dnsrr'),
    replicas: count,
    labels: entries,
    update_config: rollout,
    rollback_config: rollout,
    resources: {
      kind: 'record',
      of: {
        limits: {
          kind: 'record',
          of: { cpus: { kind: 'cpus' }, memory: { kind: 'size' }, pids: { kind: 'integer', since: 9 } }
        },
        reservations: {
          kind: 'record',
          of: {
            cpus: { kind: 'cpus' },
            memory: { kind: 'size' },
            generic_resources: list({
              kind: 'record',
              of: {
                discrete_resource_spec: { kind: 'record', of: { kind: text, value: { kind: 'number' } } }
              }
            })
          },
          ignored: { devices: 'use generic_resources', pids: '' }
        }
      }
    },
    restart_policy: {
      kind: 'record',
      of: {
        condition: choice('none', 'on-failure', 'any'),
        delay: duration,
        max_attempts: count,
        window: duration
      }
    },
    placement: {
      kind: 'record',
      of: {
        constraints: texts,
        preferences: list({ kind: 'record', of: { spread: text } }),
        max_replicas_per_node: count
      }
    }
  }
}

const granted = list({
  kind: 'record',
  of: { source: text, target: text, uid: text, gid: text, mode: { kind: 'mode' } },
  required: ['source']
})

const mount: Shape = {
  kind: 'record',
  name: 'a mount, such as data:/data or ./file:/file:ro',
  of: {
    type: choice('bind', 'volume', 'tmpfs', 'cluster', 'npipe', 'image'),
    source: text,
    target: text,
    read_only: flag,
    consistency: text,
    bind: {
      kind: 'record',
      of: { propagation: text },
      ignored: { create_host_path: 'a folder that is not there is not made', selinux: '', recursive: '' }
    },
    volume: {
      kind: 'record',
      of: { nocopy: flag, subpath: text },
      ignored: { labels: 'give them to the top-level volume' }
    },
    tmpfs: { kind: 'record', of: { size: { kind: 'bytes' } }, ignored: { mode: '' } },
    image: { kind: 'record', of: { subpath: text } }
  },
  required: ['type', 'target']
}

const NO_ADDRESS = 'a swarm gives the addresses itself'

/** A service, without the keys that `unsupported.rules.ts` decides on. */
export const SERVICE: Shape & { kind: 'record' } = {
  kind: 'record',
  isExtensible: true,
  of: {
    image: text,
    command: words,
    entrypoint: words,
    cap_add: texts,
    cap_drop: texts,
    configs: granted,
    secrets: granted,
    credential_spec: { kind: 'record', of: { config: text, file: text, registry: text } },
    depends_on: texts,
    deploy,
    dns: texts,
    dns_search: texts,
    env_file: texts,
    environment: entries,
    extra_hosts: texts,
    healthcheck: {
      kind: 'record',
      of: {
        test: words,
        disable: flag,
        interval: duration,
        timeout: duration,
        start_period: duration,
        start_interval: { kind: 'duration', since: 12 },
        retries: count
      }
    },
    hostname: text,
    init: flag,
    isolation: text,
    labels: entries,
    logging: { kind: 'record', of: { driver: text, options: entries } },
    networks: {
      kind: 'map',
      isNullable: true,
      of: {
        kind: 'record',
        of: { aliases: texts, driver_opts: { kind: 'map', of: { kind: 'entry' }, since: 13 } },
        ignored: {
          priority: '',
          gw_priority: '',
          interface_name: '',
          mac_address: NO_ADDRESS,
          ipv4_address: NO_ADDRESS,
          ipv6_address: NO_ADDRESS,
          link_local_ips: NO_ADDRESS
        }
      }
    },
    oom_score_adj: { kind: 'integer', since: 13 },
    ports: list({
      kind: 'record',
      name: 'a port, such as 8080:80 or 53:53/udp',
      of: {
        mode: word('ingress', 'host'),
        target: integer,
        published: integer,
        protocol: word('tcp', 'udp', 'sctp')
      },
      required: ['target']
    }),
    read_only: flag,
    stdin_open: flag,
    stop_grace_period: duration,
    stop_signal: text,
    sysctls: entries,
    tty: flag,
    ulimits: {
      kind: 'map',
      of: { kind: 'record', of: { soft: integer, hard: integer }, required: ['soft', 'hard'], short: integer }
    },
    user: text,
    volumes: list(mount),
    working_dir: text
  }
}

const external: Shape = { kind: 'flag' }
const driverOptions: Shape = { kind: 'map', of: { kind: 'entry' } }
const NO_SUBNET_DETAILS = 'give the subnet only, or make the network by hand and name it as external'

/** The top-level sections: what each entry may be. */
export const SECTIONS: Readonly<Record<'networks' | 'volumes' | 'secrets' | 'configs', Shape>> = {
  networks: {
    kind: 'record',
    isExtensible: true,
    of: {
      name: text,
      driver: text,
      driver_opts: driverOptions,
      ipam: {
        kind: 'record',
        of: {
          driver: text,
          config: list({
            kind: 'record',
            of: { subnet: text },
            refused: {
              gateway: NO_SUBNET_DETAILS,
              ip_range: NO_SUBNET_DETAILS,
              aux_addresses: NO_SUBNET_DETAILS
            }
          })
        },
        refused: { options: NO_SUBNET_DETAILS }
      },
      external,
      internal: flag,
      attachable: flag,
      labels: entries
    },
    ignored: { enable_ipv4: '' },
    refused: {
      enable_ipv6: 'make the network by hand (docker network create --ipv6) and name it as external'
    }
  },
  volumes: {
    kind: 'record',
    isExtensible: true,
    of: {
      name: text,
      driver: text,
      driver_opts: driverOptions,
      external,
      labels: entries,
      'x-cluster-spec': { kind: 'any' }
    }
  },
  secrets: {
    kind: 'record',
    isExtensible: true,
    // `environment` is no key of docker's: it becomes a file before docker sees it.
    of: {
      name: text,
      file: text,
      environment: text,
      external,
      labels: entries,
      driver: text,
      driver_opts: driverOptions,
      template_driver: text
    }
  },
  configs: {
    kind: 'record',
    isExtensible: true,
    // Neither are `environment` and `content`.
    of: {
      name: text,
      file: text,
      environment: text,
      content: text,
      external,
      labels: entries,
      template_driver: text
    }
  }
}
