import type { ProbeResult } from '../../../traffic/traffic.ts'
import type { TaskHistory } from '../../disturb/histories.rules.ts'
import { judgeNotDisturbed, type NotDisturbed } from '../../disturb/not-disturbed.rules.ts'
import { judgeVisitors, type VisitorParams, visitorsExpected } from '../../disturb/visitors.rules.ts'
import { count, fail, inconclusive, type Judgement, pass } from '../../judging/judgement.rules.ts'
import { neutralise } from '../../judging/untrusted-text.rules.ts'

export type RollingUpdateParams = VisitorParams & {
  service: string
  parallelism?: number | undefined
  delay?: number | undefined
  order?: 'start-first' | 'stop-first' | undefined
  within: number
}
/** How a service says that it is updated; 0 at once means all. */
export type UpdateRules = { parallelism: number; delayMs: number; order: 'start-first' | 'stop-first' }
export type RollingUpdateEvidence =
  | NotDisturbed
  | {
      kind: 'updated'
      /** What the service's own update_config says. */
      own: UpdateRules
      /** `completed`, or in which state the update was when it was watched no longer. */
      state: string
      message: string
      tookMs: number
      running: number
      wanted: number
      /** Of the tasks that were there before. */
      before: TaskHistory[]
      /** Of those that the update made. */
      made: TaskHistory[]
      requests: ProbeResult | undefined
    }

/** The manager's clock is read to the millisecond, and SwarmKit's timers may be that much early. */
const TOLERANCE_MS = 20

export function rollingUpdateExpected(params: RollingUpdateParams): string {
  const { service, parallelism, delay, order, within } = params
  return [
    `a forced update of ${service} replaces every task within ${within / 1000} s`,
    parallelism === undefined
      ? ', as many at once as its update_config says'
      : `, ${parallelism || 'all'} at once`,
    delay === undefined ? '' : `, ${delay} ms between`,
    order === undefined ? '' : `, ${order}`,
    visitorsExpected(params)
  ].join('')
}

export function judgeRollingUpdate(params: RollingUpdateParams, evidence: RollingUpdateEvidence): Judgement {
  const expected = rollingUpdateExpected(params)
  const place = ['services', params.service, 'deploy', 'update_config']
  if (evidence.kind === 'not-disturbed') return judgeNotDisturbed(expected, evidence)
  const { own, state, made, running, wanted, tookMs } = evidence
  const rules = {
    parallelism: params.parallelism ?? own.parallelism,
    delayMs: params.delay ?? own.delayMs,
    order: params.order ?? own.order
  }
  const visitors = judgeVisitors(params, evidence.requests)
  const atOnce = mostAtOnce(made)
  const gapMs = smallestGapMs(made, rules.parallelism)
  const figures = {
    tasks: made.length,
    mostAtOnce: atOnce,
    ...(gapMs === undefined ? {} : { smallestGapMs: gapMs }),
    tookMs,
    ...visitors.figures
  }
  const seen = [
    `${count(made.length, 'task')} in ${(tookMs / 1000).toFixed(1)} s, ${atOnce} at once`,
    ...(gapMs === undefined ? [] : [`smallest gap ${gapMs} ms`]),
    ...visitors.words
  ].join('; ')
  const failed = (what: string, hint: string): Judgement => ({
    ...fail(expected, `${what}; ${seen}`, hint, figures),
    place
  })
  const ended = made.find(task => task.hasFailed || task.isOver)
  if (ended)
    return failed(
      `a new task ended: ${neutralise(ended.error) || 'without an error, as one that is done or not healthy'}`,
      'see `docker service ps --no-trunc`'
    )
  if (state !== 'completed')
    return failed(
      `the update is ${neutralise(state) || 'not begun'}${evidence.message ? `: ${neutralise(evidence.message)}` : ''}`,
      'allow it more time with `within:`, and see `docker service ps --no-trunc`'
    )
  if (running < wanted)
    return failed(`${running} of ${count(wanted, 'task')} run after it`, 'see the service’s logs')
  const slots = new Set(made.map(task => task.slot))
  if (slots.size < wanted || made.some(task => task.ranMs === undefined))
    return inconclusive(expected, `not every new task was seen to run; ${seen}`, undefined, figures)
  if (rules.parallelism > 0 && atOnce > rules.parallelism)
    return failed(
      `${atOnce} tasks were replaced at once, not ${rules.parallelism}`,
      'set update_config.parallelism'
    )
  if (gapMs !== undefined && gapMs < rules.delayMs - TOLERANCE_MS)
    return failed(`${gapMs} ms between two replacements, not ${rules.delayMs}`, 'set update_config.delay')
  const orders = ordersOf(evidence.before, made)
  const other = rules.order === 'start-first' ? 'stop-first' : 'start-first'
  if (orders.includes(other))
    return failed(`the order was ${other}, not ${rules.order}`, 'set update_config.order')
  if (!orders.includes(rules.order))
    return inconclusive(expected, `the order was not seen; ${seen}`, undefined, figures)
  if (visitors.status === 'fail')
    return failed(
      'visitors noticed',
      'a HEALTHCHECK, order: start-first, and a program that ends its requests on the stop signal lose none'
    )
  if (visitors.status === 'unknown') return inconclusive(expected, seen, undefined, figures)
  return { ...pass(expected, `${seen}; ${rules.order}`, figures), place }
}

/** The most new tasks that were made and did not run yet at any one time. */
export function mostAtOnce(made: readonly TaskHistory[]): number {
  return Math.max(
    0,
    ...made.map(
      ({ madeMs }) =>
        made.filter(other => other.madeMs <= madeMs && (other.ranMs ?? Number.POSITIVE_INFINITY) > madeMs)
          .length
    )
  )
}

/**
 * The shortest time between the end of one replacement and the start of the next one in its place. With P at once,
 * the k-th (from 0) begins when k − P + 1 have ended, so its gap counts from the (k − P + 1)-th end. Replacements of
 * one batch have no gap between them; `undefined` when there was one batch only.
 *
 * @param parallelism 0: all at once
 */
export function smallestGapMs(made: readonly TaskHistory[], parallelism: number): number | undefined {
  if (parallelism <= 0) return undefined
  const starts = made.map(task => task.madeMs).toSorted((a, b) => a - b)
  const ends = made.flatMap(task => task.ranMs ?? []).toSorted((a, b) => a - b)
  const gaps = starts.flatMap((startMs, k) => {
    const endMs = k < parallelism ? undefined : ends[k - parallelism]
    return endMs === undefined ? [] : [startMs - endMs]
  })
  return gaps.length > 0 ? Math.min(...gaps) : undefined
}

/** For each slot whose old task was seen to end: whether the new one ran by then. */
export function ordersOf(
  before: readonly TaskHistory[],
  made: readonly TaskHistory[]
): ('start-first' | 'stop-first')[] {
  return made.flatMap(({ slot, ranMs }) => {
    const old = before.find(task => task.slot === slot)
    if (ranMs === undefined || old?.endedMs === undefined) return []
    return [old.endedMs >= ranMs ? 'start-first' : 'stop-first']
  })
}
