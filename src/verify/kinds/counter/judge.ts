import { count, fail, inconclusive, type Judgement } from '../../judging/judgement.rules.ts'
import type { Measurement } from '../../round/measurement.ts'
import type { VisitsReading } from '../../round/visits.rules.ts'
import { COUNTER_EXPECTED, judgeCounter as judgeRound } from './counted.rules.ts'

export type CounterParams = { service: string; idle: number }
export type CounterEvidence = {
  /** `unsettledBefore`: earlier requests without an answer, which may have counted only then. */
  round: Measurement & { unsettledBefore: number }
  /**
   * The counter as one request before, and one after the pause saw it, with the requests that may have counted only in
   * between; `undefined` when there was no pause.
   */
  idle: { unsettled: number; before: VisitsReading; after: VisitsReading } | undefined
}

export function counterExpected({ idle }: CounterParams): string {
  return idle > 0 ? `${COUNTER_EXPECTED}; it stands still for ${idle / 1000} s without any` : COUNTER_EXPECTED
}

export function judgeCounter(params: CounterParams, { round, idle }: CounterEvidence): Judgement {
  const expected = counterExpected(params)
  const judged = judgeRound({
    nodes: round.nodes,
    before: round.visitsBefore,
    after: round.visitsAfter,
    unsettledBefore: round.unsettledBefore
  })
  if (judged.status !== 'pass' || params.idle === 0) return { ...judged, expected }
  if (!idle) return inconclusive(expected, `${judged.observed}; no pause was made`, undefined, judged.figures)
  const silent = (why: string) =>
    inconclusive(
      expected,
      `${judged.observed}; then the service named no number: ${why}`,
      undefined,
      judged.figures
    )
  if (idle.before.kind === 'none') return silent(idle.before.why)
  if (idle.after.kind === 'none') return silent(idle.after.why)
  // The request that read `after` counted itself.
  const rise = idle.after.visits - idle.before.visits - 1
  const unsettled = idle.unsettled + idle.before.unsure + idle.after.unsure
  const observed = `${judged.observed}; by ${rise} in ${params.idle / 1000} s without requests`
  const figures = { ...judged.figures, idleRise: rise }
  if (rise === 0) return { ...judged, expected, observed, figures }
  if (rise > 0 && rise <= unsettled)
    return inconclusive(
      expected,
      `${observed}, and ${count(unsettled, 'request')} beside it may have counted, too`,
      'see why requests fail first',
      figures
    )
  return {
    ...fail(
      expected,
      observed,
      'something else counts: a health check must not ask `/`; if others visit the service now, ask when they do not',
      figures
    ),
    place: ['services', params.service, 'healthcheck']
  }
}
