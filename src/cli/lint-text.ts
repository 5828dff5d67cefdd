import { inTerminal } from '../plain/text.ts'
import type { LintResult } from '../usecases/lint.ts'

/** One line a finding, as compilers write them, and a count at the end. */
export function lintText({ findings, translations, counts }: LintResult): string {
  const lines = findings.map(
    ({ file, line, severity, service, text, hint, rule }) =>
      `${file}:${line}: ${severity}: ${service ? `service ${service}: ` : ''}${text}${hint ? ` — ${hint}` : ''} (${rule})`
  )
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
