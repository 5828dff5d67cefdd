import { SwarmlineError } from '../../errors.ts'
import type { Place } from './origins.rules.ts'

export type Severity = 'error' | 'warning' | 'info'

/** Something that a stack file says and a swarm will not do as it is written. `file:line` is where. */
export type Finding = {
  /** Kebab-case; those of the lint can be silenced by it: `# swarmline: ignore <rule>`. */
  rule: string
  severity: Severity
  service?: string
  file: string
  line: number
  text: string
  /** The way out, in the imperative. */
  hint?: string
}

/** A form of the Compose Specification that `docker stack deploy` refuses, and what it was rewritten to. */
export type Translation = {
  file: string
  line: number
  from: string
  /** Empty: the line is left out. */
  to: string
}

/** Where findings and translations are collected while a stack is read. */
export type Findings = {
  add(severity: Severity, rule: string, place: Place | undefined, text: string, more?: More): void
  translate(place: Place | undefined, from: string, to: string): void
  readonly findings: Finding[]
  readonly translations: Translation[]
}

type More = { service?: string | undefined; hint?: string | undefined }

/** @param fallback the file that is named when nobody knows the line */
export function collectFindings(fallback: string): Findings {
  const findings: Finding[] = []
  const translations: Translation[] = []
  const seen = new Set<string>()
  const isNew = (...words: (string | number)[]): boolean => {
    const key = JSON.stringify(words)
    return !seen.has(key) && seen.add(key) !== undefined
  }
  const at = (place: Place | undefined) => ({ file: place?.file ?? fallback, line: place?.line ?? 1 })
  return {
    findings,
    translations,
    add: (severity, rule, place, text, { service, hint } = {}) => {
      const finding: Finding = {
        rule,
        severity,
        ...(service === undefined ? {} : { service }),
        ...at(place),
        text,
        ...(hint === undefined ? {} : { hint })
      }
      // An anchor that several services take is one line, and one finding.
      if (isNew('finding', rule, finding.file, finding.line, text)) findings.push(finding)
    },
    translate: (place, from, to) => {
      const { file, line } = at(place)
      if (isNew('translation', file, line, from, to)) translations.push({ file, line, from, to })
    }
  }
}

/** `docker-compose.yml:12: service web: …`. */
export const inWords = ({ file, line, service, text }: Finding): string =>
  `${file}:${line}: ${service === undefined ? '' : `service ${service}: `}${text}`

/** By file and line, as a reader goes. */
export const inOrder = (findings: readonly Finding[], files: readonly string[]): Finding[] => {
  const rank = (file: string): number => (files.includes(file) ? files.indexOf(file) : files.length)
  return findings.toSorted((a, b) => rank(a.file) - rank(b.file) || a.line - b.line)
}

/** What is said in the same words of several services is said of the first, with the names of the others. */
export function saidOnce(findings: readonly Finding[]): Finding[] {
  const kindOf = ({ rule, severity, text, service }: Finding): string =>
    JSON.stringify([rule, severity, text, service === undefined || severity === 'error'])
  const groups = Map.groupBy(findings, kindOf)
  return findings.flatMap(finding => {
    const { service, severity, text } = finding
    if (service === undefined || severity === 'error') return [finding]
    const group = groups.get(kindOf(finding)) ?? []
    const others = [...new Set(group.flatMap(each => each.service ?? []))].filter(each => each !== service)
    if (others.length === 0) return [finding]
    return group[0] === finding
      ? [{ ...finding, text: `${text}; the same goes for ${others.join(', ')}` }]
      : []
  })
}

/** The same words about several lines, once: `a.yml:2, 3, b.yml:7: the variable TAG is not set`. */
function together(findings: readonly Finding[]): string[] {
  const groups = Map.groupBy(findings, ({ rule, service, text }) => JSON.stringify([rule, service, text]))
  return [...groups.values()].flatMap(group => {
    const [first] = group
    if (!first) return []
    const places = group.map(({ file, line }, i) =>
      i > 0 && group[i - 1]?.file === file ? String(line) : `${file}:${line}`
    )
    return [inWords(first).replace(`${first.file}:${first.line}`, () => places.join(', '))]
  })
}

/**
 * One error for all findings that are errors.
 *
 * @throws `input`: each with its file and line
 */
export function requireNoErrors(findings: readonly Finding[]): void {
  const errors = findings.filter(finding => finding.severity === 'error')
  if (errors.length === 0) return
  // One way out for each kind of error: the rest are the same with other names.
  const byRule = new Map(
    errors.toReversed().flatMap(({ rule, hint }) => (hint ? [[rule, hint] as const] : []))
  )
  const hints = [...new Set(errors.flatMap(({ rule }) => byRule.get(rule) ?? []))]
  throw new SwarmlineError(
    'input',
    together(errors).join('; '),
    hints.length > 0 ? { hint: hints.join('; ') } : {}
  )
}
