import { stringify } from 'yaml'
import type { Model } from './plain.rules.ts'
import { isMapping } from './plain.rules.ts'

/** Keys that people expect first; the others follow by name. */
const FIRST = ['version', 'services', 'networks', 'volumes', 'secrets', 'configs']

/**
 * The one stack file that `docker stack deploy` gets. The same model gives the same text, whatever order its keys
 * came in; lists keep their order. Docker looks for variables in it, so a dollar sign is written twice.
 */
export function renderStack(model: Model): string {
  const version =
    model.version === undefined || model.version === null ? {} : { version: String(model.version) }
  return stringify(ordered({ ...model, ...version }, FIRST), {
    // Docker's parser takes plain words such as no, on and 0o17 for other things than texts: YAML 1.1 and more.
    version: '1.1',
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
    lineWidth: 0,
    aliasDuplicateObjects: false
  })
}

function ordered(value: unknown, first: readonly string[] = []): unknown {
  if (typeof value === 'string') return value.replaceAll('$', '$$$$')
  if (Array.isArray(value)) return value.map(item => ordered(item))
  if (!isMapping(value)) return value
  const place = (key: string): number => (first.includes(key) ? first.indexOf(key) : first.length)
  const keys = Object.keys(value).sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
  return Object.fromEntries(
    keys.flatMap(key => (value[key] === undefined ? [] : [[key, ordered(value[key])]]))
  )
}
