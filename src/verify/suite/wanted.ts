import * as z from 'zod'
import type { Wanted } from '../judging/compare.rules.ts'
import { isPattern } from '../judging/pattern.rules.ts'

const scalar = z.union([z.string(), z.number(), z.boolean()])

/** A regular expression with the flags `m` and `u`. */
export const pattern = () =>
  z.string().min(1).max(500).refine(isPattern, 'takes a regular expression (JavaScript’s, Unicode mode)')

const COMPARATORS = {
  eq: scalar.optional().describe('Is exactly this.'),
  ne: scalar.optional().describe('Is anything but this.'),
  gte: z.number().optional().describe('Is a number, at least this.'),
  lte: z.number().optional().describe('Is a number, at most this.'),
  matches: pattern().optional().describe('Is a text in which this regular expression is found.'),
  contains: scalar.optional().describe('Is a text with this part, or a list with this entry.'),
  exists: z.boolean().optional().describe('Is there at all, or is not.')
}
const { eq, ne, gte, lte } = COMPARATORS

const comparison = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z
    .strictObject(shape)
    .refine(
      given => Object.values(given).some(operand => operand !== undefined),
      'needs at least one comparison'
    )

/** What a value must be: itself, or comparisons that must all hold. */
export const wanted = () => z.union([scalar, comparison(COMPARATORS)]) as z.ZodType<Wanted, Wanted>

/** The same for a number. */
export const amount = () =>
  z.union([z.number(), comparison({ eq, ne, gte, lte })]) as z.ZodType<Wanted, Wanted>

/** A service's name as the stack file says it. */
export const serviceName = () =>
  z
    .string()
    .regex(/^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,62}$/, 'takes a service’s name, as the stack file says it')
    .describe('Service of the stack, as its file names it.')

export const port = () => z.number().int().min(1).max(65_535)

/** A program and its arguments, with no shell between. */
export const program = () =>
  z
    .array(
      z
        .string()
        .max(4000)
        .refine(text => !text.includes('\0'), 'takes no NUL')
    )
    .min(1)
    .max(100)
