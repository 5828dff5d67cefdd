import type { LoadResult } from '../../../traffic/traffic.ts'
import { count, fail, inconclusive, type Judgement, pass, percent } from '../../judging/judgement.rules.ts'
import { neutralise } from '../../judging/untrusted-text.rules.ts'
import type { ReportedLoad } from '../../verdict.ts'

export const PERCENTILES = ['p50', 'p90', 'p95', 'p99', 'p999', 'max'] as const

export type LoadParams = {
  port: number
  path: string
  rate: number
  duration: number
  /** Milliseconds that a percentile of the good answers' latencies may have. */
  latency: { [name in (typeof PERCENTILES)[number]]?: number | undefined }
  errors: number
}
/** `result` is there when there was a node to ask. */
export type LoadEvidence = { publishers: string[]; result: LoadResult | undefined }

export function loadExpected({ port, path, rate, duration, latency, errors }: LoadParams): string {
  const limits = limitsOf(latency).map(({ name, limitMs }) => `${name} at most ${limitMs} ms`)
  return [
    `${rate} requests per second for ${duration / 1000} s to :${port}${path}: at most ${percent(errors)} fail`,
    ...limits
  ].join('; ')
}

/**
 * A request that could not be sent because the service left too many open is lost to whoever made it: it counts
 * against the budget. A void run says nothing of the service, neither good nor bad.
 */
export function judgeLoad(params: LoadParams, { publishers, result }: LoadEvidence): Judgement {
  const expected = loadExpected(params)
  if (!result)
    return publishers.length > 0
      ? fail(expected, `no task of ${publishers.join(', ')} runs`, 'see `docker service ps --no-trunc`')
      : inconclusive(expected, 'there is no node to ask', undefined)
  const { planned, answered, failed, notSent, latencyMs, firstFailures } = result
  const lost = failed + notSent
  const figures = {
    planned,
    answered,
    failed,
    notSent,
    p50Ms: latencyMs.p50,
    p99Ms: latencyMs.p99,
    maxMs: latencyMs.max
  }
  if (result.isVoid)
    return inconclusive(
      expected,
      `void: ${result.why}`,
      'ask for a smaller rate, or run the check on a machine with more to spare',
      figures
    )
  const [first] = firstFailures
  const words = [
    `${lost} of ${count(planned, 'request')} failed`,
    ...(first ? [`first on ${first.target}: ${first.kind}: ${neutralise(first.detail)}`] : []),
    `p50 ${latencyMs.p50} ms, p99 ${latencyMs.p99} ms, max ${latencyMs.max} ms`
  ]
  if (planned === 0) return inconclusive(expected, 'nothing was sent', undefined, figures)
  if (answered === 0 || lost > params.errors * planned)
    return fail(expected, words.join('; '), 'see `docker service logs`, and how many replicas run', figures)
  const slow = limitsOf(params.latency).filter(({ name, limitMs }) => latencyMs[name] > limitMs)
  if (slow.length > 0)
    return fail(
      expected,
      [...slow.map(({ name }) => `${name} is ${latencyMs[name]} ms`), ...words].join('; '),
      'more replicas, or less work for each request; the evidence has the figures of each node and replica',
      figures
    )
  return pass(expected, words.join('; '), figures)
}

function limitsOf(latency: LoadParams['latency']) {
  return PERCENTILES.flatMap(name => {
    const limitMs = latency[name]
    return limitMs === undefined ? [] : [{ name, limitMs }]
  })
}

/** What of a load the report draws. Names of targets and replicas come from elsewhere: one short line each. */
export function reportedLoad(
  { port, path, rate }: Pick<LoadParams, 'port' | 'path' | 'rate'>,
  { targets, replicas, ...result }: LoadResult
): ReportedLoad {
  const { planned, answered, failed, notSent, latencyMs, durationMs, isVoid, latencyBuckets } = result
  return {
    title: `${rate} requests a second to :${port}${path}`,
    ...{ planned, answered, failed, notSent, latencyMs, durationMs, isVoid, latencyBuckets },
    targets: targets.map(each => ({
      name: neutralise(each.name, 64),
      ...{ planned: each.planned, answered: each.answered, failed: each.failed, latencyMs: each.latencyMs }
    })),
    replicas: replicas.map(each => ({
      name: neutralise(each.name, 64),
      ...{ answered: each.answered, failed: each.failed, latencyMs: each.latencyMs }
    }))
  }
}
