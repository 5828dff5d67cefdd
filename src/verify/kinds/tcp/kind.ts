import * as z from 'zod'
import { defineKind } from '../../kind.ts'
import { publishingNodes } from '../../looking/publishing-nodes.ts'
import { port, serviceName } from '../../suite/wanted.ts'
import { gatherTcp } from './gather.ts'
import { judgeTcp, tcpExpected } from './judge.ts'
import { gatherReplicas } from './replicas.ts'

const params = z.strictObject({
  from: serviceName()
    .optional()
    .describe('The service that asks, on every node that it runs on; without it, this machine.'),
  host: z
    .string()
    .regex(/^[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,252}$/, 'takes a name or an IPv4 address')
    .optional()
    .describe(
      'A name, as the asker knows it, or an address. Without it and `from`, the published port of every node; in host mode and without a mesh, of every node with a task.'
    ),
  service: serviceName()
    .optional()
    .describe(
      'Every replica of this service is asked, each from inside its own network namespace; `port` is the one that it listens on.'
    ),
  port: port().describe('The TCP port.'),
  state: z.enum(['open', 'closed']).default('open').describe('What the port must be.')
})

export const tcp = defineKind({
  name: 'tcp',
  explanation:
    'Opens a TCP connection to a host and port, from inside a service’s own network namespace or from this ' +
    'machine, or to each replica of a service, and closes it again. Closed is a connection that was refused or went unanswered; a name that does ' +
    'not resolve is no proof of that.',
  example:
    '- kind: tcp\n  from: backend\n  host: redis\n  port: 6379\n- kind: tcp\n  service: backend\n  port: 8080',
  isDisturbing: false,
  visits: 'none',
  params,
  faultOf: ({ service, from, host }) =>
    service !== undefined && (from ?? host) !== undefined
      ? 'service asks each replica at its own address: leave from and host out'
      : undefined,
  expected: tcpExpected,
  gather: async (question, world) => {
    if (question.service !== undefined) return gatherReplicas(world, question.service, question.port)
    const isPublished = question.from === undefined && question.host === undefined
    // A port in host mode, and each port without a mesh, is open where a task runs, and need not be elsewhere.
    const nodes = isPublished ? (await publishingNodes(world, question.port)).nodes : world.nodes
    return gatherTcp({ ...world, nodes }, question, (node, wanted) => {
      const found = world.nodes.find(one => one.id === node.id)
      if (!found) throw new Error('a node of the swarm is none of the world')
      return world.endpointOf(found, wanted)
    })
  },
  judge: judgeTcp
})
