import type { ApiNode } from '../../docker/types.ts'
import { classify } from '../../errors.ts'
import type { Check } from '../check.ts'
import type { NodeDoor, VerifyPlan } from '../plan.ts'
import { readReplicas } from '../replicas.ts'
import { judgeNodes, type NodesEvidence } from './nodes.rules.ts'

/** The swarm's own list of nodes against the nodes that there should be. */
export function nodes(
  plan: Pick<VerifyPlan, 'stack' | 'pinned'>,
  doors: readonly NodeDoor[],
  manager: NodeDoor
): Check<NodesEvidence> {
  return {
    kind: 'nodes',
    title: 'All nodes are Ready',
    expected: `${doors.length} nodes Ready and active`,
    gather: async () => {
      const { pinned } = plan
      const [listed, pinnedTo] = await Promise.all([
        manager.engine.json<ApiNode[]>('GET', '/nodes'),
        pinned && nodesOf(`${plan.stack}_${pinned.service}`, doors, manager)
      ])
      return { listed, expected: doors.map(door => door.node), pinned, pinnedTo }
    },
    judge: judgeNodes
  }
}

/** Where a service's tasks run: nowhere, when there is no such service. */
async function nodesOf(service: string, doors: readonly NodeDoor[], manager: NodeDoor): Promise<string[]> {
  try {
    return (await readReplicas(manager.engine, service, doors)).running.map(replica => replica.nodeId)
  } catch (error) {
    if (classify(error).code === 'not-found') return []
    throw error
  }
}
