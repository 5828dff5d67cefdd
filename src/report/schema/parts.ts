import * as z from 'zod'

/** Parts that several places of report.json have. Milliseconds may be fractions. */
export const text = () => z.string()
export const ms = () => z.number().min(0).describe('Milliseconds.')
export const counted = () => z.number().int().min(0)
export const moment = () => z.string().describe('RFC 3339, in UTC.')
export const status = () => z.enum(['pass', 'fail', 'inconclusive', 'skipped'])
export const webAddress = () => z.string().regex(/^https?:\/\//, 'takes a http or https address')

/** A line of a file, from 1. */
export const place = z.object({ file: text(), line: z.number().int().min(1) })

export const latencyBucket = z
  .object({ fromMs: ms(), toMs: ms(), count: counted() })
  .describe('How many good answers took longer than fromMs and at most toMs.')

export const latencySummary = z.object({
  count: counted(),
  mean: ms(),
  p50: ms(),
  p90: ms(),
  p95: ms(),
  p99: ms(),
  p999: ms(),
  max: ms()
})

export const FAILURE_KINDS = ['refused', 'unreachable', 'reset', 'time-out', 'status', 'body'] as const

/** Kinds that did not occur are absent. */
export const failedByKind = z.object({
  refused: z.exactOptional(counted()),
  unreachable: z.exactOptional(counted()),
  reset: z.exactOptional(counted()),
  'time-out': z.exactOptional(counted()),
  status: z.exactOptional(counted()),
  body: z.exactOptional(counted())
})

export const share = z.object({
  planned: counted(),
  answered: counted(),
  failed: counted(),
  notSent: counted(),
  failedByKind,
  latencyMs: latencySummary
})
