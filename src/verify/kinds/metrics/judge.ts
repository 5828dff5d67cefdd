import { compare, inWords, shown, type Wanted } from '../../judging/compare.rules.ts'
import { count, fail, inconclusive, type Judgement, pass } from '../../judging/judgement.rules.ts'
import { neutralise } from '../../judging/untrusted-text.rules.ts'
import { parseExposition, select } from './exposition.rules.ts'
import { judgeTargetList, type Result, type Scrape, type WantedTargets } from './targets.rules.ts'

export type MetricsParams = {
  url?: string | undefined
  from?: string | undefined
  port?: number | undefined
  path: string
  metrics: { name: string; labels: Record<string, string>; value?: Wanted | undefined; moves: boolean }[]
  targets: WantedTargets[]
}
/** `targetLists`: what Prometheus says of its targets, when it was asked. */
export type MetricsEvidence = { scrapes: Scrape[]; targetLists: Scrape[] }

export function metricsExpected({ metrics, targets, url, port, path }: MetricsParams): string {
  const rules = metrics.map(({ name, value, moves }) =>
    [name, value === undefined ? 'is there' : inWords(value), moves ? 'and moves' : '']
      .filter(Boolean)
      .join(' ')
  )
  const up = targets.map(({ job, least }) => `; ${count(least, 'target')} of job ${job} up`).join('')
  return `${url ?? `:${port}${path}`} has metrics${rules.length > 0 ? `: ${rules.join('; ')}` : ''}${up}`
}

export function judgeMetrics(params: MetricsParams, { scrapes, targetLists }: MetricsEvidence): Judgement {
  const expected = metricsExpected(params)
  const figures = { targets: scrapes.length }
  if (scrapes.length === 0)
    return fail(expected, 'nothing runs that could be scraped', 'see `docker service ps --no-trunc`', figures)
  if (params.targets.length > 0 && targetLists.length === 0)
    return inconclusive(expected, 'no Prometheus could be asked for its targets', undefined, figures)
  const judged = [
    ...scrapes.map(scrape => ({ scrape, result: judgeScrape(params, scrape) })),
    ...targetLists.map(scrape => ({ scrape, result: judgeTargetList(params.targets, scrape) }))
  ]
  const bad = judged.filter(({ result }) => result.status === 'fail')
  const shownOf = (some: typeof judged) =>
    some.map(({ scrape, result }) => `${scrape.target}: ${result.text}`).join('; ')
  if (bad.length > 0)
    return fail(expected, shownOf(bad), 'scrape it by hand, and see the exporter’s log', figures)
  const unsure = judged.filter(({ result }) => result.status === 'unknown')
  if (unsure.length > 0) return inconclusive(expected, shownOf(unsure), undefined, figures)
  return pass(expected, shownOf(judged), figures)
}

function judgeScrape({ metrics }: MetricsParams, scrape: Scrape): Result {
  if (scrape.kind === 'unreachable') return { status: 'unknown', text: neutralise(scrape.reason) }
  if (scrape.kind === 'failed') return { status: 'fail', text: neutralise(scrape.reason) }
  const first = parseExposition(scrape.first)
  if (first.samples.length === 0) return { status: 'fail', text: 'what it answers has no metric in it' }
  if (first.badLines > 0)
    return { status: 'fail', text: `${count(first.badLines, 'line')} that are not metrics` }
  const later = parseExposition(scrape.second ?? '').samples
  for (const { name, labels, value, moves } of metrics) {
    const found = select(first.samples, name, labels)
    const total = sum(found)
    if (found.length === 0) return { status: 'fail', text: `${name} is not there` }
    if (value !== undefined && !found.some(sample => compare(sample.value, value) === 'holds'))
      return {
        status: 'fail',
        text: `${name} is ${found
          .slice(0, 5)
          .map(sample => shown(sample.value))
          .join(', ')}`
      }
    if (!moves) continue
    const after = select(later, name, labels)
    if (after.length === 0) return { status: 'fail', text: `${name} is gone at the second look` }
    if (sum(after) === total) return { status: 'fail', text: `${name} stays at ${total}` }
  }
  return { status: 'pass', text: `${count(first.samples.length, 'sample')}` }
}

const sum = (samples: readonly { value: number }[]): number =>
  samples.reduce((total, { value }) => total + value, 0)
