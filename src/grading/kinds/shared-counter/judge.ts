import { count, fail, pass, unframed } from '../../../verify/verify.rules.ts'
import type { Judgement, NodeAnswers, VisitsReading } from '../../../verify/verify.ts'

export type SharedCounterParams = { service: string; requests: number }
/** A round of requests; `before` and `after` are what one request before and one after it was told. */
export type SharedCounterEvidence = {
  nodes: { answers: Pick<NodeAnswers, 'node' | 'requests' | 'failed'>; visits: number[] }[]
  before: VisitsReading
  after: VisitsReading
}

export function sharedCounterExpected({ requests }: SharedCounterParams): string {
  return `each of ${requests} visits through each node is told another number, and all count in one place`
}

/**
 * One counter for all replicas. Others may count meanwhile, such as a health check: numbers may be left out, but none may
 * come twice, and none may be outside of those before and after.
 */
export function judgeSharedCounter(
  params: SharedCounterParams,
  { nodes, before, after }: SharedCounterEvidence
): Judgement {
  const expected = sharedCounterExpected(params)
  const values = nodes.flatMap(({ visits }) => visits)
  const answered = nodes.reduce((sum, { answers }) => sum + answers.requests - answers.failed, 0)
  const figures = { requests: answered, distinct: new Set(values).size }
  const failed = (observed: string, hint: string) => fail(expected, observed, hint, figures)
  if (answered === 0) return failed('no request was answered', 'see the service’s logs')
  if (values.length < answered)
    return failed(
      `${answered - values.length} of ${count(answered, 'answer')} name no number of visits`,
      'each answer needs the line `Number of visits: <n>`: can the service reach its Redis?'
    )
  if (before.kind === 'none') return unframed(expected, 'before', before.why, figures)
  if (after.kind === 'none') return unframed(expected, 'after', after.why, figures)
  const repeated = values.length - figures.distinct
  if (repeated > 0)
    return failed(
      `${count(repeated, 'answer')} of ${answered} repeated a number`,
      'the counter is not one for all replicas, or reads and writes in two steps'
    )
  const outside = values.filter(value => value <= before.visits || value >= after.visits)
  if (outside.length > 0)
    return failed(
      `${count(outside.length, 'answer')} of ${answered} named a number outside of ${before.visits} to ${after.visits}`,
      'replicas do not count in the same place, or it restarted meanwhile'
    )
  return pass(expected, `${answered} different numbers between ${before.visits} and ${after.visits}`, figures)
}
