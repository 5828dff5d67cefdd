import { count, fail, type Judgement, pass } from '../../judging/judgement.rules.ts'
import type { NodeTraffic } from '../../round/mesh.ts'
import type { FailureKind } from '../../verdict.ts'

export type RoutingMeshEvidence = {
  requestsPerNode: number
  nodes: Pick<NodeTraffic, 'answers' | 'firstFailure'>[]
  nodesWithoutTask: string[]
}

/** What each kind of failure, at a published port, usually means. */
const HINTS: Record<FailureKind, string> = {
  refused:
    'nothing listens on the published port of that node: publish it in ingress mode (`swarmline doctor` says whether the kernel has IPVS)',
  unreachable: 'the node cannot be reached from this machine: see whether it runs (`swarmline ls`)',
  reset:
    'the service ends connections: see `docker service logs`, and add a HEALTHCHECK so that only ready tasks are asked',
  'time-out':
    'the node accepts no traffic for tasks elsewhere: IPVS, UDP 4789 and TCP and UDP 7946 must work between nodes',
  status: 'the service itself answers with an error: see `docker service logs`',
  body: 'something else than the service answers, or its text changed'
}

export const ROUTING_MESH_EXPECTED = 'every node answers every request, also a node without a task'

/** Every node answers all that it is asked. */
export function judgeRoutingMesh(evidence: RoutingMeshEvidence): Judgement {
  const { requestsPerNode, nodes, nodesWithoutTask } = evidence
  const figures = {
    nodes: nodes.length,
    nodesWithoutTask: nodesWithoutTask.length,
    requests: nodes.reduce((sum, node) => sum + node.answers.requests, 0),
    failed: nodes.reduce((sum, node) => sum + node.answers.failed, 0)
  }
  const expected = `${ROUTING_MESH_EXPECTED}: ${count(requestsPerNode, 'request')} each, 0 failed`
  const lacking = nodes.filter(
    ({ answers }) => answers.failed > 0 || answers.requests < requestsPerNode || answers.requests === 0
  )
  const worstNode = lacking.toSorted((a, b) => b.answers.failed - a.answers.failed)[0]
  if (nodes.length === 0)
    return fail(expected, 'no node was asked', 'see whether the swarm has nodes', figures)
  if (worstNode) return fail(expected, lacking.map(describe).join('; '), hintFor(worstNode), figures)
  const without = nodesWithoutTask.length ? `, ${nodesWithoutTask.join(', ')} without a task` : ''
  return pass(
    expected,
    `${count(figures.requests, 'request')} to ${count(nodes.length, 'node')}${without}: 0 failed`,
    figures
  )
}

function describe({ answers, firstFailure }: RoutingMeshEvidence['nodes'][number]): string {
  const kinds = byFrequency(answers.failedByKind).map(([kind, n]) => `${n} ${kind}`)
  const first = firstFailure ? `, first: ${firstFailure}` : ''
  return `${answers.node}: ${answers.failed} of ${answers.requests} failed (${kinds.join(', ') || 'not all asked'}${first})`
}

function hintFor({ answers }: RoutingMeshEvidence['nodes'][number]): string {
  const kind = byFrequency(answers.failedByKind)[0]?.[0]
  return kind ? HINTS[kind] : 'ask again: the node was not asked as often as planned'
}

function byFrequency(failures: Partial<Record<FailureKind, number>>): [FailureKind, number][] {
  return (Object.entries(failures) as [FailureKind, number][]).toSorted((a, b) => b[1] - a[1])
}
