import { fail, inconclusive, pass } from '../../../verify/verify.rules.ts'
import type { Judgement } from '../../../verify/verify.ts'
import { type ConstrainedNode, isAccepted } from './constraints.rules.ts'

export type PlacedByLabelParams = { service: string; label: string; value: string }
export type PlacedByLabelEvidence = {
  exists: boolean
  constraints: string[]
  nodes: ConstrainedNode[]
}

export function placedByLabelExpected({ service, label, value }: PlacedByLabelParams): string {
  return `${service} may run on nodes with the label ${label}=${value}, and on no others`
}

/**
 * Asks what the constraints would allow if the labels were others: no node without the label, and some node with it. So
 * any spelling does, and a node that was named, or came by luck, does not.
 */
export function judgePlacedByLabel(
  params: PlacedByLabelParams,
  { exists, constraints, nodes }: PlacedByLabelEvidence
): Judgement {
  const { service, label, value } = params
  const expected = placedByLabelExpected(params)
  const place = ['services', service, 'deploy', 'placement']
  const failed = (observed: string): Judgement => ({
    ...fail(expected, observed, 'constrain it by a label of nodes: deploy.placement.constraints'),
    place
  })
  if (!exists) return failed(`there is no service ${service}`)
  if (nodes.length === 0) return inconclusive(expected, 'the swarm lists no node', undefined)
  const without = nodes.map(node => labelled(node, label, undefined))
  const stray = without.find(node => isAccepted(constraints, node))
  if (stray && constraints.length === 0) return failed('it has no constraint: it may run on any node')
  if (stray) return failed(`it may run on ${stray.name}, also without the label: ${constraints.join(', ')}`)
  const withIt = nodes.map(node => labelled(node, label, value))
  if (!withIt.some(node => isAccepted(constraints, node)))
    return failed(`the label does not let it run: ${constraints.join(', ')}`)
  return pass(expected, constraints.join(', '))
}

function labelled(node: ConstrainedNode, label: string, value: string | undefined): ConstrainedNode {
  const { [label]: _, ...labels } = node.labels
  return { ...node, labels: value === undefined ? labels : { ...labels, [label]: value } }
}
