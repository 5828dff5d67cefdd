import type { Model } from '../plain.rules.ts'
import type { ContentKind } from './content.ts'

/** Where a stack file says that a content comes from. */
export type ContentSource = { kind: ContentKind; name: string } & (
  | { from: 'file'; path: string }
  | { from: 'environment'; variable: string }
  /** Written in the file itself (Compose's `content:`). */
  | { from: 'model'; text: string }
  | { from: 'nowhere' }
)

/** The secrets and configs that a stack makes itself; not the external ones, nor those that a driver provides. */
export function contentSources(model: Model): ContentSource[] {
  return (['secret', 'config'] as const).flatMap(kind =>
    Object.entries(entriesOf(model[`${kind}s`])).flatMap(([name, value]) => {
      const entry = entriesOf(value)
      if (entry.external || entry.driver) return []
      return [{ kind, name, ...sourceOf(entry) }]
    })
  )
}

type Source<T = ContentSource> = T extends unknown ? Omit<T, 'kind' | 'name'> : never

function sourceOf({ file, environment, content }: Record<string, unknown>): Source {
  if (typeof file === 'string') return { from: 'file', path: file }
  if (typeof environment === 'string') return { from: 'environment', variable: environment }
  if (typeof content === 'string') return { from: 'model', text: content }
  return { from: 'nowhere' }
}

/** The entries of a mapping; nothing for anything else. */
export function entriesOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {}
}
