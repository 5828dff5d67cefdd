import {
  compare,
  fail,
  inconclusive,
  wantedInWords as inWords,
  neutralise,
  pass
} from '../../../verify/verify.rules.ts'
import type { Judgement, Wanted } from '../../../verify/verify.ts'

export type PrometheusQueryParams = { service: string; query: string; value: Wanted; within: number }
export type PrometheusQueryEvidence =
  | { kind: 'no-service' }
  | { kind: 'unknown'; reason: string }
  | { kind: 'no-answer'; reason: string }
  /** The last answer's number; `undefined` where the query has no result. */
  | { kind: 'answer'; value: number | undefined }

export function prometheusQueryExpected({ service, query, value, within }: PrometheusQueryParams): string {
  return `within ${within / 1000} s \`${query}\` in ${service} ${inWords(value)}`
}

/**
 * The number in an answer of Prometheus’ API to a query: that of its only sample. `undefined` where there is no sample.
 *
 * @throws for what is no such answer
 */
export function sampleOf(body: string): number | undefined {
  const answer = JSON.parse(body) as {
    status?: unknown
    data?: { resultType?: unknown; result?: unknown }
  }
  if (answer.status !== 'success') throw new Error('Prometheus refused the query')
  const { resultType, result } = answer.data ?? {}
  if (!Array.isArray(result)) throw new Error('Prometheus’ answer has no result')
  const sample: unknown =
    resultType === 'scalar' ? result : (result[0] as { value?: unknown } | undefined)?.value
  if (sample === undefined) return undefined
  const value = Number((sample as unknown[])[1])
  if (Number.isNaN(value)) throw new Error('Prometheus’ answer has no number')
  return value
}

export function isSatisfied({ value }: PrometheusQueryParams, evidence: PrometheusQueryEvidence): boolean {
  return evidence.kind === 'answer' && compare(evidence.value, value) === 'holds'
}

export function judgePrometheusQuery(
  params: PrometheusQueryParams,
  evidence: PrometheusQueryEvidence
): Judgement {
  const expected = prometheusQueryExpected(params)
  const hint = 'see which targets it has, and whether they are up: /api/v1/targets'
  switch (evidence.kind) {
    case 'no-service':
      return fail(expected, `there is no service ${params.service}`, hint)
    case 'unknown':
      return inconclusive(expected, neutralise(evidence.reason), undefined)
    case 'no-answer':
      return fail(expected, neutralise(evidence.reason), hint)
    case 'answer':
      return isSatisfied(params, evidence)
        ? pass(expected, String(evidence.value), { value: evidence.value ?? 0 })
        : fail(expected, evidence.value === undefined ? 'no sample' : `it is ${evidence.value}`, hint)
    default:
      return evidence satisfies never
  }
}
