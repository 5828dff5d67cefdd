import type { Effects } from '../effects/effects.ts'
import { SwarmlineError } from '../errors.ts'
import { judgeOutcome } from './expect.rules.ts'
import { planLoad } from './load-plan.rules.ts'
import { runOpenLoop } from './open-loop.ts'
import { addPhase, addProbe, createProbeTally, type ProbeResult, probeResult } from './probe.rules.ts'
import type { Connections, Expectation, TrafficTarget } from './samples.ts'
import { answerLimits } from './sender.ts'
import { createTransport } from './transport.ts'

export type ProberOptions = {
  /** The nodes, asked in turn. One that is not there is a finding, not an error. */
  targets: readonly TrafficTarget[]
  /** Of all nodes together. Default 200. */
  ratePerSecond?: number
  /** Default `fresh`: what a new visitor sees. */
  connections?: Connections
  /** From the due time to the last byte. Default 5000. */
  timeoutMs?: number
  expect?: Expectation
  /** What the time until the first mark is called. Default `before`. */
  firstPhase?: string
}

export type Prober = {
  /** A new phase begins now. Saying the present one again changes nothing. */
  phase(name: string): void
  /** What was measured until now: requests under way are not in it. */
  soFar(): { sent: number; failed: number }
  /**
   * Sends no more, and answers when everything under way has ended: after `timeoutMs` at the most, and at once
   * when the signal has aborted (then what was under way is `unfinished`). Never rejects; a second call answers
   * the same.
   */
  stop(): Promise<ProbeResult>
}

/** More sockets than this to one node help nobody. */
const MAX_PER_NODE = 2000

/**
 * Asks every node, open-loop, until it is stopped or the signal aborts.
 *
 * @throws `input` for targets or figures that cannot be; `cancelled` when the signal has aborted already
 */
export function startProber(options: ProberOptions, fx: Pick<Effects, 'signal'>): Prober {
  const { targets, ratePerSecond = 200, connections = 'fresh', timeoutMs = 5000 } = options
  const plan = planLoad({
    targets,
    ratePerSecond,
    connections,
    timeoutMs,
    ...(options.expect ? { expect: options.expect } : {}),
    count: 1
  })
  if (fx.signal.aborted) throw new SwarmlineError('cancelled', 'cancelled')

  const startMs = performance.now()
  const sinceStart = () => performance.now() - startMs
  const names = targets.map(target => target.name)
  const tally = createProbeTally(names, options.firstPhase ?? 'before')
  const transport = createTransport(targets, connections, answerLimits(plan))
  // A node that never answers has this many under way when the first of them times out.
  const mostUnderWay = Math.ceil(((ratePerSecond / targets.length) * timeoutMs) / 1000) + 10
  const loop = runOpenLoop(
    {
      schedule: { ratePerSecond, count: undefined, targets: targets.length, sender: 0, senders: 1 },
      startMs,
      timeoutMs,
      capPerTarget: Math.min(MAX_PER_NODE, mostUnderWay)
    },
    transport,
    sample => addProbe(tally, { ...sample, outcome: judgeOutcome(sample.outcome, plan.expect) })
  )
  let unfinished = 0
  let endMs: number | undefined
  const onAbort = () => {
    endMs ??= sinceStart()
    unfinished += loop.abort()
  }
  fx.signal.addEventListener('abort', onAbort, { once: true })
  let result: Promise<ProbeResult> | undefined

  return {
    phase: name => addPhase(tally, name, sinceStart()),
    soFar: () => ({ sent: tally.all.answered + tally.all.failed, failed: tally.all.failed }),
    stop() {
      result ??= (async () => {
        endMs ??= sinceStart()
        loop.stop()
        await loop.ended
        fx.signal.removeEventListener('abort', onAbort)
        transport.close()
        return probeResult(tally, performance.timeOrigin + startMs, endMs, unfinished)
      })()
      return result
    }
  }
}
