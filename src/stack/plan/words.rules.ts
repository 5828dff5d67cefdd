import { ON_TASKS } from '../../plain/on-tasks.ts'
import { inTerminal } from '../../plain/text.ts'
import { HIDDEN } from '../../plain/urls.ts'
import type { FieldChange, ObjectChange, ServiceChange, StackChanges } from './stack-changes.ts'

const SIGNS: Record<ServiceChange['kind'], string> = {
  created: '+',
  updated: '~',
  unchanged: '=',
  removed: '-',
  orphaned: '?'
}
const MAX_LENGTH = 80

/**
 * A plan as plain lines, two blanks before what belongs to the line above. They hold texts of stack files and of
 * the swarm without control characters, but escaped for no medium: that is for whoever shows them.
 */
export function changesInWords({ stack, services, objects, isUnchanged }: StackChanges): string[] {
  const lines = [...services.flatMap(serviceLines), ...objects.flatMap(objectLines)]
  return [
    isUnchanged ? `${stack}: nothing changes` : `${stack}: ${summary(services, objects)}`,
    ...lines
  ].map(inTerminal)
}

function summary(services: readonly ServiceChange[], objects: readonly ObjectChange[]): string {
  const counts = Object.keys(SIGNS).flatMap(kind => {
    const count = services.filter(service => service.kind === kind).length
    return count > 0 ? [`${count} ${kind}`] : []
  })
  const made = objects.filter(({ change }) => change === 'created').length
  return [`services: ${counts.join(', ') || 'none'}`, ...(made > 0 ? [`${made} more created`] : [])].join(
    '; '
  )
}

/** The changes of services alone, escaped for no medium. */
export const servicesInWords = (services: readonly ServiceChange[]): string[] =>
  services.flatMap(serviceLines).map(inTerminal)

function serviceLines(service: ServiceChange): string[] {
  const { name, kind, fields, refusal } = service
  return [
    `${SIGNS[kind]} service ${name}: ${kind}${effect(service)}`,
    ...fields.map(fieldLine),
    ...(refusal ? [`  ! ${refusal}`] : [])
  ]
}

function effect({ kind, tasks, order }: ServiceChange): string {
  if (order !== undefined) return `, ${order}`
  if (kind === 'orphaned') return ', the files no longer name it: deploy with pruning to remove it'
  return tasks === 'none' ? '' : `, ${ON_TASKS[tasks]}`
}

const fieldLine = ({ field, from, to }: FieldChange): string =>
  from === HIDDEN && to === HIDDEN
    ? `  ${field}: changed`
    : from === undefined
      ? `  ${field}: ${short(to)} (new)`
      : to === undefined
        ? `  ${field}: ${short(from)} (taken away)`
        : `  ${field}: ${short(from)} → ${short(to)}`

function objectLines({ kind, name, change, fields }: ObjectChange): string[] {
  switch (change) {
    case 'created':
      return [`+ ${kind} ${name}: created`]
    case 'unused':
      return [`? ${kind} ${name}: no longer named`]
    case 'updated':
      return [`~ ${kind} ${name}: updated`, ...fields.map(fieldLine)]
    case 'drifted':
      return [
        `! ${kind} ${name}: differs from the files; docker will not change it`,
        ...fields.map(fieldLine)
      ]
  }
}

const short = (value = ''): string =>
  value.length > MAX_LENGTH ? `${value.slice(0, MAX_LENGTH)}… (${value.length} characters)` : value
