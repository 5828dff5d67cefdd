// Why an update lost requests, from what was seen of it: pure.
import type { FirstFailure } from '../../src/traffic/samples.ts'
import type { Slot } from './rollout-formula.ts'

/** A failure this soon after a task began to run is laid at its door: an emulated machine starts PHP in seconds. */
const STARTING_MS = 10_000

export type CauseEvidence = {
  firstFailures: readonly FirstFailure[]
  /** When the prober began, by our clock. */
  probeBeganAtMs: number
  slots: readonly Slot[]
  hasHealthcheck: boolean
  killed: number
}

/** One line for each cause that the evidence shows; none when nothing was lost and nothing killed. */
export function causesOf(evidence: CauseEvidence): string[] {
  const { firstFailures, probeBeganAtMs, slots, hasHealthcheck, killed } = evidence
  const all = firstFailures.filter(failure => failure.kind !== 'not-sent')
  const own = all.filter(failure => failure.kind === 'status')
  const failures = all.filter(failure => failure.kind !== 'status')
  const starting = failures.filter(failure =>
    slots.some(({ runsAtMs }) => {
      const sinceMs = probeBeganAtMs + failure.atMs - runsAtMs
      return sinceMs >= 0 && sinceMs <= STARTING_MS
    })
  )
  const causes: string[] = []
  if (starting.length > 0 && hasHealthcheck)
    causes.push(
      `${starting.length} of the first ${failures.length} failures came within ${STARTING_MS / 1000} s of a new ` +
        "task's start, though it was healthy"
    )
  if (starting.length > 0 && !hasHealthcheck)
    causes.push(
      `${starting.length} of the first ${failures.length} failures came within ${STARTING_MS / 1000} s of a new ` +
        "task's start: without a health check a task gets visitors as soon as its container runs, before its " +
        'server listens'
    )
  if (killed > 0)
    causes.push(
      `${killed} old tasks did not heed the stop signal and were killed when their grace time was over (exit 137)`
    )
  // A kill explains no failure by itself: a task is out of the load balancer before it is told to stop.
  if (failures.length > 0 && starting.length === 0)
    causes.push(`unknown; the first failure was ${failures[0]?.kind}: ${failures[0]?.detail}`)
  if (own.length > 0)
    causes.push(
      `${own.length} of the first ${all.length} failures were the service's own answers (${own[0]?.detail}): the ` +
        'request arrived, whatever the update did'
    )
  return causes
}
