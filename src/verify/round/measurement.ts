import { explain, SwarmlineError } from '../../errors.ts'
import { mayHaveCounted } from '../judging/unsettled.rules.ts'
import { neutralise } from '../judging/untrusted-text.rules.ts'
import { ask } from '../looking/http.ts'
import { classifyAnswer } from '../looking/unreadable.rules.ts'
import { nameInSwarm } from '../names.rules.ts'
import { askNodes, type NodeTraffic } from './mesh.ts'
import type { NodeDoor, VerifyEffects, VerifyPlan } from './plan.ts'
import { readReplicaAnswer } from './replica.rules.ts'
import { type Replicas, readReplicas } from './replicas.ts'
import type { VisitsReading } from './visits.rules.ts'

/** The swarm's own word on who runs, or why it could not be had: the traffic says something all the same. */
export type ReplicasReading = { isKnown: true; replicas: Replicas } | { isKnown: false; reason: string }

/** One round of requests to every node, and what was true right before and right after it. */
export type Measurement = {
  requestsPerNode: number
  nodes: NodeTraffic[]
  /** Nodes that were asked though none of the service's tasks ran there. */
  nodesWithoutTask: string[]
  replicasBefore: ReplicasReading
  replicasAfter: ReplicasReading
  /** The visits counter as one request before and one after the round saw it. */
  visitsBefore: VisitsReading
  visitsAfter: VisitsReading
}

/**
 * Asks the service through every node (without a mesh: through every node that runs one of its tasks).
 *
 * @param doors at least one manager among them
 * @throws `engine-lost` without a mesh, when nobody can say where tasks run; `cancelled`
 */
export async function measureService(
  plan: Pick<VerifyPlan, 'stack' | 'service' | 'requestsPerNode' | 'hasMesh'>,
  doors: readonly NodeDoor[],
  manager: Pick<NodeDoor, 'engine'>,
  fx: VerifyEffects
): Promise<Measurement> {
  const readNow = () => tryReplicas(manager, nameInSwarm(plan.stack, plan.service), doors)
  const replicasBefore = await readNow()
  const hosts = new Set(
    replicasBefore.isKnown ? replicasBefore.replicas.running.map(replica => replica.nodeId) : []
  )
  if (!plan.hasMesh && !replicasBefore.isKnown)
    throw new SwarmlineError('engine-lost', `no one can say where tasks run: ${replicasBefore.reason}`)
  const asked = plan.hasMesh ? doors : doors.filter(door => hosts.has(door.node.id))

  const visitsBefore = await readVisits(asked, fx.signal)
  const nodes = await askNodes(asked, { requestsPerNode: plan.requestsPerNode }, fx)
  const visitsAfter = await readVisits(asked, fx.signal)

  return {
    requestsPerNode: plan.requestsPerNode,
    nodes,
    nodesWithoutTask: replicasBefore.isKnown
      ? asked.filter(door => !hosts.has(door.node.id)).map(door => door.node.name)
      : [],
    replicasBefore,
    replicasAfter: await readNow(),
    visitsBefore,
    visitsAfter
  }
}

async function tryReplicas(
  manager: Pick<NodeDoor, 'engine'>,
  serviceName: string,
  doors: readonly NodeDoor[]
): Promise<ReplicasReading> {
  try {
    return { isKnown: true, replicas: await readReplicas(manager.engine, serviceName, doors) }
  } catch (error) {
    const known = classifyAnswer(error)
    if (known.code === 'cancelled') throw known
    return { isKnown: false, reason: explain(known) }
  }
}

/** One answer may be late or lost on a busy machine, and says nothing of the counter. */
const TRIES = 3

/** The visits counter as one request sees it, which it counts. Another request through the next door when none is shown. */
export async function readVisits(
  doors: readonly Pick<NodeDoor, 'endpoint'>[],
  signal: AbortSignal
): Promise<VisitsReading> {
  let unsure = 0
  let why = 'nothing could be asked'
  for (let i = 0; i < TRIES; i++) {
    const door = doors[i % doors.length]
    if (!door) break
    const answer = await ask(door.endpoint, { signal })
    if (answer.kind !== 'answer') {
      if (mayHaveCounted(answer.kind)) unsure++
      why = neutralise(`${answer.kind}: ${answer.detail}`)
      continue
    }
    const replica = readReplicaAnswer(answer.body)
    if (replica.isReadable && replica.visits !== undefined)
      return { kind: 'visits', visits: replica.visits, unsure }
    unsure++
    why = replica.isReadable ? 'an answer without a number of visits' : replica.problem
  }
  return { kind: 'none', why, unsure }
}
