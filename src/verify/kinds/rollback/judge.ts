import type { ProbeResult } from '../../../traffic/traffic.ts'
import { judgeNotDisturbed, type NotDisturbed } from '../../disturb/not-disturbed.rules.ts'
import { judgeVisitors, type VisitorParams, visitorsExpected } from '../../disturb/visitors.rules.ts'
import { count, fail, inconclusive, type Judgement, pass } from '../../judging/judgement.rules.ts'
import { neutralise } from '../../judging/untrusted-text.rules.ts'

export type RollbackParams = VisitorParams & { service: string; image?: string | undefined; within: number }
export type RollbackEvidence =
  | NotDisturbed
  /** The service says that a failed update is not to be rolled back: that needs no trial. */
  | { kind: 'not-asked-for'; failureAction: string }
  | {
      kind: 'tried'
      /** The update's state when it was watched no longer. */
      state: string
      message: string
      /** The service has the spec again that it had before. */
      isFormer: boolean
      tookMs: number
      running: number
      wanted: number
      /** Tasks of the bad image that were made, and what the first of them said. */
      badTasks: number
      error: string
      requests: ProbeResult | undefined
    }

export function rollbackExpected(params: RollbackParams): string {
  const bad = params.image === undefined ? 'a program that is not there' : `the bad image ${params.image}`
  return `${params.service}, updated to ${bad}, rolls back by itself within ${params.within / 1000} s${visitorsExpected(params)}`
}

export function judgeRollback(params: RollbackParams, evidence: RollbackEvidence): Judgement {
  const expected = rollbackExpected(params)
  const place = ['services', params.service, 'deploy', 'update_config']
  if (evidence.kind === 'not-disturbed') return judgeNotDisturbed(expected, evidence)
  if (evidence.kind === 'not-asked-for')
    return {
      ...fail(
        expected,
        `a failed update of it is not rolled back: failure_action is ${neutralise(evidence.failureAction)}`,
        'set update_config.failure_action to rollback'
      ),
      place: [...place, 'failure_action']
    }
  const { state, message, isFormer, tookMs, running, wanted, badTasks, error } = evidence
  const visitors = judgeVisitors(params, evidence.requests)
  const figures = { tookMs, badTasks, running, wanted, ...visitors.figures }
  const seen = [
    `${state || 'no update'} after ${(tookMs / 1000).toFixed(1)} s`,
    count(badTasks, 'bad task'),
    ...(error ? [neutralise(error)] : []),
    ...visitors.words
  ].join('; ')
  const failed = (what: string, hint: string): Judgement => ({
    ...fail(expected, `${what}; ${seen}`, hint, figures),
    place
  })
  if (state === 'completed')
    return failed(
      'the bad update was taken for a good one',
      'lower update_config.max_failure_ratio, and let update_config.monitor last until a bad task has failed'
    )
  if (state !== 'rollback_completed')
    return failed(
      `no rollback was completed${message ? `: ${neutralise(message)}` : ''}`,
      'see `docker service ps --no-trunc`; rollback_config says how fast a rollback is'
    )
  if (!isFormer)
    return failed('the service does not have its former settings', 'see `docker service inspect`')
  if (running < wanted)
    return failed(`${running} of ${count(wanted, 'task')} run after it`, 'see `docker service ps --no-trunc`')
  if (badTasks === 0) return inconclusive(expected, `no bad task was seen; ${seen}`, undefined, figures)
  if (visitors.status === 'fail')
    return failed(
      'visitors noticed',
      'with more replicas, or order: start-first, the old tasks go on answering'
    )
  if (visitors.status === 'unknown') return inconclusive(expected, seen, undefined, figures)
  return { ...pass(expected, seen, figures), place }
}
