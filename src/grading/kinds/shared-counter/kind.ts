import * as z from 'zod'
import { defineKind, measureRound, port, serviceName } from '../../../verify/verify.ts'
import { judgeSharedCounter, type SharedCounterEvidence, sharedCounterExpected } from './judge.ts'

const params = z.strictObject({
  service: serviceName(),
  port: port().default(80).describe('Published port.'),
  requests: z.number().int().min(1).max(10_000).default(30).describe('Fresh connections to each node.')
})

export const sharedCounter = defineKind({
  name: 'shared-counter',
  explanation:
    'Visits a service K times through every node and reads its counter (`Number of visits: <n>`) from every answer: no ' +
    'number may come twice, and all must lie between those before and after. Unlike `counter` it does not mind others ' +
    'that count meanwhile.',
  example: '- kind: shared-counter\n  service: backend\n  requests: 30',
  isDisturbing: false,
  visits: 'counts',
  deadlineMs: ({ requests }) => 60_000 + requests * 100,
  params,
  expected: sharedCounterExpected,
  place: ({ service }) => ['services', service],
  gather: async (asked, world): Promise<SharedCounterEvidence> => {
    const { nodes, visitsBefore, visitsAfter } = await measureRound(asked, world)
    return {
      nodes: nodes.map(({ answers, visits }) => ({ answers, visits })),
      before: visitsBefore,
      after: visitsAfter
    }
  },
  judge: judgeSharedCounter
})
