import type { Check } from '../check.ts'
import { skipped } from '../judgement.rules.ts'
import type { Measurement } from '../measurement.ts'
import { judgeRoutingMesh, ROUTING_MESH_EXPECTED } from './routing-mesh.rules.ts'

const IDENTITY = {
  kind: 'routing-mesh',
  title: 'Every node answers through the routing mesh',
  expected: ROUTING_MESH_EXPECTED
}

/** @param measure the round of requests that this check shares with others */
export function routingMesh(measure: () => Promise<Measurement>): Check<Measurement> {
  return { ...IDENTITY, gather: measure, judge: judgeRoutingMesh }
}

/** Without a mesh there is nothing to test, and that must never look like a pass. */
export function routingMeshSkipped(): Check<undefined> {
  return {
    ...IDENTITY,
    gather: async () => undefined,
    judge: () =>
      skipped(
        ROUTING_MESH_EXPECTED,
        'not tested: this swarm runs without a routing mesh (endpoint dnsrr, host-mode ports)',
        'use an engine whose kernel has IPVS: `swarmline up --engine vm`'
      )
  }
}
