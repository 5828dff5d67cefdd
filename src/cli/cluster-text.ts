import type { Cluster } from '../cluster/cluster.ts'
import { heartbeatInWords } from '../plain/heartbeat.ts'
import { inTerminal } from '../plain/text.ts'
import type { Look } from './look.rules.ts'
import { table } from './table.ts'
import type { ClusterLine } from './use-cases.ts'

/** A swarm for people: its nodes, its registry, and how to reach it. */
export function clusterText(cluster: Cluster, look: Look): string {
  const rows = cluster.nodes.map(node => [node.name, node.role, node.address, labels(node.labels)])
  return [
    `The swarm ${cluster.name} runs on ${inTerminal(cluster.engineTitle)}${cluster.hasMesh ? '' : ', without a routing mesh'}.`,
    '',
    table(['node', 'role', 'address', 'labels'], rows, look),
    '',
    ...(cluster.registry ? [`registry   ${inTerminal(cluster.registry.reference)}`] : []),
    `expires    ${cluster.expiresAt}`,
    ...slowHeartbeat(cluster),
    ...standIns(cluster.standIns),
    `docker     ${envCommand(cluster)}`
  ].join('\n')
}

/** The command line that points a docker client at the first worker, or at the manager where there is none. */
export function envCommand({ name, nodes }: Pick<Cluster, 'name' | 'nodes'>): string {
  const node = (nodes.find(each => each.role === 'worker') ?? nodes[0])?.name ?? ''
  return `eval "$(swarmline env ${node}${name === 'swarmline' ? '' : ` --cluster ${name}`})"`
}

function slowHeartbeat({ heartbeatSeconds }: Cluster): string[] {
  const words = heartbeatInWords(heartbeatSeconds)
  return words ? [`heartbeat  ${words}`] : []
}

export function standIns(standIns: Cluster['standIns']): string[] {
  if (standIns.length === 0) return []
  return [
    `stand-ins  ${standIns.map(image => image.reference).join(', ')} (made here, not the official images)`
  ]
}

export function clustersText(clusters: readonly ClusterLine[], look: Look): string {
  if (clusters.length === 0) return 'There is no swarm here. Create one with: swarmline up'
  const rows = clusters.map(cluster => [
    cluster.name,
    cluster.isRunning
      ? ({ text: 'running', style: 'green' } as const)
      : ({ text: 'not answering', style: 'red' } as const),
    String(cluster.nodes),
    cluster.engine,
    cluster.expiresAt
  ])
  return table(['name', 'state', 'nodes', 'engine', 'expires'], rows, look)
}

function labels(of: Record<string, string>): string {
  return Object.entries(of)
    .map(([key, value]) => `${key}=${value}`)
    .join(' ')
}
