import { isMapping, mapping, own } from '../read/read.rules.ts'
import type { LintRule } from './lint-rule.ts'

/** Repositories' last words, and the port inside, of stores that trust whoever reaches them. */
const STORES: readonly [name: RegExp, ports: readonly number[]][] = [
  [/^(redis|valkey|keydb|dragonfly)/, [6379]],
  [/^(postgres|postgis|timescaledb|pgvector)/, [5432]],
  [/^(mysql|mariadb|percona)/, [3306]],
  [/^mongo/, [27017]],
  [/^memcached/, [11211]],
  [/^(elasticsearch|opensearch)/, [9200, 9300]],
  [/^etcd/, [2379, 2380]],
  [/^cassandra/, [9042]],
  [/^zookeeper/, [2181]],
  [/^influxdb/, [8086]],
  [/^(couchdb|couchbase)/, [5984, 8091]],
  [/^rabbitmq/, [5672]],
  [/^clickhouse/, [8123, 9000]],
  [/^neo4j/, [7687]]
]
/** Ports that nothing else uses, whatever the image is called. */
const STORE_PORTS = [6379, 5432, 3306, 27017, 11211, 9200, 2379]

export const publishedDataStore: LintRule = {
  name: 'published-data-store',
  severity: 'warning',
  check: ({ planned }) => {
    const word = planned.image.replace(/@.*$/, '').split('/').at(-1)?.split(':')[0] ?? ''
    const ofStore = STORES.find(([name]) => name.test(word))?.[1] ?? []
    return planned.ports
      .map((port, i) => ({ port, i }))
      .filter(({ port }) => [...ofStore, ...STORE_PORTS].includes(port.target))
      .map(({ port, i }) => ({
        path: ['ports', i],
        text: `port ${port.target} of a data store is published: everybody who reaches a node reaches the data`,
        hint: 'leave it out: services of the stack reach it by its name'
      }))
  }
}

const SECRET_NAME =
  /(^|_)(PASS(WORD|WD|PHRASE)?|TOKEN|SECRETS?|(API|ACCESS|PRIVATE|SECRET|ENCRYPTION|SIGNING|AUTH)_?KEY|KEY|CREDENTIALS?)$/i

/** A switch, or where the secret is: neither is one itself. */
const isNoSecret = (value: string): boolean =>
  /^(true|false|yes|no|on|off|[01]|null|none)$/i.test(value) ||
  /^(\.{0,2}\/|~\/|file:|[a-z]:\\)\S*$/i.test(value)

/** Whoever may inspect a service reads its environment. The value is never shown. */
export const secretInEnvironment: LintRule = {
  name: 'secret-in-environment',
  severity: 'warning',
  check: ({ service }) =>
    Object.entries(mapping(own(service, 'environment')))
      .filter(
        ([name, value]) =>
          SECRET_NAME.test(name) && value !== null && String(value) !== '' && !isNoSecret(String(value))
      )
      .map(([name]) => ({
        path: ['environment', name],
        text: `${name} looks like a secret, and everybody who may inspect the service or its containers can read it`,
        hint: `make it a secret, and give the program ${name}_FILE=/run/secrets/… if it takes that`
      }))
}

export const noMemoryLimit: LintRule = {
  name: 'no-memory-limit',
  severity: 'warning',
  check: ({ service }) => {
    const limits = own(mapping(own(mapping(own(service, 'deploy')), 'resources')), 'limits')
    return isMapping(limits) && limits.memory !== undefined
      ? []
      : [
          {
            text: 'it has no memory limit: one leak can take down the whole node',
            hint: 'add deploy.resources.limits.memory'
          }
        ]
  }
}

export const latestWithoutDigest: LintRule = {
  name: 'latest-without-digest',
  severity: 'warning',
  check: ({ planned: { image } }) => {
    const [, tag] = image.slice(image.lastIndexOf('/') + 1).split(':')
    if (image === '' || image.includes('@') || (tag !== undefined && tag !== 'latest')) return []
    return [
      {
        path: ['image'],
        text: 'its image names no version, so it can mean a different image at any time, and nobody can tell which one runs',
        hint: 'name a version, or a digest'
      }
    ]
  }
}
