/** Words that the generator, the prober and their callers share. Types only. */

export type TrafficTarget = {
  /** What reports call it: a node's name. */
  name: string
  /** An address, or a name to look up. */
  host: string
  port: number
  /** Default `/`. */
  path?: string
  /** Default the host and the port. */
  hostHeader?: string
}

/** `fresh`: a TCP connection for each request, as a new visitor; `kept`: connections are used again. */
export type Connections = 'fresh' | 'kept'

/**
 * Why a request has no good answer. `refused` and `unreachable`: it never arrived. `reset`: the connection broke
 * or closed before the answer was whole. `body`: no HTTP, too long, or not what was expected.
 */
export type FailureKind = 'refused' | 'unreachable' | 'reset' | 'time-out' | 'status' | 'body'

/** What a good answer is. Without a status: any from 200 to 299. */
export type Expectation = { status?: number; bodyIncludes?: string }

/** How an answer names its replica: the rest of the line behind a label, or a function (not across workers). */
export type Identify = { lineAfter: string } | ((body: string) => string | undefined)

/**
 * How one request ended. `body` is there when it was asked for, `detail` is one bounded line fit to be shown.
 * `not-sent` is this machine's doing: the cap of outstanding requests, or no socket or port left.
 */
export type Outcome =
  | { kind: 'answer'; status: number; body: string }
  | { kind: FailureKind; detail: string; body?: string }
  | { kind: 'not-sent'; detail: string; isCapped: boolean }

/** One request. Times are milliseconds from the run's start; the latency is `endMs - dueMs`. */
export type Sample = { target: number; dueMs: number; sentMs: number; endMs: number; outcome: Outcome }

/** Milliseconds to a hundredth, from the due time to the last byte; zeros when `count` is 0. */
export type LatencySummary = {
  count: number
  mean: number
  p50: number
  p90: number
  p95: number
  p99: number
  p999: number
  max: number
}

/** How many good answers took longer than `fromMs` and at most `toMs`. Empty ones are left out. */
export type LatencyBucket = { fromMs: number; toMs: number; count: number }

/** Failures by kind; kinds that did not occur are absent. */
export type ByKind = Partial<Record<FailureKind, number>>

/** `atMs`: when it was due, from the run's start. */
export type FirstFailure = { atMs: number; target: string; kind: FailureKind | 'not-sent'; detail: string }
