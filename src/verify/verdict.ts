import type { FailureKind, LatencyBucket, LoadResult } from '../traffic/traffic.ts'

/** An engine that cannot be reached is `inconclusive`: never the learner's failure. */
export type VerdictStatus = 'pass' | 'fail' | 'inconclusive' | 'skipped'

/** The judgement of one check, with its evidence. */
export type Verdict = {
  id: string
  /** The check's kind: `routing-mesh`, `counter`, `redis-auth` … */
  kind: string
  title: string
  status: VerdictStatus
  /** What must be true, for people. */
  expected: string
  /** What was measured, for people. */
  observed: string
  hint: string | undefined
  /** What the check's own measuring took, a shared measurement whole; without waiting for other checks. */
  durationMs: number
  /** The other checks that had a measurement together with this one: ids. */
  sharedWith?: string[]
  /** Measured figures, for programs. */
  figures: Record<string, number | string | boolean>
  /** Where the check is written, when a suite asked for it. */
  suite?: Place
  /** Where the stack file says what was judged, when that is known. */
  compose?: Place
  /** The file with what was measured; relative to the folder of all evidence. */
  evidenceFile?: string
  tags?: string[]
  /** Handed on from the suite, for whoever grades. */
  points?: number
  /** The suite's own hints, the mildest first. */
  hints?: string[]
}

/** `file` as it is shown to people, `line` counted from 1. */
export type Place = { file: string; line: number }

export type { FailureKind }

/** What one node answered while it was asked. */
export type NodeAnswers = {
  node: string
  endpoint: string
  requests: number
  failed: number
  /** The failed requests by kind; kinds that did not occur are absent. */
  failedByKind: Partial<Record<FailureKind, number>>
  /** Requests answered by each replica (its container's hostname). */
  byReplica: Record<string, number>
  /** Milliseconds from the request's start to its last byte. */
  latencyMs: { p50: number; p95: number; max: number }
  /** Of the good answers, for the report's picture. */
  latencyBuckets?: LatencyBucket[]
}

/** What visitors at a fixed rate met, for the report's pictures. */
export type ReportedLoad = Pick<
  LoadResult,
  'planned' | 'answered' | 'failed' | 'notSent' | 'latencyMs' | 'durationMs' | 'isVoid'
> & {
  /** Which port and path, and how many a second. */
  title: string
  latencyBuckets: LatencyBucket[]
  targets: Pick<LoadResult['targets'][number], 'name' | 'planned' | 'answered' | 'failed' | 'latencyMs'>[]
  replicas: Pick<LoadResult['replicas'][number], 'name' | 'answered' | 'failed' | 'latencyMs'>[]
}

/** Unknown is no verdict. */
export type EdgeVerdict = 'as-expected' | 'unexpected' | 'unknown'

/** One cell of the picture: what had to be, and what was. */
export type MatrixCell = {
  from: string
  to: string
  expected: 'open' | 'blocked'
  observed: 'open' | 'blocked' | 'unknown'
  verdict: EdgeVerdict
  /** The ways that decided, or the reason why nothing is known; fit to be shown. */
  detail: string
}

/** The matrix without what only the judge needs: plain data for tables and pictures. */
export type IsolationMatrix = {
  services: string[]
  /** No cell for a service and itself, nor for pairs that nobody looked at. */
  cells: MatrixCell[]
  /** What the services reach through published ports, and which of them rules name. */
  published: MatrixPort[]
  /** Ports by UDP that rules name. */
  udp?: MatrixPort[]
}

export type MatrixPort = {
  from: string
  to: string
  port: number
  state: 'open' | 'blocked' | 'unknown'
  /** As a rule has it; without one nothing is expected. */
  expected?: 'open' | 'blocked'
  /** A rule names it, and it is not so. */
  isUnexpected?: boolean
}

export type VerifyResult = {
  verdicts: Verdict[]
  nodes: NodeAnswers[]
  /** Who reached whom, where that was measured: for the report's picture. */
  isolation?: IsolationMatrix[]
  /** For the report's pictures. */
  loads?: ReportedLoad[]
  status: VerdictStatus
  durationMs: number
}
