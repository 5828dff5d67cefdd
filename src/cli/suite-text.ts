import { neutralized } from './foreign-text.rules.ts'
import type { Look } from './look.rules.ts'
import { paint } from './paint.ts'
import { table } from './table.ts'
import type { ExplainedKind, ListedCheck } from './use-cases.ts'

export function listedText(checks: readonly ListedCheck[], look: Look): string {
  const rows = checks.map(check => [
    check.id,
    check.isDisturbing ? `${check.kind} (disturbs)` : check.kind,
    neutralized(check.title),
    check.tags.join(' '),
    `${neutralized(check.place.file)}:${check.place.line}`
  ])
  return table(['check', 'kind', 'what must be true', 'tags', 'where'], rows, look)
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
