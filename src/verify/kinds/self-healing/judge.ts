import type { ProbeResult } from '../../../traffic/traffic.ts'
import { NODE_LOSSES, type NodeLoss } from '../../disturb/node-loss.rules.ts'
import { judgeNotDisturbed, type NotDisturbed } from '../../disturb/not-disturbed.rules.ts'
import { judgeVisitors, type VisitorParams, visitorsExpected } from '../../disturb/visitors.rules.ts'
import { count, fail, inconclusive, type Judgement, pass } from '../../judging/judgement.rules.ts'
import { neutralise } from '../../judging/untrusted-text.rules.ts'

export type SelfHealingParams = VisitorParams & {
  service: string
  what: 'kill-container' | 'drain-node' | NodeLoss
  within?: number | undefined
}
export type SelfHealingEvidence =
  | NotDisturbed
  | {
      kind: 'disturbed'
      /** The node whose container was killed, that was drained, or that was lost. */
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
      /** A node that was lost itself: what is asked of it fails, whatever becomes of the service. */
      lostNode?: string
      /** Who leads after the leader was lost. */
      leader?: string
    }

const DEEDS = {
  'kill-container': 'a killed container is replaced',
  'drain-node': 'the tasks of a drained node move',
  'kill-node': 'the tasks of a node without power are replaced',
  'disconnect-node': 'the tasks of a node without network are replaced',
  'kill-leader': 'another manager leads, and the tasks of a leader without power are replaced,'
} as const

const HINTS = {
  'kill-container': 'restart_policy.condition must be any or on-failure, and its delay short',
  elsewhere: 'another node must be able to run it: see its constraints, volumes and reservations',
  late: 'a swarm notices a lost node after three heartbeats: see `Heartbeat Period` in `docker info`',
  leader: 'see the managers: `docker node ls`'
}

const WITHIN_MS = 60_000
const WITHIN_OF_NODES_MS = 180_000

export function withinOf({ what, within }: Pick<SelfHealingParams, 'what' | 'within'>): number {
  return within ?? (isLoss(what) ? WITHIN_OF_NODES_MS : WITHIN_MS)
}

const isLoss = (what: SelfHealingParams['what']): boolean => (NODE_LOSSES as readonly string[]).includes(what)

export function selfHealingExpected(params: SelfHealingParams): string {
  return `${params.service}: ${DEEDS[params.what]} within ${withinOf(params) / 1000} s${visitorsExpected(params)}`
}

export function judgeSelfHealing(params: SelfHealingParams, evidence: SelfHealingEvidence): Judgement {
  const expected = selfHealingExpected(params)
  const place = ['services', params.service, 'deploy']
  if (evidence.kind === 'not-disturbed') return judgeNotDisturbed(expected, evidence)
  const { node, lostTasks, hasHealed, tookMs, running, wanted, on, error, lostNode, leader } = evidence
  const visitors = judgeVisitors(params, evidence.requests, lostNode)
  const figures = { lostTasks, tookMs, running, wanted, ...visitors.figures }
  const seconds = `${(tookMs / 1000).toFixed(1)} s`
  const isOfLeader = params.what === 'kill-leader'
  if (isOfLeader && leader === undefined)
    return {
      ...fail(expected, `no manager leads ${seconds} after ${node} was lost`, HINTS.leader, figures),
      place
    }
  if (lostTasks === 0 && !isOfLeader)
    return inconclusive(expected, 'nothing was taken from it', undefined, figures)
  if (!hasHealed) {
    const late = isLoss(params.what) ? `; ${HINTS.late}` : ''
    const hint = params.what === 'kill-container' ? HINTS['kill-container'] : `${HINTS.elsewhere}${late}`
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
    ...(isOfLeader ? [`${neutralise(leader ?? '')} leads in place of ${node}`] : []),
    lostTasks === 0
      ? `no task of ${params.service} was lost`
      : `${count(lostTasks, 'task')} of ${node} back after ${seconds}${on.length > 0 ? ` on ${on.join(', ')}` : ''}`,
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
