import { count, fail, inconclusive, type Judgement, pass } from '../../judging/judgement.rules.ts'
import { mayHaveCounted } from '../../judging/unsettled.rules.ts'
import { unframed, type VisitsReading } from '../../round/visits.rules.ts'
import type { FailureKind, NodeAnswers } from '../../verdict.ts'

export type CounterEvidence = {
  nodes: { answers: Pick<NodeAnswers, 'requests' | 'failed' | 'failedByKind'>; visits: number[] }[]
  /** What one request before, and one after all others, was told. */
  before: VisitsReading
  after: VisitsReading
  /** Earlier requests without an answer, which may have counted only in this round. */
  unsettledBefore?: number
}

export const COUNTER_EXPECTED =
  'the visits counter rises by exactly one with each request, and by nothing else'

/**
 * One counter, shared by all replicas, counts each request once. The round's values must be all different and
 * lie between the two that frame it, and the frame must be exactly as wide as the round.
 */
export function judgeCounter({ nodes, before, after, unsettledBefore = 0 }: CounterEvidence): Judgement {
  const values = nodes.flatMap(node => node.visits)
  const answered = nodes.reduce((sum, { answers }) => sum + answers.requests - answers.failed, 0)
  const unsure = nodes.reduce((sum, { answers }) => sum + unsureOf(answers.failedByKind), 0)
  const expected = `${COUNTER_EXPECTED}: by ${answered}`
  if (answered === 0)
    return fail(expected, 'no request was answered', 'see `docker service ps` and the service’s logs')
  if (values.length < answered)
    return fail(
      expected,
      `${answered - values.length} of ${count(answered, 'answer')} name no number of visits`,
      'each answer needs the line `Number of visits: <n>`: can the service reach its Redis?'
    )

  if (before.kind === 'none') return unframed(expected, 'before', before.why)
  if (after.kind === 'none') return unframed(expected, 'after', after.why)
  const strays = unsettledBefore + before.unsure + after.unsure

  // The request that read `after` counted itself.
  const rise = after.visits - before.visits - 1
  const distinct = new Set(values).size
  const ascending = values.toSorted((a, b) => a - b)
  const first = ascending[0] ?? 0
  const last = ascending.at(-1) ?? 0
  const figures = { requests: answered, rise, first, last, distinct, unsure }
  const observed = `rose by ${rise} (${before.visits} → ${after.visits - 1}) over ${count(answered, 'request')}`
  const failed = (what: string, hint: string) => fail(expected, what, hint, figures)

  if (distinct < values.length)
    return failed(
      `${observed}, but ${count(values.length - distinct, 'answer')} repeated a number`,
      'the counter is not one for all replicas, or reads and writes in two steps: count with Redis’ INCR'
    )
  if (first <= before.visits || last >= after.visits)
    return failed(
      `${observed}, but answers ran from ${first} to ${last}`,
      'replicas do not count in the same Redis, or it was restarted: give it one replica and a volume'
    )
  // Different numbers inside the frame: the rise cannot be smaller than the round, only larger.
  if (rise > answered + unsure && rise <= answered + unsure + strays)
    return inconclusive(
      expected,
      `${observed}, and ${count(strays, 'request')} beside them may have counted, too`,
      'see why requests fail first',
      figures
    )
  if (rise > answered + unsure)
    return failed(
      observed,
      'something else counts: a health check must not ask `/`; if others visit the service now, ask when they do not'
    )
  if (unsure > 0)
    return inconclusive(
      expected,
      `${observed}, and ${count(unsure, 'failed request')} may have counted or not`,
      'see why requests fail first',
      figures
    )
  return pass(expected, observed, figures)
}

function unsureOf(failedByKind: NodeAnswers['failedByKind']): number {
  const kinds = Object.keys(failedByKind) as FailureKind[]
  return kinds.filter(mayHaveCounted).reduce((sum, kind) => sum + (failedByKind[kind] ?? 0), 0)
}
