import * as z from 'zod'
import { counted, failedByKind, latencyBucket, latencySummary, ms, place, status, text } from './parts.ts'

const verdict = z.object({
  id: text(),
  kind: text(),
  title: text(),
  status: status(),
  expected: text(),
  observed: text(),
  hint: text().optional(),
  durationMs: ms(),
  sharedWith: z.exactOptional(z.array(text())),
  figures: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])),
  suite: z.exactOptional(place),
  compose: z.exactOptional(place),
  evidenceFile: z.exactOptional(text()),
  tags: z.exactOptional(z.array(text())),
  points: z.exactOptional(z.number()),
  hints: z.exactOptional(z.array(text()))
})

const answers = z.object({
  node: text(),
  endpoint: text(),
  requests: counted(),
  failed: counted(),
  failedByKind,
  byReplica: z.record(z.string(), counted()),
  latencyMs: z.object({ p50: ms(), p95: ms(), max: ms() }),
  latencyBuckets: z.exactOptional(z.array(latencyBucket))
})

const edge = z.enum(['open', 'blocked'])
const seen = z.enum(['open', 'blocked', 'unknown'])
const port = z.object({
  from: text(),
  to: text(),
  port: counted(),
  state: seen,
  expected: z.exactOptional(edge),
  isUnexpected: z.exactOptional(z.boolean())
})

const isolation = z.object({
  services: z.array(text()),
  cells: z.array(
    z.object({
      from: text(),
      to: text(),
      expected: edge,
      observed: seen,
      verdict: z.enum(['as-expected', 'unexpected', 'unknown']),
      detail: text()
    })
  ),
  published: z.array(port),
  udp: z.exactOptional(z.array(port))
})

const load = z.object({
  title: text(),
  planned: counted(),
  answered: counted(),
  failed: counted(),
  notSent: counted(),
  latencyMs: latencySummary,
  latencyBuckets: z.array(latencyBucket),
  durationMs: ms(),
  isVoid: z.boolean().describe('The sending machine could not keep up: do not trust these figures.'),
  targets: z.array(
    z.object({
      name: text(),
      planned: counted(),
      answered: counted(),
      failed: counted(),
      latencyMs: latencySummary
    })
  ),
  replicas: z.array(
    z.object({ name: text(), answered: counted(), failed: counted(), latencyMs: latencySummary })
  )
})

/** What was measured of the stack, and how it was judged. */
export const verifySchema = z.object({
  verdicts: z.array(verdict),
  nodes: z.array(answers),
  isolation: z.exactOptional(z.array(isolation)),
  loads: z.exactOptional(z.array(load)),
  status: status(),
  durationMs: ms()
})
