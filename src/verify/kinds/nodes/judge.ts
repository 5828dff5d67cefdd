import { compare, inWords, type Wanted } from '../../judging/compare.rules.ts'
import { count, fail, inconclusive, type Judgement, pass } from '../../judging/judgement.rules.ts'

export type NodesParams = {
  count?: Wanted | undefined
  managers?: Wanted | undefined
  workers?: Wanted | undefined
  ready: boolean
  idle: string[]
  labels: { label: string; value?: string | undefined; count: Wanted }[]
  survives?: number | undefined
}
export type NodesEvidence = {
  nodes: {
    name: string
    role: 'manager' | 'worker'
    state: string
    availability: string
    labels: Record<string, string>
    reachability: string | undefined
  }[]
}

export function nodesExpected({
  count,
  managers,
  workers,
  ready,
  idle,
  labels,
  survives
}: NodesParams): string {
  const parts = [
    count !== undefined && `the number of nodes ${inWords(count)}`,
    managers !== undefined && `the number of managers ${inWords(managers)}`,
    workers !== undefined && `the number of workers ${inWords(workers)}`,
    ready &&
      `all nodes are ready and active${idle.length > 0 ? `, but for ${idle.join(', ')}, which may take no tasks` : ''}`,
    ...labels.map(rule => `the number of nodes with ${labelText(rule)} ${inWords(rule.count)}`),
    survives !== undefined && `the swarm survives the loss of ${survives} managers`
  ]
  return parts.filter(Boolean).join('; ') || 'the swarm answers'
}

export function judgeNodes(params: NodesParams, { nodes }: NodesEvidence): Judgement {
  const managers = nodes.filter(node => node.role === 'manager')
  const unready = nodes.filter(
    node => node.state !== 'ready' || (node.availability !== 'active' && !params.idle.includes(node.name))
  )
  const reachable = managers.filter(node => node.reachability === 'reachable')
  // Raft goes on while more than half of all managers answer.
  const spare = reachable.length - (Math.floor(managers.length / 2) + 1)
  const expected = nodesExpected(params)
  const figures = {
    nodes: nodes.length,
    managers: managers.length,
    ready: nodes.length - unready.length,
    spare
  }
  const counts: [string, number, Wanted | undefined][] = [
    ['nodes', nodes.length, params.count],
    ['managers', managers.length, params.managers],
    ['workers', nodes.length - managers.length, params.workers],
    ...params.labels.map((rule): [string, number, Wanted] => [
      `nodes with ${labelText(rule)}`,
      nodes.filter(node => hasLabel(node.labels, rule)).length,
      rule.count
    ])
  ]
  const problems = counts
    .filter(([, number, wanted]) => wanted !== undefined && compare(number, wanted) !== 'holds')
    .map(([what, number]) => `${number} ${what}`)
  if (params.ready)
    problems.push(...unready.map(node => `${node.name} is ${node.state} and ${node.availability}`))
  if (params.survives !== undefined && spare < params.survives)
    problems.push(
      `${reachable.length} of ${managers.length} managers are reachable: ${Math.max(0, spare)} may be lost`
    )
  if (nodes.length === 0) return inconclusive(expected, 'the swarm lists no node at all', undefined, figures)
  if (problems.length > 0)
    return fail(
      expected,
      problems.join('; '),
      'see `docker node ls`, and `docker node inspect` of a node',
      figures
    )
  return pass(
    expected,
    `${count(nodes.length, 'node')} (${count(managers.length, 'manager')}), ${figures.ready} ready`,
    figures
  )
}

type LabelRule = NodesParams['labels'][number]

function labelText({ label, value }: LabelRule): string {
  return value === undefined ? `the label ${label}` : `the label ${label}=${value}`
}

function hasLabel(labels: Record<string, string>, { label, value }: LabelRule): boolean {
  return Object.hasOwn(labels, label) && (value === undefined || labels[label] === value)
}
