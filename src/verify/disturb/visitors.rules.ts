import type { ProbeResult } from '../../traffic/probe.rules.ts'
import { count, type Judgement } from '../judgement.rules.ts'
import { neutralise } from '../untrusted-text.rules.ts'

export type VisitorParams = {
  port?: number | undefined
  path: string
  rate: number
  /** The most requests that may fail; any number when it is not said. */
  lost?: number | undefined
}
export type VisitorsJudged = {
  status: 'pass' | 'fail' | 'unknown'
  words: string[]
  figures: Judgement['figures']
}

/** Beyond this share of unsent requests nobody knows whether the service would have answered. */
const MOST_UNSENT = 0.02

export function visitorsExpected({ port, path, rate, lost }: VisitorParams): string {
  if (port === undefined) return ''
  const most = lost === undefined ? '' : `, ${lost} of them fail${lost === 0 ? '' : ' at most'}`
  return `; meanwhile ${rate} requests per second to :${port}${path}${most}`
}

export function judgeVisitors({ port, lost }: VisitorParams, seen: ProbeResult | undefined): VisitorsJudged {
  if (port === undefined) return { status: 'pass', words: [], figures: {} }
  if (!seen || seen.answered + seen.failed === 0)
    return { status: 'unknown', words: ['no request was sent'], figures: {} }
  const { answered, failed, notSent, unfinished, planned, firstFailures, nodes, latencyMs } = seen
  const sent = answered + failed
  const [first] = firstFailures.filter(({ kind }) => kind !== 'not-sent')
  const gapMs = Math.max(0, ...nodes.filter(node => node.failed > 0).map(node => node.longestGap.ms))
  const words = [
    `${failed} of ${count(sent, 'request')} failed`,
    ...(first ? [`first on ${first.target}: ${first.kind}: ${neutralise(first.detail)}`] : []),
    ...(gapMs > 0 ? [`longest time without an answer ${gapMs} ms`] : [])
  ]
  const figures = { requests: sent, requestsFailed: failed, p99Ms: latencyMs.p99, longestGapMs: gapMs }
  if (answered === 0 || (lost !== undefined && failed > lost)) return { status: 'fail', words, figures }
  const unsent = notSent + unfinished
  if (lost !== undefined && unsent > MOST_UNSENT * planned)
    return { status: 'unknown', words: [...words, `${unsent} could not be sent`], figures }
  return { status: 'pass', words, figures }
}
