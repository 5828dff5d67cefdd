import * as z from 'zod'
import { type AnyKind, suiteJsonSchema } from '../../verify/verify.ts'
import { CHECK_EXTRAS, TOP_EXTRAS } from './extras.ts'
import { NOT_HERE } from './read-assignment.ts'

type Schema = Record<string, unknown> & { properties: Record<string, unknown> }

/** The schema of `checks.yml` that editors read: a suite’s, with what grading adds to it. */
export function assignmentJsonSchema(kinds: readonly AnyKind[]): Record<string, unknown> {
  const suite = structuredClone(suiteJsonSchema(kinds)) as Schema
  const list = suite.properties.checks as { items: { anyOf?: Schema[]; oneOf?: Schema[] } }
  for (const check of list.items.oneOf ?? list.items.anyOf ?? []) {
    Object.assign(check.properties, propertiesOf(CHECK_EXTRAS))
    check.required = ['kind', 'id', 'title', 'points', 'hints', ...requiredOf(check)]
  }
  for (const key of NOT_HERE) delete suite.properties[key]
  Object.assign(suite.properties, propertiesOf(TOP_EXTRAS))
  return { ...suite, required: ['title', 'checks'], title: 'Swarmline assignment' }
}

function requiredOf({ required }: Schema): string[] {
  const given = ['kind', 'id', 'title', 'points', 'hints']
  return (Array.isArray(required) ? required : []).filter(name => !given.includes(name))
}

function propertiesOf(shape: z.ZodRawShape): Record<string, unknown> {
  const made = z.toJSONSchema(z.strictObject(shape), { target: 'draft-7', io: 'input' }) as Schema
  return made.properties
}
