import { inTerminal } from '../plain/text.ts'
import type { Look } from './look.rules.ts'
import { paint } from './paint.ts'
import { table } from './table.ts'
import type { ExplainedKind, ListedCheck, ListedKind } from './use-cases.ts'

export function listedText(checks: readonly ListedCheck[], look: Look): string {
  const rows = checks.map(check => [
    check.id,
    check.isDisturbing ? `${check.kind} (disturbs)` : check.kind,
    inTerminal(check.title),
    check.tags.join(' '),
    `${inTerminal(check.place.file)}:${check.place.line}`
  ])
  return table(['check', 'kind', 'what must be true', 'tags', 'where'], rows, look)
}

export function kindsText(kinds: readonly ListedKind[], look: Look): string {
  const rows = kinds.map(({ name, isDisturbing, summary }) => [name, isDisturbing ? 'yes' : '', summary])
  return `${table(['kind', 'disturbs', 'what it does'], rows, look)}\n\nSee one with: swarmline verify --explain KIND`
}

export function explainedText(kind: ExplainedKind, look: Look): string {
  const { color } = paint(look)
  const rows = kind.parameters.map(({ name, type, description, isRequired, fallback }) => [
    name,
    type,
    isRequired ? 'required' : (fallback ?? ''),
    description
  ])
  return [
    color.bold(kind.name),
    kind.explanation,
    ...(kind.isDisturbing ? ['It disturbs the swarm: it runs only with --allow-disruption.'] : []),
    '',
    table(['parameter', 'takes', 'default', 'meaning'], rows, look),
    '',
    color.bold('Example'),
    ...kind.example
      .trimEnd()
      .split('\n')
      .map(line => `  ${line}`)
  ].join('\n')
}
