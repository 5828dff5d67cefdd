import * as z from 'zod'
import type { AnyKind } from '../kind.ts'
import { KINDS } from '../kinds/all.ts'
import { duration } from './duration.ts'

export const CHECK_ID = /^[a-z0-9][a-z0-9-]{0,63}$/
export const VARIABLE_NAME = /^[A-Za-z_][A-Za-z0-9_]{0,63}$/
const TAG = /^[a-z0-9][a-z0-9-]{0,31}$/

/** What every check may say besides its kind's own parameters. */
export const COMMON_FIELDS = {
  id: z
    .string()
    .regex(CHECK_ID, 'takes small letters, digits and dashes')
    .optional()
    .describe('Name of the check, one of its kind in all suites. Without it, the kind with a number.'),
  title: z.string().min(1).max(120).optional().describe('What people read; without it, what is expected.'),
  tags: z
    .array(z.string().regex(TAG, 'takes small letters, digits and dashes'))
    .max(20)
    .default([])
    .describe('For selection by --tag.'),
  deadline: duration().optional().describe('Not measured by then is inconclusive: 500ms, 30s, 5m.'),
  points: z.number().min(0).max(10_000).optional().describe('Handed on to whoever grades.'),
  hints: z
    .array(z.string().min(1).max(500))
    .max(10)
    .optional()
    .describe('Shown when the check does not pass, the mildest first.')
}

const VARIABLE = z.union([z.string(), z.number(), z.boolean(), z.null()])

const frame = <T extends z.ZodType>(check: T) =>
  z
    .strictObject({
      title: z.string().min(1).max(120).optional().describe('What people read.'),
      include: z
        .array(z.string().min(1).max(300))
        .max(50)
        .default([])
        .describe('Other suites; their paths count from this file’s folder.'),
      variables: z
        .record(z.string().regex(VARIABLE_NAME, 'takes letters, digits and _'), VARIABLE)
        .default({})
        .describe('Every ${NAME} of this file with its default; null: it must be given.'),
      secrets: z
        .array(z.string().min(1).max(300))
        .max(50)
        .default([])
        .describe('Files whose content no verdict and no evidence may show.'),
      deadline: duration().optional().describe('For all checks together.'),
      checks: z.array(check).max(1000).default([]).describe('What must be true.')
    })
    .describe('A suite of checks for a Docker Swarm stack.')

/** A suite's frame; each check is read by its own kind, so that what is wrong is said in that kind's words. */
export const SUITE_FRAME = frame(z.looseObject({ kind: z.string() }))

/** A whole entry of `checks:` of one kind. */
export const checkSchema = (kind: AnyKind) =>
  z
    .strictObject({ kind: z.literal(kind.name), ...COMMON_FIELDS, ...kind.params.shape })
    .describe(kind.explanation)

/** The schema that editors read, draft 7, with `${NAME}` allowed wherever a number or one of some words stands. */
export function suiteJsonSchema(kinds: readonly AnyKind[] = KINDS): Record<string, unknown> {
  const [first, ...rest] = kinds.map(checkSchema)
  if (!first) throw new Error('there is no kind of check')
  const schema = z.toJSONSchema(frame(z.discriminatedUnion('kind', [first, ...rest])), {
    target: 'draft-7',
    io: 'input',
    override: ({ jsonSchema, path }) => {
      if (path.at(-1) === 'kind' || path.includes('variables')) return
      const isVariable = { type: 'string', pattern: '^\\$\\{[A-Za-z_][A-Za-z0-9_]*\\}$' } as const
      const { type, description, default: fallback, ...own } = jsonSchema
      const isWord =
        jsonSchema.enum !== undefined || jsonSchema.const !== undefined || own.pattern !== undefined
      if (type !== 'number' && type !== 'integer' && type !== 'boolean' && !(type === 'string' && isWord))
        return
      for (const key of Object.keys(own)) delete (jsonSchema as Record<string, unknown>)[key]
      delete jsonSchema.type
      jsonSchema.anyOf = [{ type, ...own } as never, isVariable]
      if (description !== undefined) jsonSchema.description = description
      if (fallback !== undefined) jsonSchema.default = fallback
    }
  })
  return { ...schema, title: 'Swarmline suite' }
}
