import * as z from 'zod'
import { isMet } from '../../../docker/eligible.rules.ts'
import { defineKind } from '../../kind.ts'
import { amount, serviceName } from '../../suite/wanted.ts'
import { judgePlacement, type PlacementEvidence, placementExpected } from './judge.ts'

const params = z.strictObject({
  service: serviceName(),
  role: z.enum(['manager', 'worker']).optional().describe('Every task runs on a node of this role.'),
  labels: z
    .record(z.string().min(1).max(200), z.string().max(200))
    .default({})
    .describe('Every task runs on a node with all of these labels.'),
  nodes: z
    .array(z.string().min(1).max(200))
    .min(1)
    .max(100)
    .optional()
    .describe('Every task runs on one of these nodes.'),
  constraints: z
    .array(z.string().min(3).max(300))
    .max(50)
    .default([])
    .describe('Every task runs on a node that meets all of these constraints, in the words of a stack file.'),
  spread: amount().optional().describe('On how many nodes tasks run.'),
  most: z.number().int().min(1).max(10_000).optional().describe('Tasks that may run on one node.')
})

export const placement = defineKind({
  name: 'placement',
  explanation:
    'Looks where a service’s tasks run now: on nodes of a role, with labels, by name, by constraints, on how many, and how many on ' +
    'one. Fails when a task runs elsewhere, or none runs at all.',
  example: `- kind: placement
  service: redis
  labels: { data: persistent }`,
  isDisturbing: false,
  visits: 'none',
  params,
  expected: placementExpected,
  place: ({ service }) => ['services', service, 'deploy', 'placement'],
  gather: async ({ service, constraints }, world): Promise<PlacementEvidence> => {
    const [found, tasks, nodes] = await Promise.all([
      world.reads.service(service),
      world.reads.runningTasks(service),
      world.reads.nodes()
    ])
    return {
      exists: found !== undefined,
      tasks: tasks.map(task => {
        const node = nodes.find(({ ID }) => ID === task.NodeID)
        return {
          task: task.ID,
          node: node && {
            name: node.Description.Hostname,
            role: node.Spec.Role,
            labels: node.Spec.Labels ?? {},
            unmet: constraints.filter(constraint => !isMet(constraint, node))
          }
        }
      })
    }
  },
  judge: judgePlacement
})
