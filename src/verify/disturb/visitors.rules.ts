import type { ProbeResult } from '../../traffic/traffic.ts'
import { count, type Judgement } from '../judging/judgement.rules.ts'
import { neutralise } from '../judging/untrusted-text.rules.ts'

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

/** @param lostNode a node that could not answer: what was asked of it is no loss of the service's */
export function judgeVisitors(
  { port, lost }: VisitorParams,
  seen: ProbeResult | undefined,
  lostNode?: string
): VisitorsJudged {
  if (port === undefined) return { status: 'pass', words: [], figures: {} }
  const lostShare = seen?.nodes.find(({ name }) => name === lostNode)
  const of = (key: 'answered' | 'failed' | 'notSent' | 'planned') =>
    (seen?.[key] ?? 0) - (lostShare?.[key] ?? 0)
  const [answered, failed, toLost] = [of('answered'), of('failed'), sentTo(lostShare)]
  const sent = answered + failed
  if (!seen || sent === 0) return { status: 'unknown', words: ['no request was sent'], figures: {} }
  const { unfinished, firstFailures, latencyMs } = seen
  const nodes = seen.nodes.filter(node => node !== lostShare)
  const [first] = firstFailures.filter(({ kind, target }) => kind !== 'not-sent' && target !== lostNode)
  const gapMs = Math.max(0, ...nodes.filter(node => node.failed > 0).map(node => node.longestGap.ms))
  const words = [
    `${failed} of ${count(sent, 'request')} failed`,
    ...(first ? [`first on ${first.target}: ${first.kind}: ${neutralise(first.detail)}`] : []),
    ...(gapMs > 0 ? [`longest time without an answer ${gapMs} ms`] : []),
    ...(lostShare && toLost > 0
      ? [`${lostShare.failed} of ${toLost} to ${lostNode} itself, which was lost`]
      : [])
  ]
  const figures = {
    requests: sent,
    requestsFailed: failed,
    p99Ms: latencyMs.p99,
    longestGapMs: gapMs,
    ...(lostShare ? { requestsToLost: toLost, requestsToLostFailed: lostShare.failed } : {})
  }
  if (answered === 0 || (lost !== undefined && failed > lost)) return { status: 'fail', words, figures }
  const unsent = of('notSent') + unfinished
  if (lost !== undefined && unsent > MOST_UNSENT * of('planned'))
    return { status: 'unknown', words: [...words, `${unsent} could not be sent`], figures }
  return { status: 'pass', words, figures }
}

const sentTo = (node: ProbeResult['nodes'][number] | undefined): number =>
  (node?.answered ?? 0) + (node?.failed ?? 0)
