import type { Check } from '../check.ts'
import type { Measurement } from '../measurement.ts'
import { judgeSpread } from './spread.rules.ts'

/** @param measure the round of requests that this check shares with others */
export function spread(measure: () => Promise<Measurement>, minShare: number): Check<Measurement> {
  return {
    kind: 'spread',
    title: 'Requests spread over all replicas',
    expected: 'each replica answers its part of the requests, and no one else answers',
    gather: measure,
    judge: ({ nodes, replicasBefore, replicasAfter }) =>
      judgeSpread({
        minShare,
        nodes: nodes.map(node => node.answers),
        before: replicasBefore,
        after: replicasAfter
      })
  }
}
