import * as z from 'zod'
import { defineKind } from '../../kind.ts'
import { duration } from '../../suite/duration.ts'
import { serviceName } from '../../suite/wanted.ts'
import { parseEdgeRule } from './edges.rules.ts'
import { gatherIsolation } from './gather.ts'
import { type IsolationEvidence, judgeIsolation } from './judge.ts'
import { matrixOf } from './matrix.rules.ts'
import { isolationTable } from './table.rules.ts'

const edges = () =>
  z
    .array(
      z
        .string()
        .max(140)
        .regex(
          /^\s*(?:\*|[a-zA-Z0-9][\w.-]*)\s*->\s*(?:\*|[a-zA-Z0-9][\w.-]*)(?::\d{1,5}(?:\/udp)?)?\s*$/,
          'takes an edge, such as: backend -> redis'
        )
    )
    .max(500)
    .default([])

const params = z.strictObject({
  must: edges().describe(
    'Edges that must be open, whatever the networks say: `backend -> redis`. With `/udp` a port of the target that must ' +
      'answer a datagram: `backend -> names:53/udp`.'
  ),
  mustNot: edges().describe(
    'Edges that must be blocked, whatever the networks say: `* -> cadvisor`. With a port it is the published one: `* -> redis:6379`; with `/udp` the target’s own: `* -> names:53/udp`.'
  ),
  networks: z
    .record(serviceName(), z.array(z.string().min(1).max(64)).max(50))
    .optional()
    .describe(
      'The networks that services must be on, for those that are named: a running service on others is found. ' +
        'Without it the running services’ own networks say what must be open.'
    ),
  settle: duration().default(2000).describe('Before the second look at edges that are not as they must be.')
})

export const isolation = defineKind({
  name: 'isolation',
  explanation:
    'Looks at every pair of services from inside the tasks’ own network namespaces: by name, and by TCP to the ' +
    'virtual address, to each task, and across networks. Two services must reach each other if and only if they ' +
    'share a network, or as a rule says. Blocked counts only when the target is known to listen and the probe to ' +
    'work; what is not known makes the check inconclusive. A service that listens on nothing, and should not, counts as ' +
    'reached when its address refuses; not for a rule that it must be. UDP is asked only where a rule names a port of it: ' +
    'open is what answers a datagram (an echo, or any answer from that address and port), and blocked is silence where ' +
    'the same address answered its own service or a neighbour; a target that refuses was reached.',
  example: `- kind: isolation
  must: ['backend -> redis']
  mustNot: ['redis -> backend', 'redis -> names:53/udp']`,
  isDisturbing: false,
  visits: 'none',
  deadlineMs: () => 180_000,
  params,
  expected: ({ must, mustNot }) =>
    [
      'services reach each other where they share a network, and nowhere else',
      ...said(must, ''),
      ...said(mustNot, 'not ')
    ].join('; '),
  place: () => ['networks'],
  gather: async (
    { must, mustNot, networks, settle },
    world
  ): Promise<IsolationEvidence & { table: string[] }> => {
    const rules = { must: must.map(parseEdgeRule), mustNot: mustNot.map(parseEdgeRule) }
    const evidence = await gatherIsolation(world, {
      rules,
      settleMs: settle,
      ...(networks ? { declared: networks } : {})
    })
    const matrix = matrixOf(evidence)
    world.showIsolation(JSON.stringify([must, mustNot, networks]), matrix)
    return { ...evidence, table: isolationTable(matrix) }
  },
  judge: (_params, evidence) => judgeIsolation(evidence)
})

function said(rules: readonly string[], not: string): string[] {
  return rules.map(rule => `${not}${rule.trim()}`)
}
