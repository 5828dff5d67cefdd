import type { ProbeResult } from '../../traffic/probe.rules.ts'
import { judgeNotDisturbed, type NotDisturbed } from '../disturb/not-disturbed.rules.ts'
import { judgeVisitors, type VisitorParams, visitorsExpected } from '../disturb/visitors.rules.ts'
import { count, fail, inconclusive, type Judgement, pass } from '../judgement.rules.ts'
import { neutralise } from '../untrusted-text.rules.ts'

export type SelfHealingParams = VisitorParams & {
  service: string
  what: 'kill-container' | 'drain-node'
  within: number
}
export type SelfHealingEvidence =
  | NotDisturbed
  | {
      kind: 'disturbed'
      /** The node whose container was killed, or that was drained. */
      node: string
      /** How many of the service's tasks that took. */
      lostTasks: number
      hasHealed: boolean
      /** From the disturbance until all ran again, or the watch gave up. */
      tookMs: number
      running: number
      wanted: number
      /** Where the replacements run. */
      on: string[]
      /** The last error of a replacement that failed. */
      error: string
      requests: ProbeResult | undefined
    }

const DEEDS = {
  'kill-container': 'a killed container is replaced',
  'drain-node': 'the tasks of a drained node move'
}

export function selfHealingExpected(params: SelfHealingParams): string {
  return `${params.service}: ${DEEDS[params.what]} within ${params.within / 1000} s${visitorsExpected(params)}`
}

export function judgeSelfHealing(params: SelfHealingParams, evidence: SelfHealingEvidence): Judgement {
  const expected = selfHealingExpected(params)
  const place = ['services', params.service, 'deploy']
  if (evidence.kind === 'not-disturbed') return judgeNotDisturbed(expected, evidence)
  const { node, lostTasks, hasHealed, tookMs, running, wanted, on, error } = evidence
  const visitors = judgeVisitors(params, evidence.requests)
  const figures = { lostTasks, tookMs, running, wanted, ...visitors.figures }
  const seconds = `${(tookMs / 1000).toFixed(1)} s`
  if (lostTasks === 0) return inconclusive(expected, 'nothing was taken from it', undefined, figures)
  if (!hasHealed) {
    const hint =
      params.what === 'drain-node'
        ? 'another node must be able to run it: see its constraints, volumes and reservations'
        : 'restart_policy.condition must be any or on-failure, and its delay short'
    const why = error ? `; ${neutralise(error)}` : ''
    return {
      ...fail(
        expected,
        `${running} of ${count(wanted, 'task')} run ${seconds} after ${node} lost ${lostTasks}${why}`,
        hint,
        figures
      ),
      place
    }
  }
  const seen = [
    `${count(lostTasks, 'task')} of ${node} back after ${seconds}${on.length > 0 ? ` on ${on.join(', ')}` : ''}`,
    ...visitors.words
  ].join('; ')
  if (visitors.status === 'fail')
    return {
      ...fail(
        expected,
        `visitors noticed; ${seen}`,
        'more replicas on more nodes lose fewer requests',
        figures
      ),
      place
    }
  if (visitors.status === 'unknown') return inconclusive(expected, seen, undefined, figures)
  return { ...pass(expected, seen, figures), place }
}
