import { count, fail, inconclusive, type Judgement, pass, percent } from '../../judging/judgement.rules.ts'
import { neutralise } from '../../judging/untrusted-text.rules.ts'
import type { ReplicasReading } from '../../round/measurement.ts'
import type { NodeAnswers } from '../../verdict.ts'

export type SpreadEvidence = {
  minShare: number
  nodes: Pick<NodeAnswers, 'byReplica'>[]
  before: ReplicasReading
  after: ReplicasReading
}

/** Every replica answers its part, all of them run to the end, and nobody else answers. */
export function judgeSpread({ minShare, nodes, before, after }: SpreadEvidence): Judgement {
  const rule = `each replica answers at least ${percent(minShare)} of the requests, and no one else answers`
  const unread = [before, after].find(reading => !reading.isKnown)
  if (unread && !unread.isKnown)
    return inconclusive(
      rule,
      `the swarm did not say which replicas run: ${neutralise(unread.reason)}`,
      undefined
    )
  if (!before.isKnown || !after.isKnown) return inconclusive(rule, 'the replicas are not known', undefined)

  const answered = totalByReplica(nodes)
  const total = [...answered.values()].reduce((sum, n) => sum + n, 0)
  const atStart = before.replicas.running.map(replica => replica.hostname)
  const atEnd = after.replicas.running.map(replica => replica.hostname)
  const unknown = [...answered.keys()].filter(name => !atStart.includes(name) && !atEnd.includes(name))
  const replaced = atStart.filter(name => !atEnd.includes(name))
  const shares = atEnd.map(name => ({ name, share: total ? (answered.get(name) ?? 0) / total : 0 }))
  const lacking = shares.filter(({ share }) => share < minShare)
  const figures = {
    replicas: atEnd.length,
    wanted: after.replicas.wanted ?? atEnd.length,
    requests: total,
    smallestShare: round(Math.min(1, ...shares.map(({ share }) => share))),
    largestShare: round(Math.max(0, ...shares.map(({ share }) => share))),
    unknown: unknown.length
  }
  const expected = `each of ${count(figures.wanted, 'replica')} answers at least ${percent(minShare)} of the requests, and no one else answers`
  const observed = shares.map(({ name, share }) => `${name} ${percent(share)}`).join(', ')
  const failed = (what: string, hint: string) => fail(expected, what, hint, figures)

  if (total === 0) return failed('no request was answered', 'see `docker service ps` and the service’s logs')
  if (unknown.length > 0)
    return failed(
      `${observed}; and ${unknown.slice(0, 5).join(', ')}, not a replica of this service, answered ${count(
        unknown.reduce((sum, name) => sum + (answered.get(name) ?? 0), 0),
        'request'
      )}`,
      'something else has the published port on a node, or the service does not print its own hostname'
    )
  if (replaced.length > 0)
    return failed(
      `${replaced.join(', ')} ended while the requests ran`,
      'replicas do not stay up: see `docker service ps --no-trunc` and the service’s logs'
    )
  if (atEnd.length < figures.wanted)
    return failed(
      `${atEnd.length} of ${count(figures.wanted, 'replica')} run: ${observed}`,
      'see `docker service ps --no-trunc` for the task that does not run'
    )
  if (minShare * atEnd.length > 1)
    return inconclusive(
      expected,
      observed,
      `${count(atEnd.length, 'replica')} cannot all have ${percent(minShare)}: ask for a smaller least share`,
      figures
    )
  if (lacking.length > 0)
    return failed(
      observed,
      `${lacking.map(({ name }) => name).join(', ')} gets too few requests: is it healthy, and is its node’s overlay network connected (UDP 4789)?`
    )
  return pass(expected, observed, figures)
}

function totalByReplica(nodes: SpreadEvidence['nodes']): Map<string, number> {
  const total = new Map<string, number>()
  for (const { byReplica } of nodes)
    for (const [name, n] of Object.entries(byReplica)) total.set(name, (total.get(name) ?? 0) + n)
  return total
}

function round(share: number): number {
  return Math.round(share * 1000) / 1000
}
