import type { Outcome, Sample } from './samples.ts'
import { dueMs, type Schedule, shareOf, targetOf } from './schedule.rules.ts'
import type { Transport } from './transport.ts'

/** Time that a test can turn: milliseconds of any origin. `after` answers how to call it off. */
export type Timer = { now(): number; after(ms: number, wake: () => void): () => void }

export const realTimer: Timer = {
  now: () => performance.now(),
  after: (ms, wake) => {
    const timeout = setTimeout(wake, ms)
    return () => clearTimeout(timeout)
  }
}

export type OpenLoopPlan = {
  schedule: Schedule
  /** On the timer's scale. Default now. */
  startMs?: number
  /** From the due time to the last byte. */
  timeoutMs: number
  /** Requests to one target that may be under way at once; one more is `not-sent`. */
  capPerTarget: number
}

export type OpenLoop = {
  /** Resolves when everything that was sent has ended. */
  ended: Promise<void>
  /** No more requests; what is under way may end. */
  stop(): void
  /** No more requests, and what is under way is dropped. Answers how many that were. */
  abort(): number
}

/** After so many at once the loop turns, so that answers are read even when sending is too slow for the rate. */
const MAX_AT_ONCE = 1000

type Pending = { target: number; dueMs: number; sentMs: number; drop: () => void }

/**
 * Sends each request when it is due, whatever became of those before it, and none twice. A request that is late
 * because this machine was busy is sent at once and keeps its due time.
 */
export function runOpenLoop(
  plan: OpenLoopPlan,
  transport: Pick<Transport, 'send'>,
  onSample: (sample: Sample) => void,
  timer: Timer = realTimer
): OpenLoop {
  const { schedule, timeoutMs, capPerTarget } = plan
  const start = plan.startMs ?? timer.now()
  // In the order of their due times, so that the first is the next to time out.
  const pending = new Set<Pending>()
  const perTarget = new Array<number>(schedule.targets).fill(0)
  let share = shareOf(schedule)
  let next = 0
  let callOff = () => {}
  let resolveEnded = () => {}
  const ended = new Promise<void>(resolve => {
    resolveEnded = resolve
  })

  const leave = (each: Pending) => {
    pending.delete(each)
    perTarget[each.target] = (perTarget[each.target] ?? 0) - 1
  }
  const settle = (each: Pending, outcome: Outcome) => {
    leave(each)
    const { target, dueMs, sentMs } = each
    onSample({ target, dueMs, sentMs, endMs: timer.now() - start, outcome })
    if (next >= share && pending.size === 0) finish()
  }
  const finish = () => {
    callOff()
    resolveEnded()
  }
  const launch = (i: number) => {
    const due = dueMs(schedule, i)
    const target = targetOf(schedule, i)
    const sentMs = timer.now() - start
    if ((perTarget[target] ?? 0) >= capPerTarget) {
      const detail = `${capPerTarget} requests were under way`
      const outcome: Outcome = { kind: 'not-sent', detail, isCapped: true }
      return onSample({ target, dueMs: due, sentMs, endMs: sentMs, outcome })
    }
    const each: Pending = { target, dueMs: due, sentMs, drop: () => {} }
    pending.add(each)
    perTarget[target] = (perTarget[target] ?? 0) + 1
    const underWay = transport.send(target, outcome => settle(each, outcome))
    each.drop = () => underWay.drop()
  }
  const timeOut = () => {
    for (const each of pending) {
      if (each.dueMs + timeoutMs > timer.now() - start) return
      each.drop()
      settle(each, { kind: 'time-out', detail: `no whole answer within ${timeoutMs} ms` })
    }
  }
  const wake = () => {
    for (let n = 0; n < MAX_AT_ONCE && next < share; n++) {
      if (dueMs(schedule, next) > timer.now() - start) break
      launch(next++)
    }
    timeOut()
    if (next >= share && pending.size === 0) return finish()
    const [oldest] = pending
    const at = Math.min(
      next < share ? dueMs(schedule, next) : Number.POSITIVE_INFINITY,
      oldest ? oldest.dueMs + timeoutMs : Number.POSITIVE_INFINITY
    )
    callOff = timer.after(Math.max(0, at - (timer.now() - start)), wake)
  }
  callOff = timer.after(Math.max(0, start - timer.now()), wake)

  return {
    ended,
    stop() {
      share = Math.min(share, next)
      callOff()
      wake()
    },
    abort() {
      share = Math.min(share, next)
      const dropped = pending.size
      for (const each of pending) {
        each.drop()
        leave(each)
      }
      finish()
      return dropped
    }
  }
}
