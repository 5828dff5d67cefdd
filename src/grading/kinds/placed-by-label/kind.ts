import * as z from 'zod'
import { defineKind, serviceName } from '../../../verify/verify.ts'
import { judgePlacedByLabel, type PlacedByLabelEvidence, placedByLabelExpected } from './judge.ts'

const params = z.strictObject({
  service: serviceName(),
  label: z.string().min(1).max(200).describe('Name of a node label.'),
  value: z.string().max(200).describe('Its value.')
})

export const placedByLabel = defineKind({
  name: 'placed-by-label',
  explanation:
    'Reads a service’s placement constraints and the swarm’s nodes, and asks what would be allowed if the labels were ' +
    'others: no node without the label may run it, and some node with it may. Fails when a node was named, or the ' +
    'service happens to be there.',
  example: '- kind: placed-by-label\n  service: redis\n  label: data\n  value: persistent',
  isDisturbing: false,
  visits: 'none',
  params,
  expected: placedByLabelExpected,
  place: ({ service }) => ['services', service, 'deploy', 'placement'],
  gather: async ({ service }, world): Promise<PlacedByLabelEvidence> => {
    const [found, nodes] = await Promise.all([world.reads.service(service), world.reads.nodes()])
    return {
      exists: found !== undefined,
      constraints: found?.Spec.TaskTemplate.Placement?.Constraints ?? [],
      nodes: nodes.map(({ ID, Spec, Description, Status }) => ({
        id: ID,
        name: Description.Hostname,
        role: Spec.Role,
        address: Status.Addr ?? '',
        os: Description.Platform?.OS ?? '',
        arch: Description.Platform?.Architecture ?? '',
        labels: Spec.Labels ?? {},
        engineLabels: Description.Engine?.Labels ?? {}
      }))
    }
  },
  judge: judgePlacedByLabel
})
