import * as z from 'zod'
import { counted, FAILURE_KINDS, latencyBucket, moment, ms, place, share, text } from './parts.ts'

const outcome = z
  .enum(['converged', 'rolled-back', 'paused', 'failed', 'timed-out', 'cancelled'])
  .describe('Only converged is a success.')

const fieldChange = z
  .object({ field: text(), from: text().optional(), to: text().optional() })
  .describe('Without from it is new, without to it is taken away. What may be a secret is hidden.')

const changes = z.object({
  stack: text(),
  services: z.array(
    z.object({
      name: text(),
      fullName: text(),
      kind: z.enum(['created', 'updated', 'unchanged', 'removed', 'orphaned']),
      fields: z.array(fieldChange),
      tasks: z.enum(['none', 'go-on', 'move', 'replaced', 'run-again']),
      refusal: text().optional()
    })
  ),
  objects: z.array(
    z.object({
      kind: z.enum(['network', 'secret', 'config', 'volume']),
      name: text(),
      change: z.enum(['created', 'drifted', 'updated', 'unused']),
      fields: z.array(fieldChange)
    })
  ),
  isUnchanged: z.boolean()
})

const timelineEntry = z
  .object({
    kind: z.enum(['service', 'task', 'node']),
    at: moment(),
    seenAtMs: z.number().describe('By the clock of whoever watched: milliseconds since the epoch.'),
    service: text(),
    slot: text(),
    task: text(),
    node: text(),
    from: text().optional(),
    to: text(),
    image: text(),
    serviceVersion: z.number(),
    isCurrent: z.boolean(),
    message: text(),
    error: text()
  })
  .describe('One change of state that the watch saw.')

const result = z.object({
  stack: text(),
  outcome,
  services: z.array(
    z.object({ name: text(), running: counted(), wanted: counted(), outcome, image: text() })
  ),
  failures: z.array(
    z.object({
      service: text(),
      task: text(),
      node: text(),
      category: z.enum([
        'image',
        'placement',
        'port',
        'exit',
        'health',
        'resources',
        'network',
        'secret',
        'other'
      ]),
      error: text(),
      logLines: z.array(text()),
      place: z.exactOptional(place)
    })
  ),
  startedAt: moment(),
  durationMs: ms(),
  timeline: z.exactOptional(z.array(timelineEntry)),
  leftBehind: z.exactOptional(z.array(text()))
})

const undone = z.union([
  z.object({ kind: z.enum(['kept', 'removed']) }),
  z.object({
    kind: z.literal('restored'),
    isComplete: z.boolean(),
    result: result.optional(),
    services: z.array(z.object({ service: text(), action: text(), why: z.exactOptional(text()) })).optional(),
    left: z.array(text()).optional()
  })
])

const named = { name: text() }
const probe = share.extend({
  startedAtMs: z.number().describe('Milliseconds since the epoch; all other times count from it.'),
  durationMs: ms(),
  latencyBuckets: z.array(latencyBucket),
  series: z.array(z.object({ second: counted(), sent: counted(), failed: counted() })),
  unfinished: counted(),
  nodes: z.array(share.extend({ ...named, longestGap: z.object({ fromMs: ms(), toMs: ms(), ms: ms() }) })),
  phases: z.array(share.extend({ ...named, fromMs: ms(), toMs: ms(), nodes: z.array(share.extend(named)) })),
  firstFailures: z.array(
    z.object({ atMs: ms(), target: text(), kind: z.enum([...FAILURE_KINDS, 'not-sent']), detail: text() })
  ),
  sendLagMs: z.object({ p99: ms(), max: ms() })
})

/** A deploy, and what became of the stack afterwards. */
export const deploySchema = result.extend({
  undone: undone.optional(),
  seq: counted().optional(),
  changes: changes.optional(),
  pruned: z.array(text()).optional(),
  probe: probe.optional()
})
