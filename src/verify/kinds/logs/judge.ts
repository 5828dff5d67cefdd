import { fail, inconclusive, type Judgement, pass } from '../../judging/judgement.rules.ts'
import { matchesPattern, matchingLines } from '../../judging/pattern.rules.ts'
import { neutralise } from '../../judging/untrusted-text.rules.ts'

export type LogsParams = { service: string; present: string[]; absent: string[]; lines: number }
/** `undefined`: there is no such service. */
export type LogsEvidence = { text: string | undefined }

export function logsExpected({ service, present, absent, lines }: LogsParams): string {
  const rules = [...present.map(p => `${quoted(p)} is there`), ...absent.map(p => `${quoted(p)} is not`)]
  return `in the last ${lines} lines of ${service}: ${rules.join('; ') || 'something'}`
}

export function judgeLogs(params: LogsParams, { text }: LogsEvidence): Judgement {
  const expected = logsExpected(params)
  const hint = `see \`docker service logs\` of ${params.service}`
  if (text === undefined)
    return fail(expected, `the stack has no service ${params.service}`, 'see `docker stack services`')
  const lines = text.split('\n').filter(line => line.trim() !== '')
  const figures = { lines: lines.length }
  const found = (pattern: string) => ({ pattern, result: matchesPattern(pattern, text) })
  const present = params.present.map(found)
  const absent = params.absent.map(found)
  if ([...present, ...absent].some(({ result }) => result === 'unknown'))
    return inconclusive(
      expected,
      'an expression takes too long',
      'write a simpler regular expression',
      figures
    )
  const shown = absent
    .filter(({ result }) => result === 'holds')
    .map(({ pattern }) => {
      const at = matchingLines(pattern, lines)
      const line = (at === 'unknown' ? undefined : lines[at[0] ?? -1]) ?? ''
      return `${quoted(pattern)} is there: ${neutralise(line)}`
    })
  if (shown.length > 0) return fail(expected, shown.join('; '), hint, figures)
  const missing = present.filter(({ result }) => result === 'fails')
  if (missing.length > 0)
    return fail(
      expected,
      `${missing.map(({ pattern }) => quoted(pattern)).join(', ')} is not there`,
      hint,
      figures
    )
  // No line at all may also be a log driver that keeps none.
  if (lines.length === 0)
    return inconclusive(
      expected,
      'there are no lines',
      'does the log driver keep them? `docker service logs`',
      figures
    )
  return pass(expected, `${lines.length} lines looked through`, figures)
}

const quoted = (pattern: string): string => `/${neutralise(pattern, 80)}/`
