import { judgeOutcome, keptBytes, replicaOf } from './expect.rules.ts'
import type { LoadPlan } from './load-plan.rules.ts'
import { type OpenLoop, runOpenLoop } from './open-loop.ts'
import type { Sample } from './samples.ts'
import { capPerTarget } from './schedule.rules.ts'
import { type SelfSeen, watchSelf } from './self-watch.ts'
import { addSample, createTally, type Tally } from './tally.rules.ts'
import { createTransport } from './transport.ts'

/** What one thread sent and saw: plain data. */
export type Sent = { tally: Tally; seen: SelfSeen; lastEndMs: number }
/** `done` is undefined when the run was aborted. */
export type Sender = { done: Promise<Sent | undefined>; abort(): void }

const MAX_HEAD_BYTES = 32 * 1024

export const answerLimits = (plan: Pick<LoadPlan, 'maxBodyBytes' | 'expect' | 'identify'>) => ({
  maxHeadBytes: MAX_HEAD_BYTES,
  maxBodyBytes: plan.maxBodyBytes,
  keptBytes: keptBytes(plan.expect, plan.identify)
})

/**
 * One thread's part of a run: its numbers of the one schedule.
 *
 * @param startMs on the scale of `performance.now()` of this thread
 */
export function startSender(plan: LoadPlan, sender: number, startMs: number): Sender {
  const { targets, ratePerSecond, count, workers: senders, timeoutMs } = plan
  const names = targets.map(target => target.name)
  const tally = createTally(targets.length)
  const transport = createTransport(targets, plan.connections, answerLimits(plan))
  let lastEndMs = 0
  const onSample = (sample: Sample) => {
    const outcome = judgeOutcome(sample.outcome, plan.expect)
    lastEndMs = Math.max(lastEndMs, sample.endMs)
    addSample(tally, { ...sample, outcome }, replicaOf(outcome, plan.identify), names)
  }
  let isAborted = false
  const seen = watchSelf()
  const loop: OpenLoop = runOpenLoop(
    {
      schedule: { ratePerSecond, count, targets: targets.length, sender, senders },
      startMs,
      timeoutMs,
      capPerTarget: capPerTarget(plan.maxOutstanding, targets.length, senders)
    },
    transport,
    onSample
  )
  return {
    done: loop.ended.then(() => {
      const self = seen()
      transport.close()
      return isAborted ? undefined : { tally, seen: self, lastEndMs }
    }),
    abort() {
      isAborted = true
      loop.abort()
    }
  }
}
