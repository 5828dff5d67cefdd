import { compare, inWords, type Wanted } from '../../judging/compare.rules.ts'
import { count, fail, inconclusive, type Judgement, pass } from '../../judging/judgement.rules.ts'

export type PlacementParams = {
  service: string
  role?: 'manager' | 'worker' | undefined
  labels: Record<string, string>
  nodes?: string[] | undefined
  constraints: string[]
  spread?: Wanted | undefined
  most?: number | undefined
}
export type PlacementEvidence = {
  exists: boolean
  tasks: { task: string; node: PlacedNode | undefined }[]
}
type PlacedNode = {
  name: string
  role: string
  labels: Record<string, string>
  /** The constraints that it does not meet. */
  unmet: string[]
}

export function placementExpected({
  service,
  role,
  labels,
  nodes,
  constraints,
  spread,
  most
}: PlacementParams): string {
  const rules = [
    role && `on a ${role}`,
    ...Object.entries(labels).map(([label, value]) => `on a node with ${label}=${value}`),
    nodes && `on ${nodes.join(' or ')}`,
    constraints.length > 0 && `where ${constraints.join(' and ')}`,
    spread !== undefined && `on a number of nodes that ${inWords(spread)}`,
    most !== undefined && `at most ${most} on one node`
  ].filter(Boolean)
  return `every task of ${service} runs ${rules.join(', ') || 'on a node of the swarm'}`
}

export function judgePlacement(params: PlacementParams, { exists, tasks }: PlacementEvidence): Judgement {
  const { service, role, labels, nodes, spread, most } = params
  const expected = placementExpected(params)
  const place = ['services', service, 'deploy', 'placement']
  const byNode = new Map<string, number>()
  for (const { node } of tasks) if (node) byNode.set(node.name, (byNode.get(node.name) ?? 0) + 1)
  const figures = { tasks: tasks.length, nodes: byNode.size }
  if (!exists) return fail(expected, `the stack has no service ${service}`, 'see `docker stack services`')
  if (tasks.length === 0)
    return fail(expected, `no task of ${service} runs`, 'see `docker service ps --no-trunc`', figures)
  if (tasks.some(({ node }) => !node))
    return inconclusive(expected, 'a task runs on a node that the swarm does not list', undefined, figures)

  const problems = new Set<string>()
  for (const { node } of tasks) {
    if (!node) continue
    if (role && node.role !== role) problems.add(`${node.name} is a ${node.role}`)
    if (nodes && !nodes.includes(node.name)) problems.add(`a task runs on ${node.name}`)
    for (const constraint of node.unmet) problems.add(`${node.name} does not meet ${constraint}`)
    for (const [label, value] of Object.entries(labels))
      if (!Object.hasOwn(node.labels, label) || node.labels[label] !== value)
        problems.add(`${node.name} lacks the label ${label}=${value}`)
  }
  if (spread !== undefined && compare(byNode.size, spread) !== 'holds')
    problems.add(`${count(tasks.length, 'task')} on ${count(byNode.size, 'node')}`)
  for (const [name, number] of byNode)
    if (most !== undefined && number > most) problems.add(`${number} tasks run on ${name}`)
  if (problems.size > 0)
    return {
      ...fail(
        expected,
        [...problems].join('; '),
        'constrain it: `deploy.placement.constraints`, and label a node with `docker node update --label-add`',
        figures
      ),
      place
    }
  return pass(
    expected,
    [...byNode].map(([name, number]) => `${count(number, 'task')} on ${name}`).join(', '),
    figures
  )
}
