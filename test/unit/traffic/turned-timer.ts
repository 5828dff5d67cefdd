import type { Timer } from '../../../src/traffic/open-loop.ts'
import type { Outcome } from '../../../src/traffic/samples.ts'
import type { Transport } from '../../../src/traffic/transport.ts'

/** A timer of which the test is the clock: what is planned happens in its order, in no time. */
export type TurnedTimer = Timer & {
  /** Lets everything happen that is planned until then, and what that plans in turn. */
  turnTo(ms: number): void
  /** Passes time in which nothing could happen: this machine was busy. */
  block(ms: number): void
}

export function turnedTimer(): TurnedTimer {
  let nowMs = 0
  let order = 0
  const planned = new Map<number, { atMs: number; wake: () => void }>()
  const nextBefore = (ms: number) =>
    [...planned].filter(([, each]) => each.atMs <= ms).sort(([a, x], [b, y]) => x.atMs - y.atMs || a - b)[0]
  return {
    now: () => nowMs,
    after(ms, wake) {
      const key = order++
      planned.set(key, { atMs: nowMs + ms, wake })
      return () => void planned.delete(key)
    },
    turnTo(ms) {
      for (let next = nextBefore(ms); next; next = nextBefore(ms)) {
        const [key, { atMs, wake }] = next
        planned.delete(key)
        nowMs = Math.max(nowMs, atMs)
        wake()
      }
      nowMs = Math.max(nowMs, ms)
    },
    block(ms) {
      nowMs += ms
    }
  }
}

export type Asked = { target: number; atMs: number; isDropped: boolean }

/**
 * A server without a network: `answer` says after how many milliseconds a request that comes at `atMs` ends, and
 * how; `undefined` never ends it.
 */
export function modelledServer(
  timer: Timer,
  answer: (atMs: number, target: number) => { afterMs: number; outcome?: Outcome } | undefined
): Pick<Transport, 'send'> & { asked: Asked[] } {
  const asked: Asked[] = []
  return {
    asked,
    send(target, done) {
      const request: Asked = { target, atMs: timer.now(), isDropped: false }
      asked.push(request)
      const end = answer(request.atMs, target)
      const callOff = end
        ? timer.after(end.afterMs, () => done(end.outcome ?? { kind: 'answer', status: 200, body: '' }))
        : () => {}
      return {
        drop() {
          request.isDropped = true
          callOff()
        }
      }
    }
  }
}
