import path from 'node:path'
import type { Cluster } from '../cluster/cluster.ts'
import { SwarmlineError } from '../errors.ts'
import type { UpRequest } from '../usecases/requests.ts'
import {
  entries,
  flag,
  lines,
  matching,
  oneOf,
  optionalMatching,
  type Values,
  wholeNumber
} from './input.rules.ts'
import type { Form } from './read-inputs.ts'
import { CLUSTER_NAME, CLUSTER_NAME_FORM, targetInputs, wayFaults } from './target.rules.ts'

const inputs = {
  name: matching('name', CLUSTER_NAME, CLUSTER_NAME_FORM),
  engine: oneOf('engine', ['auto', 'host', 'vm']),
  // Over TLS nothing but the engine's API is reached, and the nodes have sockets of their own.
  dockerHost: optionalMatching('docker-host', /^(?:unix:\/\/\/|ssh:\/\/.)/, 'unix:// or ssh://'),
  hostKey: targetInputs.hostKey,
  managers: wholeNumber('managers', 1, 7),
  workers: wholeNumber('workers', 0, 19),
  labels: entries('labels', 'NODE:KEY=VALUE', line => {
    const [, node, key, value] = /^([a-z][a-z0-9-]*):([^=\s]+)=(.*)$/.exec(line) ?? []
    return node && key && value !== undefined ? [`${node}:${key}`, { node, key, value }] : undefined
  }),
  ttlHours: wholeNumber('ttl-hours', 1, 8760),
  suite: matching('suite', /^[a-z]{3,20}$/, 'the name of a Debian suite'),
  endpoint: oneOf('endpoint', ['mesh', 'dnsrr']),
  buildContexts: lines('build-contexts'),
  composeFiles: lines('compose-files'),
  keep: flag('keep')
}
export type SwarmUpValues = Values<typeof inputs>

export const swarmUpForm: Form<typeof inputs> = {
  inputs,
  faultsOf: ({ labels, managers, workers, dockerHost, hostKey }) => {
    const isThere = (node: string): boolean => {
      const [, role, number] = /^(manager|worker)([1-9]\d*)$/.exec(node) ?? []
      return Number(number) <= (role === 'manager' ? managers : workers)
    }
    const strangers = new Set(
      Object.values(labels)
        .map(l => l.node)
        .filter(node => !isThere(node))
    )
    return [
      ...wayFaults({ cluster: undefined, dockerHost, hostKey }),
      ...[...strangers].map(
        node => `labels names ${node}, but there will be ${managers} managers and ${workers} workers`
      )
    ]
  }
}

/**
 * @param around.dockerHost the engine that the workflow's environment names
 * @throws `input` for a host key where no engine is behind ssh: it would be thought to be checked
 */
export function upRequest(
  values: SwarmUpValues,
  around: { workspace: string; dockerHost: string | undefined; owner: string }
): UpRequest {
  const labels: UpRequest['labels'] = {}
  for (const { node, key, value } of Object.values(values.labels))
    labels[node] = { ...labels[node], [key]: value }
  const { name, engine, managers, workers, ttlHours, suite, endpoint, hostKey } = values
  const dockerHost = values.dockerHost ?? around.dockerHost
  if (hostKey && !dockerHost?.startsWith('ssh://'))
    throw new SwarmlineError('input', 'host-key is for ssh://user@host', {
      hint: 'give docker-host, or leave host-key out'
    })
  const inWorkspace = (file: string): string => path.resolve(around.workspace, file)
  return {
    ...{ name, engine, managers, workers, ttlHours, suite, endpoint, labels },
    dockerHost,
    hostKey,
    owner: around.owner,
    buildContexts: values.buildContexts.map(inWorkspace),
    composeFiles: values.composeFiles.map(inWorkspace)
  }
}

export function swarmUpOutputs(cluster: Cluster): Record<string, string> {
  const manager = cluster.nodes.find(node => node.role === 'manager')
  if (!manager) throw new SwarmlineError('internal', `the cluster ${cluster.name} has no manager`)
  return {
    name: cluster.name,
    'docker-host': `unix://${manager.socketPath}`,
    registry: cluster.registry.reference,
    addresses: JSON.stringify(Object.fromEntries(cluster.nodes.map(node => [node.name, node.address]))),
    engine: cluster.engineTitle,
    'has-mesh': String(cluster.hasMesh)
  }
}
