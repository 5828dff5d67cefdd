import { inspectStack } from '../stack/lint/lint.ts'
import type { Finding, Severity, Translation } from '../stack/read/read.ts'
import type { StackSource } from './requests.ts'

export type LintRequest = Pick<
  StackSource,
  'composeFiles' | 'texts' | 'shownFrom' | 'root' | 'envFiles' | 'profiles' | 'variables' | 'isStrict'
> & {
  /** The stack's name, where it is known: names in a swarm begin with it. */
  stack: string | undefined
  /** Names of secrets and configs whose contents the deploy will get from elsewhere. */
  given?: { secrets: string[]; configs: string[] }
}

/** What is to be said of stack files by themselves. */
export type LintResult = {
  /** As they were given. */
  files: string[]
  services: string[]
  findings: Finding[]
  translations: Translation[]
  counts: Record<Severity, number>
}

/**
 * Reads stack files and says all that they alone decide. No engine, no client and no registry is asked. Files of secrets
 * need not be there: where a file is checked, they seldom are.
 *
 * @throws `usage` without a file, `input` for files that are not there or no YAML
 */
export async function lint(request: LintRequest): Promise<LintResult> {
  const plan = await inspectStack(request)
  const findings = plan.findings.map(finding =>
    finding.rule === 'missing-secret' ? { ...finding, severity: 'info' as const } : finding
  )
  const count = (severity: Severity): number => findings.filter(each => each.severity === severity).length
  return {
    files: [...request.composeFiles],
    services: plan.services.map(({ name }) => name),
    findings,
    translations: plan.translations,
    counts: { error: count('error'), warning: count('warning'), info: count('info') }
  }
}
