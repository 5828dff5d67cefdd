import * as z from 'zod'
import type { AnyKind } from '../kind.ts'

/** A parameter of a kind, for people. */
export type ShownParameter = {
  name: string
  type: string
  description: string
  isRequired: boolean
  /** As JSON; `undefined` where there is none. */
  fallback: string | undefined
}

type JsonSchema = {
  type?: string | string[]
  description?: string
  default?: unknown
  enum?: unknown[]
  anyOf?: JsonSchema[]
  items?: JsonSchema
}

export function parametersOf(kind: AnyKind): ShownParameter[] {
  const { properties = {}, required = [] } = z.toJSONSchema(kind.params, { io: 'input' })
  return Object.entries(properties as Record<string, JsonSchema>).map(([name, schema]) => ({
    name,
    type: typeName(schema),
    description: schema.description ?? '',
    isRequired: required.includes(name),
    fallback: schema.default === undefined ? undefined : JSON.stringify(schema.default)
  }))
}

function typeName({ type, enum: words, anyOf, items }: JsonSchema): string {
  if (words) return words.join(' | ')
  if (anyOf) return [...new Set(anyOf.map(typeName))].join(' | ')
  if (type === 'array') return `list of ${items ? typeName(items) : 'anything'}`
  if (type === 'object') return 'mapping'
  return Array.isArray(type) ? type.join(' | ') : (type ?? 'anything')
}
