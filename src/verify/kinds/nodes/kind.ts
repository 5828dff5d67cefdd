import * as z from 'zod'
import { defineKind } from '../../kind.ts'
import { amount } from '../../suite/wanted.ts'
import { judgeNodes, type NodesEvidence, nodesExpected } from './judge.ts'

const params = z.strictObject({
  count: amount().optional().describe('How many nodes the swarm has.'),
  managers: amount().optional().describe('How many of them are managers.'),
  workers: amount().optional().describe('How many of them are workers.'),
  ready: z.boolean().default(true).describe('Every node is ready and takes tasks.'),
  idle: z
    .array(z.string().min(1).max(200))
    .max(100)
    .default([])
    .describe('Nodes that may be paused or drained, by their names: of `ready`, they must only be ready.'),
  labels: z
    .array(
      z.strictObject({
        label: z.string().min(1).max(200).describe('Name of a node label.'),
        value: z.string().max(200).optional().describe('Its value; without it, any.'),
        count: amount().default({ gte: 1 }).describe('How many nodes have it.')
      })
    )
    .max(50)
    .default([])
    .describe('Labels that nodes must have.'),
  survives: z
    .number()
    .int()
    .min(0)
    .max(10)
    .optional()
    .describe('Managers that may be lost before the swarm has no leader.')
})

export const nodes = defineKind({
  name: 'nodes',
  explanation:
    'Reads the swarm’s list of nodes from a manager: how many there are, in which roles, with which labels, whether ' +
    'all of them are ready and active, and how many managers may be lost before no one leads.',
  example: `- kind: nodes
  count: 3
  managers: { gte: 1 }
  labels:
    - { label: data, value: persistent, count: 1 }`,
  isDisturbing: false,
  looksAt: 'nodes',
  visits: 'none',
  params,
  expected: nodesExpected,
  gather: async (_params, world): Promise<NodesEvidence> => ({
    nodes: (await world.reads.nodes()).map(node => ({
      name: node.Description.Hostname,
      role: node.Spec.Role,
      state: node.Status.State,
      availability: node.Spec.Availability,
      labels: node.Spec.Labels ?? {},
      reachability: node.ManagerStatus?.Reachability
    }))
  }),
  judge: judgeNodes
})
