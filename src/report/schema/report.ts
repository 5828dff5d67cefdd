import * as z from 'zod'
import { deploySchema } from './deploy.ts'
import { counted, moment, ms, text, webAddress } from './parts.ts'
import { verifySchema } from './verify.ts'

const source = z
  .object({
    stack: text().optional(),
    swarm: text().optional(),
    repository: z.object({ name: text(), url: webAddress() }).optional(),
    commit: z
      .object({
        sha: z.string().regex(/^[0-9a-f]{7,64}$/),
        ref: text().optional(),
        url: webAddress().optional()
      })
      .optional(),
    run: z.object({ title: text(), url: webAddress(), attempt: counted() }).optional(),
    pullRequest: z.object({ number: counted(), url: webAddress() }).optional(),
    environment: z.object({ name: text(), url: webAddress().optional() }).optional(),
    actor: text().optional()
  })
  .describe('Whose report it is. A part that nobody said is absent.')

/** A path within the report's folder: no part of it leads out. */
const fileBeside = z
  .string()
  .regex(
    /^(?!\/)(?!.*(?:^|\/)\.{1,2}(?:\/|$))[^\\:\p{Cc}]{1,400}$/u,
    'takes a path within the folder of the report'
  )

/** report.json, version 2: its form, read and published. */
export const reportSchema = z
  .object({
    schema: z.literal(2).describe('The version of this form.'),
    tool: z.object({ name: z.literal('swarmline'), version: text() }),
    source,
    startedAt: moment(),
    durationMs: ms(),
    status: z.enum(['pass', 'fail', 'inconclusive']),
    engine: z.object({
      kind: z.enum(['host', 'vm']),
      title: text(),
      version: text(),
      hasMesh: z.boolean(),
      heartbeatSeconds: z
        .number()
        .positive()
        .optional()
        .describe('How often a node tells the swarm that it runs; 5 where it is not said.')
    }),
    nodes: z.array(
      z.object({
        name: text(),
        role: z.enum(['manager', 'worker']),
        address: text(),
        labels: z.record(z.string(), z.string())
      })
    ),
    images: z.array(
      z.object({
        name: text(),
        reference: text(),
        digest: text(),
        sizeBytes: counted(),
        durationMs: ms()
      })
    ),
    standIns: z
      .array(z.object({ reference: text(), madeFrom: text(), digest: text() }))
      .describe('Images under an official name that were made on the machine.'),
    deploy: deploySchema.optional(),
    verify: verifySchema.optional(),
    phases: z.array(
      z.object({ title: text(), durationMs: ms(), status: z.enum(['done', 'failed', 'cancelled']) })
    ),
    error: text().optional(),
    engineLogs: z.array(z.object({ node: text(), lines: z.array(text()) })).optional(),
    attachments: z.array(z.object({ title: text(), file: fileBeside, sizeBytes: counted() })).optional()
  })
  .describe('What a run of Swarmline found out. Names that this version does not know may be added.')

/** JSON Schema (2020-12) of report.json: see tools/report-schema.mjs. */
export function reportJsonSchema(): object {
  return { title: 'Swarmline report', ...z.toJSONSchema(reportSchema, { io: 'input' }) }
}
