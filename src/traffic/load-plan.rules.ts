import { SwarmlineError } from '../errors.ts'
import { requestText } from './request.rules.ts'
import type { Connections, Expectation, Identify, TrafficTarget } from './samples.ts'
import { countIn } from './schedule.rules.ts'
import { DEFAULT_LIMITS, type SelfLimits } from './void.rules.ts'

export type LoadRequest = {
  /** Asked in turn. */
  targets: readonly TrafficTarget[]
  /** Of all targets together. */
  ratePerSecond: number
  connections: Connections
  /** From the due time to the last byte. Default 5000. */
  timeoutMs?: number
  /** Requests under way at once, shared out evenly over the targets. Default 1000. */
  maxOutstanding?: number
  /** A longer body is a `body` failure. Default 1 MiB. */
  maxBodyBytes?: number
  /** Default: any status from 200 to 299. */
  expect?: Expectation
  identify?: Identify
  /** Threads that send; default 1, this one. */
  workers?: number
  limits?: Partial<SelfLimits>
} & ({ durationMs: number; count?: undefined } | { count: number; durationMs?: undefined })

export type LoadPlan = {
  targets: readonly TrafficTarget[]
  ratePerSecond: number
  count: number
  connections: Connections
  timeoutMs: number
  maxOutstanding: number
  maxBodyBytes: number
  expect: Expectation
  identify: Identify | undefined
  workers: number
  limits: SelfLimits
}

/** @throws `input` for what cannot be run, with what is wrong in words */
export function planLoad(request: LoadRequest): LoadPlan {
  const { targets, ratePerSecond, identify, workers = 1 } = request
  const { timeoutMs = 5000, maxOutstanding = 1000, maxBodyBytes = 1024 * 1024 } = request
  const positive = { ratePerSecond, timeoutMs, maxOutstanding, maxBodyBytes }
  for (const [name, value] of Object.entries(positive))
    if (!(value > 0 && Number.isFinite(value))) throw refuse(`${name} must be more than 0, not ${value}`)
  if (targets.length === 0) throw refuse('there is no target to ask')
  if (!Number.isInteger(workers) || workers < 1) throw refuse(`${workers} is no number of workers`)
  if (workers > 1 && typeof identify === 'function')
    throw refuse('a function cannot name replicas in workers: use { lineAfter }')
  const count = request.count ?? countIn(request.durationMs ?? 0, ratePerSecond)
  if (!Number.isInteger(count) || count < 1) throw refuse(`${count} is no number of requests`)
  for (const target of targets) requestText(target, request.connections)
  return {
    targets,
    ratePerSecond,
    count,
    connections: request.connections,
    timeoutMs,
    maxOutstanding,
    maxBodyBytes,
    expect: request.expect ?? {},
    identify,
    workers: Math.min(workers, count),
    limits: { ...DEFAULT_LIMITS, ...request.limits }
  }
}

const refuse = (message: string) => new SwarmlineError('input', message)
