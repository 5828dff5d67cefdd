import { neutralise } from '../judging/untrusted-text.rules.ts'
import { type AskOptions, ask, type HttpAnswer } from '../looking/http.ts'
import type { FailureKind, NodeAnswers } from '../verdict.ts'
import { latencyBuckets, summariseLatency } from './latency.rules.ts'
import type { NodeDoor, VerifyEffects } from './plan.ts'
import { readReplicaAnswer } from './replica.rules.ts'

/** A node's answers, with what the judges need beyond the report's figures. */
export type NodeTraffic = {
  answers: NodeAnswers
  /** Every value of the visits counter that was seen, in no order. */
  visits: number[]
  /** For each replica that answered, how many requests had been answered when it first did, itself included. */
  firstAnswers: Record<string, number>
  /** The first failure in words, fit to be shown. */
  firstFailure: string | undefined
}

/** To one node, unless a caller asks for another number. */
export const REQUESTS_AT_ONCE = 2

export type TrafficOptions = {
  requestsPerNode: number
  /** Requests to one node that may be under way at once. */
  concurrency?: number
  /** A node that fails this often in a row is asked no further: the rest would only cost time. */
  giveUpAfter?: number
} & Pick<AskOptions, 'timeoutMs'>

type Door = { node: Pick<NodeDoor['node'], 'name'>; endpoint: NodeDoor['endpoint'] }

/**
 * Asks every node `requestsPerNode` times, each time on a fresh connection; all nodes at once.
 *
 * @throws `cancelled` when the signal aborts.
 */
export function askNodes(
  doors: readonly Door[],
  options: TrafficOptions,
  fx: Pick<VerifyEffects, 'log' | 'signal'>
): Promise<NodeTraffic[]> {
  const total = doors.length * options.requestsPerNode
  let asked = 0
  let failed = 0
  return fx.log.step(`Ask ${doors.length} nodes ${options.requestsPerNode} times each`, update =>
    Promise.all(
      doors.map(door =>
        askNode(door, options, fx.signal, isAnswered => {
          asked++
          if (!isAnswered) failed++
          update(`${asked}/${total}${failed ? `, ${failed} failed` : ''}`)
        })
      )
    )
  )
}

async function askNode(
  door: Door,
  options: TrafficOptions,
  signal: AbortSignal,
  onAnswer: (isAnswered: boolean) => void
): Promise<NodeTraffic> {
  const { requestsPerNode, concurrency = REQUESTS_AT_ONCE, giveUpAfter = 20, timeoutMs } = options
  const tally = createTally(door)
  let sent = 0
  let failuresInARow = 0
  const askInTurn = async () => {
    while (sent < requestsPerNode && failuresInARow < giveUpAfter) {
      sent++
      const answer = await ask(door.endpoint, { signal, ...(timeoutMs ? { timeoutMs } : {}) })
      const isAnswered = tally.add(answer)
      failuresInARow = isAnswered ? 0 : failuresInARow + 1
      onAnswer(isAnswered)
    }
  }
  await Promise.all(Array.from({ length: concurrency }, askInTurn))
  return tally.traffic()
}

function createTally(door: Door) {
  const latencies: number[] = []
  const visits: number[] = []
  // A replica names itself, so the names are untrusted: a Map has no prototype to run into.
  const byReplica = new Map<string, number>()
  const firstAnswers = new Map<string, number>()
  const failedByKind: Partial<Record<FailureKind, number>> = {}
  let requests = 0
  let failed = 0
  let firstFailure: string | undefined
  const fail = (kind: FailureKind, detail: string) => {
    failed++
    failedByKind[kind] = (failedByKind[kind] ?? 0) + 1
    firstFailure ??= neutralise(`${kind}: ${detail}`)
    return false
  }
  return {
    /** Whether the request was answered by a replica that named itself. */
    add(answer: HttpAnswer): boolean {
      requests++
      if (answer.kind !== 'answer') return fail(answer.kind, answer.detail)
      const replica = readReplicaAnswer(answer.body)
      if (!replica.isReadable) return fail('body', replica.problem)
      latencies.push(answer.ms)
      if (!byReplica.has(replica.hostname)) firstAnswers.set(replica.hostname, latencies.length)
      byReplica.set(replica.hostname, (byReplica.get(replica.hostname) ?? 0) + 1)
      if (replica.visits !== undefined) visits.push(replica.visits)
      return true
    },
    traffic: (): NodeTraffic => ({
      answers: {
        node: door.node.name,
        endpoint: `${door.endpoint.host}:${door.endpoint.port}`,
        requests,
        failed,
        failedByKind,
        byReplica: Object.fromEntries([...byReplica].toSorted(([a], [b]) => (a < b ? -1 : 1))),
        latencyMs: summariseLatency(latencies),
        latencyBuckets: latencyBuckets(latencies)
      },
      visits,
      firstAnswers: Object.fromEntries(firstAnswers),
      firstFailure
    })
  }
}
