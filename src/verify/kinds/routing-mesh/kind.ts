import * as z from 'zod'
import { defineKind } from '../../kind.ts'
import { measureRound } from '../../round/round.ts'
import { duration } from '../../suite/duration.ts'
import { port, serviceName } from '../../suite/wanted.ts'
import { judgeMesh, type RoutingMeshEvidence, routingMeshExpected } from './judge.ts'

const params = z.strictObject({
  service: serviceName(),
  port: port().default(80).describe('Published port.'),
  requests: z.number().int().min(1).max(100_000).default(100).describe('Fresh connections to each node.'),
  share: z
    .number()
    .min(0)
    .max(1)
    .default(0.2)
    .describe('Least share of all answers that each replica must give.'),
  soon: z
    .boolean()
    .default(false)
    .describe('Every node must use every one of N replicas within its first 3N connections.'),
  slowest: duration().optional().describe('No answer may take longer.')
})

export const routingMesh = defineKind({
  name: 'routing-mesh',
  explanation:
    'Asks a service through every node, also through nodes without a task of it, each time on a fresh connection. ' +
    'Every request must be answered, by a replica that names itself (`The responding server is: <hostname>`), and ' +
    'every replica must answer its share. Skipped on a swarm without a routing mesh. Checks of the same service, port ' +
    'and number of requests share one round.',
  example: `- kind: routing-mesh
  service: backend
  port: 80
  requests: 100
  share: 0.2`,
  isDisturbing: false,
  visits: 'counts',
  deadlineMs: ({ requests }) => 60_000 + requests * 100,
  params,
  expected: routingMeshExpected,
  place: ({ service }) => ['services', service, 'ports'],
  gather: async (asked, world): Promise<RoutingMeshEvidence> =>
    world.hasMesh ? { hasMesh: true, ...(await measureRound(asked, world)) } : { hasMesh: false },
  judge: judgeMesh
})
