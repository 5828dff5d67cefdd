import type { ApiNode } from '../../docker/types.ts'
import { count, fail, inconclusive, type Judgement, pass } from '../judgement.rules.ts'
import type { NodeDoor, VerifyPlan } from '../plan.ts'

export type NodesEvidence = {
  /** The nodes as a manager lists them. */
  listed: ApiNode[]
  expected: NodeDoor['node'][]
  pinned: VerifyPlan['pinned']
  /** Ids of the nodes where the pinned service's tasks run; `undefined` when they could not be read. */
  pinnedTo: string[] | undefined
}

/** The swarm has the nodes it should have, all of them usable, and a pinned service runs where it must. */
export function judgeNodes({ listed, expected: wanted, pinned, pinnedTo }: NodesEvidence): Judgement {
  const rule = pinned ? `; ${pinned.service} runs on a node with ${pinned.label}=${pinned.value}` : ''
  const managers = wanted.filter(node => node.role === 'manager').length
  const expected = `${count(wanted.length, 'node')} Ready and active, ${managers} of them managers${rule}`
  const ready = listed.filter(isUsable)
  const figures = {
    nodes: listed.length,
    ready: ready.length,
    managers: listed.filter(node => node.Spec.Role === 'manager').length
  }

  const problems = wanted.flatMap(node =>
    problemsOf(
      node,
      listed.find(seen => seen.ID === node.id)
    )
  )
  const strangers = listed.filter(seen => !wanted.some(node => node.id === seen.ID))
  problems.push(...strangers.map(seen => `${seen.Description.Hostname}: is not one of the expected nodes`))
  if (problems.length > 0)
    return fail(
      expected,
      problems.join('; '),
      'see `docker node ls`, and `docker node inspect` of the node named',
      figures
    )

  const seen = `${ready.length} of ${count(listed.length, 'node')} Ready and active`
  if (!pinned) return pass(expected, seen, figures)
  if (!pinnedTo)
    return inconclusive(expected, `${seen}; where ${pinned.service} runs is not known`, undefined, figures)
  const at = pinnedTo.map(id => listed.find(node => node.ID === id))
  const names = at.map(node => node?.Description.Hostname ?? 'an unknown node').join(', ')
  if (at.length === 0)
    return fail(
      expected,
      `${seen}; ${pinned.service} does not run`,
      'see `docker service ps --no-trunc`',
      figures
    )
  if (!at.every(node => node?.Spec.Labels?.[pinned.label] === pinned.value))
    return fail(
      expected,
      `${seen}; ${pinned.service} runs on ${names}, without that label`,
      `constrain it to node.labels.${pinned.label} == ${pinned.value}, and label one node so`,
      figures
    )
  return pass(expected, `${seen}; ${pinned.service} runs on ${names}`, figures)
}

function isUsable(node: ApiNode): boolean {
  return node.Status.State === 'ready' && node.Spec.Availability === 'active'
}

function problemsOf(wanted: NodeDoor['node'], seen: ApiNode | undefined): string[] {
  if (!seen) return [`${wanted.name}: is not in the swarm`]
  const problems: string[] = []
  if (!isUsable(seen)) problems.push(`is ${seen.Status.State} and ${seen.Spec.Availability}`)
  if (seen.Spec.Role !== wanted.role) problems.push(`is a ${seen.Spec.Role}, not a ${wanted.role}`)
  for (const [name, value] of Object.entries(wanted.labels))
    if (seen.Spec.Labels?.[name] !== value) problems.push(`lacks the label ${name}=${value}`)
  return problems.map(problem => `${wanted.name}: ${problem}`)
}
