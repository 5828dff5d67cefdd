import { SwarmlineError } from '../errors.ts'
import type { Annotation } from '../report/report.ts'
import type { Finding } from '../stack/read/read.ts'
import type { LintRequest } from '../usecases/lint.ts'
import { lintOutputs } from './deploy-stack.ts'
import type { Door } from './door.ts'

const LEVELS = { error: 'failure', warning: 'warning', info: 'notice' } as const
/** GitHub shows of a step so many of each level. */
const MOST_OF_LEVEL = 10

/**
 * Checks the stack files by themselves: no swarm, registry or docker client is asked. Every finding is in the log, and the
 * first of each level are at their lines, those of docker's and a swarm's refusals first.
 *
 * @throws `input` where there are errors
 */
export async function lintFiles(
  request: LintRequest,
  door: Pick<Door, 'effects' | 'annotate' | 'setOutputs'>
): Promise<void> {
  const { lint } = await import('../usecases/lint.ts')
  const result = await lint(request)
  const { findings, counts } = result
  for (const finding of findings)
    door.effects.log.info(`${finding.file}:${finding.line}: ${finding.severity}: ${inWords(finding)}`)
  door.annotate(
    (['error', 'warning'] as const).flatMap(severity =>
      findings
        .filter(finding => finding.severity === severity)
        .slice(0, MOST_OF_LEVEL)
        .map(annotationOf)
    )
  )
  door.setOutputs(lintOutputs(result))
  if (counts.error > 0)
    throw new SwarmlineError(
      'input',
      `the stack files have ${counts.error} error${counts.error === 1 ? '' : 's'}, with which they cannot be deployed`,
      { hint: 'see the annotations, or this step’s log' }
    )
}

const annotationOf = (finding: Finding): Annotation => ({
  path: finding.file,
  line: finding.line,
  level: LEVELS[finding.severity],
  title: finding.rule,
  message: inWords(finding)
})

const inWords = ({ service, text, hint }: Finding): string =>
  `${service === undefined ? '' : `service ${service}: `}${text}${hint ? ` — ${hint}` : ''}`
