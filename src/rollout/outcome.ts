import type { TimelineEntry } from './timeline.ts'

/** How a deploy ended. Only `converged` is a success. */
export type DeployOutcome = 'converged' | 'rolled-back' | 'paused' | 'failed' | 'timed-out' | 'cancelled'

export type FailureCategory =
  | 'image'
  | 'placement'
  | 'port'
  | 'exit'
  | 'health'
  | 'resources'
  | 'network'
  | 'secret'
  | 'other'

/** Why a service did not converge: the task's own words, where it happened, and what it printed last. */
export type TaskFailure = {
  service: string
  task: string
  node: string
  category: FailureCategory
  error: string
  logLines: string[]
  /** The line of the stack file that it is about, where that is known. */
  place?: { file: string; line: number }
}

export type ServiceResult = {
  name: string
  /** Tasks of the current spec that run, of those wanted. */
  running: number
  wanted: number
  outcome: DeployOutcome
  /** The image that runs, with its digest. */
  image: string
}

export type DeployResult = {
  stack: string
  outcome: DeployOutcome
  services: ServiceResult[]
  failures: TaskFailure[]
  startedAt: string
  durationMs: number
  /** Every change of state that was seen, at most `MOST_ENTRIES`; for timeline.json. */
  timeline?: readonly TimelineEntry[]
  /** Of a deploy that was cut short: what runs now, service by service, in words. */
  leftBehind?: readonly string[]
}
