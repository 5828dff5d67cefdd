import { ON_TASKS } from '../plain/on-tasks.ts'
import { HIDDEN } from '../plain/urls.ts'
import type { FieldChange, ObjectChange, ServiceChange, StackChanges } from '../stack/plan/plan.ts'
import { code, table, text } from './markdown.rules.ts'
import { count } from './text.rules.ts'

const SIGNS: Record<ServiceChange['kind'], string> = {
  created: '🆕',
  updated: '✏️',
  unchanged: '➖',
  removed: '🗑️',
  orphaned: '❔'
}
/** A summary page holds 1 MiB, and a reader less. */
const MOST_SERVICES = 200
const MOST_FIELDS = 40
const MOST_CHARACTERS = 120

/** What a deploy changes, field by field, as parts of a Markdown page. */
export function changesTable({ services, objects }: StackChanges): string[] {
  const objectLines = objects.map(objectLine)
  return [
    services.length > 0 &&
      table(['', 'Service', 'What', 'Fields'], services.slice(0, MOST_SERVICES).map(row)),
    services.length > MOST_SERVICES && `… and ${services.length - MOST_SERVICES} services more.`,
    objectLines.length > 0 && objectLines.slice(0, MOST_SERVICES).join('\n'),
    objectLines.length > MOST_SERVICES && `… and ${objectLines.length - MOST_SERVICES} more.`
  ].filter(part => typeof part === 'string')
}

/** `3 services: 1 created, 2 unchanged.` */
export function countedChanges(services: readonly ServiceChange[]): string {
  const said = Object.keys(SIGNS).flatMap(kind => {
    const n = services.filter(service => service.kind === kind).length
    return n > 0 ? [`${n} ${kind}`] : []
  })
  return `${count(services.length, 'service')}: ${said.join(', ') || 'none'}.`
}

function row(service: ServiceChange): string[] {
  const { kind, name, fields, refusal } = service
  const shown = fields.slice(0, MOST_FIELDS).map(field)
  const rest = fields.length > MOST_FIELDS ? [`… and ${fields.length - MOST_FIELDS} more`] : []
  const refused = refusal === undefined ? [] : [`❌ ${text(refusal)}`]
  return [SIGNS[kind], code(name), `${kind}${effect(service)}`, [...refused, ...shown, ...rest].join('<br>')]
}

function effect({ kind, tasks }: ServiceChange): string {
  if (kind === 'orphaned') return ': the files no longer name it, and it stays'
  return tasks === 'none' ? '' : `: ${ON_TASKS[tasks]}`
}

function field({ field: name, from, to }: FieldChange): string {
  if (from === HIDDEN && to === HIDDEN) return `${code(name)}: changed`
  if (from === undefined) return `${code(name)}: ${value(to)} (new)`
  if (to === undefined) return `${code(name)}: ${value(from)} (removed)`
  return `${code(name)}: ${value(from)} → ${value(to)}`
}

/** Cut before it is escaped: half an entity is none. */
function value(full = ''): string {
  const characters = [...full]
  return characters.length > MOST_CHARACTERS
    ? `${code(characters.slice(0, MOST_CHARACTERS).join(''))}… (${characters.length} characters)`
    : code(full)
}

const CHANGED: Record<ObjectChange['change'], string> = {
  created: 'is created',
  updated: 'is updated',
  unused: 'is no longer named',
  drifted: 'differs from the files; docker will not change it'
}

function objectLine({ kind, name, change, fields }: ObjectChange): string {
  const differing = fields.slice(0, MOST_FIELDS).map(each => `\n  - ${field(each)}`)
  return `- ${kind} ${code(name)} ${CHANGED[change]}${differing.join('')}`
}
