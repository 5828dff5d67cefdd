import type { ProbeResult } from './probe.rules.ts'
import type { FailureKind } from './samples.ts'

export type ProbeJudgement = {
  isGood: boolean
  /** What was measured, and what was wrong with it: lines for people, the headline first. */
  words: string[]
}

/**
 * Whether a rollout lost more requests than it may. What this machine could not send, and what was dropped at the
 * end, is no failure of the service; but a probe that got nothing out has shown nothing, and is not good.
 */
export function judgeProbe(
  result: ProbeResult,
  { maxFailedRequests }: { maxFailedRequests: number }
): ProbeJudgement {
  const { answered, failed, notSent, unfinished, latencyMs } = result
  const sent = answered + failed
  if (sent === 0) return { isGood: false, words: [`no request was sent: nothing is known about the rollout`] }
  const isGood = failed <= maxFailedRequests
  const allowed = failed === 0 ? '' : `, ${isGood ? 'within' : 'more than'} the ${maxFailedRequests} allowed`
  const words = [
    `${failed} of ${requests(sent)} failed${allowed}; latency p99 ${latencyMs.p99} ms, max ${latencyMs.max} ms`
  ]
  for (const phase of result.phases)
    for (const node of phase.nodes)
      if (node.failed > 0)
        words.push(
          `${phase.name}, ${node.name}: ${node.failed} of ${requests(node.answered + node.failed)} failed (${kinds(node.failedByKind)})`
        )
  if (failed > 0) {
    for (const { name, longestGap, failed: ofNode } of result.nodes)
      if (ofNode > 0)
        words.push(
          `${name}: longest time without an answer ${longestGap.ms} ms, from ${seconds(longestGap.fromMs)}`
        )
    const first = result.firstFailures.find(each => each.kind !== 'not-sent')
    if (first)
      words.push(`first failure at ${seconds(first.atMs)} on ${first.target}: ${first.kind}: ${first.detail}`)
  }
  if (notSent > 0) words.push(`${requests(notSent)} could not be sent`)
  if (unfinished > 0) words.push(`${requests(unfinished)} were dropped at the end`)
  return { isGood, words }
}

const requests = (count: number): string => `${count} request${count === 1 ? '' : 's'}`
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`
const kinds = (byKind: Partial<Record<FailureKind, number>>): string =>
  Object.entries(byKind)
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ')
