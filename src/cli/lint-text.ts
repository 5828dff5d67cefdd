import { inTerminal } from '../plain/text.ts'
import type { LintResult } from '../usecases/lint.ts'

/** One line a finding, as compilers write them, with all places of one, and a count at the end. */
export function lintText({ findings, translations, counts }: LintResult): string {
  const groups = Map.groupBy(findings, ({ severity, service, text, rule }) =>
    JSON.stringify([severity, service, text, rule])
  )
  const lines = [...groups.values()].flatMap(([first, ...others]) => {
    if (!first) return []
    const { file, line, severity, service, text, hint, rule } = first
    const also = others.map(each => (each.file === file ? `line ${each.line}` : `${each.file}:${each.line}`))
    const said = `${text}${also.length === 0 ? '' : ` (also ${also.join(', ')})`}${hint ? ` — ${hint}` : ''}`
    return [`${file}:${line}: ${severity}: ${service ? `service ${service}: ` : ''}${said} (${rule})`]
  })
  const rewritten = translations.map(
    ({ file, line, from, to }) => `${file}:${line}: rewritten: ${from} → ${to || 'left out'}`
  )
  const { error, warning, info } = counts
  const sum = `${many(error, 'error')}, ${many(warning, 'warning')}, ${info} more`
  return [...lines, ...rewritten, error + warning + info === 0 ? 'Nothing was found.' : sum]
    .map(line => inTerminal(line))
    .join('\n')
}

const many = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`
