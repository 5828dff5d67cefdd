import type { Effects } from '../effects/effects.ts'
import { SwarmlineError } from '../errors.ts'
import { type LoadRequest, planLoad } from './load-plan.rules.ts'
import { type LoadResult, loadResult } from './load-result.rules.ts'
import { type Sent, startSender } from './sender.ts'
import { createTally, mergeTally } from './tally.rules.ts'
import { selfOf } from './void.rules.ts'

/**
 * Open-loop traffic: request k is due at start + k/rate, is sent then whatever became of the others, and its
 * latency runs from then to the last byte. Nothing is tried twice. Failures of the network and of the server are
 * figures in the result; a run that this machine could not keep up with is void, and says why.
 *
 * @throws `input` for what cannot be run; `cancelled` when the signal aborts
 */
export async function generate(request: LoadRequest, fx: Pick<Effects, 'signal'>): Promise<LoadResult> {
  const plan = planLoad(request)
  const cancelled = () => new SwarmlineError('cancelled', 'cancelled')
  if (fx.signal.aborted) throw cancelled()
  const parts =
    plan.workers > 1
      ? await (await import('./workers.ts')).runWorkers(plan, fx.signal)
      : await runHere(plan, fx.signal)
  if (!parts) throw cancelled()

  const tally = createTally(plan.targets.length)
  for (const part of parts) mergeTally(tally, part.tally)
  const seen = parts.map(part => part.seen)
  return loadResult(
    plan.targets.map(target => target.name),
    tally,
    {
      durationMs: Math.max(...parts.map(part => part.lastEndMs)),
      generator: selfOf(seen, tally),
      limits: plan.limits
    }
  )
}

async function runHere(plan: ReturnType<typeof planLoad>, signal: AbortSignal): Promise<Sent[] | undefined> {
  const sender = startSender(plan, 0, performance.now())
  signal.addEventListener('abort', sender.abort, { once: true })
  try {
    const sent = await sender.done
    return sent && [sent]
  } finally {
    signal.removeEventListener('abort', sender.abort)
  }
}
