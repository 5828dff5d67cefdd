import { fail, inconclusive, type Judgement, percent, skipped } from '../../judging/judgement.rules.ts'
import type { Measurement } from '../../round/measurement.ts'
import { judgeRoutingMesh, ROUTING_MESH_EXPECTED } from './answered.rules.ts'
import { judgeSpread } from './spread.rules.ts'

export type RoutingMeshParams = {
  service: string
  requests: number
  share: number
  slowest?: number | undefined
  soon: boolean
}
export type RoutingMeshEvidence = { hasMesh: false } | ({ hasMesh: true } & Measurement)

export function routingMeshExpected({ requests, share, slowest, soon }: RoutingMeshParams): string {
  const limit = slowest === undefined ? '' : `, none takes longer than ${slowest} ms`
  return `${ROUTING_MESH_EXPECTED}, ${requests} each; each replica answers at least ${percent(share)}${soon ? ' and is used within 3 connections for each' : ''}${limit}`
}

/** Every node answers, every replica is used and nobody else is, and nothing stalls. */
export function judgeMesh(params: RoutingMeshParams, evidence: RoutingMeshEvidence): Judgement {
  const expected = routingMeshExpected(params)
  const place = ['services', params.service, 'ports']
  if (!evidence.hasMesh)
    return skipped(
      expected,
      'not tested: this swarm runs without a routing mesh',
      'use an engine whose kernel has IPVS: `swarmline up --engine vm`'
    )
  const answered = judgeRoutingMesh(evidence)
  if (answered.status !== 'pass') return { ...answered, expected, place }
  const spread = judgeSpread({
    minShare: params.share,
    nodes: evidence.nodes.map(node => node.answers),
    before: evidence.replicasBefore,
    after: evidence.replicasAfter
  })
  const max = Math.max(0, ...evidence.nodes.map(node => node.answers.latencyMs.max))
  const late = latest(evidence)
  const figures = { ...answered.figures, ...spread.figures, slowestMs: max, ...late?.figures }
  const observed = `${answered.observed}; ${spread.observed}`
  if (spread.status === 'pass' && spread.figures.replicas === 0)
    return inconclusive(expected, `${observed}; no replica is known`, undefined, figures)
  if (spread.status !== 'pass') return { ...spread, expected, observed, figures }
  if (params.slowest !== undefined && max > params.slowest)
    return fail(
      expected,
      `an answer took ${max} ms`,
      'stalls of a second are IPVS that reuses ports: net.ipv4.vs.conn_reuse_mode must be 0 (newer engines set it)',
      figures
    )
  if (!params.soon || !late) return { ...spread, expected, observed, figures }
  const { node, replica, after, allowed } = late
  if (after > allowed)
    return fail(
      expected,
      `${node} used ${replica} only after ${after} connections, not within ${allowed}; ${observed}`,
      'nodes choose replicas in turn: one that comes late is not in that node’s balancer yet, or others are preferred',
      figures
    )
  if (after > evidence.requestsPerNode)
    return inconclusive(
      expected,
      `${observed}; ${evidence.requestsPerNode} connections to each node are fewer than ${allowed}`,
      `ask for ${allowed} requests or more`,
      figures
    )
  return { ...spread, expected, observed, figures }
}

/**
 * The node that came last to one of the replicas that run: within three times as many connections as there are
 * replicas every one of them must have had its turn. `undefined` when the replicas are not known.
 */
function latest({ nodes, replicasAfter }: Measurement) {
  if (!replicasAfter.isKnown) return undefined
  const { running } = replicasAfter.replicas
  const firsts = nodes.flatMap(({ answers, firstAnswers }) =>
    running.map(({ hostname }) => ({
      node: answers.node,
      replica: hostname,
      // Never: later than all that were asked.
      after: Object.hasOwn(firstAnswers, hostname) ? (firstAnswers[hostname] ?? 0) : answers.requests + 1
    }))
  )
  const last = firsts.toSorted((a, b) => b.after - a.after)[0]
  return last && { ...last, allowed: 3 * running.length, figures: { connectionsToAll: last.after } }
}
