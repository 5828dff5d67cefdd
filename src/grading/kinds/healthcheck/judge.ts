import { fail, inconclusive, pass } from '../../../verify/verify.rules.ts'
import type { Judgement } from '../../../verify/verify.ts'

export type HealthcheckParams = { service: string; tested: boolean }

/** How the command of a health check ended. */
export type HealthRun =
  | { kind: 'ended'; exitCode: number; output: string }
  | { kind: 'timed-out' }
  | { kind: 'not-started'; reason: string }

export type HealthcheckEvidence =
  | { kind: 'no-service' }
  | { kind: 'not-running' }
  | { kind: 'unreachable'; reason: string }
  /** Neither the service nor its image has one, or it is switched off. */
  | { kind: 'none' }
  | { kind: 'untested'; test: string[] }
  | {
      kind: 'tested'
      test: string[]
      /** In a container of the service, beside its server. */
      beside: HealthRun
      /** In a container of the same image, in which nothing else runs, without a network. */
      alone: HealthRun
    }

export function healthcheckExpected({ service, tested }: HealthcheckParams): string {
  return tested
    ? `the health check of ${service} succeeds beside its server, and fails where no server runs`
    : `${service} has a health check`
}

/** The argument list that an engine runs for a health check; `undefined` for none. */
export function healthCommand(test: readonly string[], shell: readonly string[]): string[] | undefined {
  const [form, ...rest] = test
  if (form === 'CMD' && rest.length > 0) return rest
  return form === 'CMD-SHELL' && rest.length > 0 ? [...shell, rest.join(' ')] : undefined
}

const HINTS = {
  none: 'add HEALTHCHECK to the Dockerfile, or healthcheck: to the service',
  beside: 'see what it says: `docker inspect --format "{{json .State.Health}}"` of a container',
  alone: 'it must ask the server, and its exit status must be that of the answer'
}

export function judgeHealthcheck(params: HealthcheckParams, evidence: HealthcheckEvidence): Judgement {
  const { service } = params
  const expected = healthcheckExpected(params)
  const failed = (observed: string, hint: string): Judgement => ({
    ...fail(expected, observed, hint),
    place: ['services', service, 'healthcheck']
  })
  switch (evidence.kind) {
    case 'no-service':
      return failed(`there is no service ${service}`, HINTS.none)
    case 'not-running':
      return failed(`no task of ${service} runs`, 'see `docker service ps --no-trunc`')
    case 'unreachable':
      return inconclusive(expected, evidence.reason, undefined)
    case 'none':
      return failed('it has none', HINTS.none)
    case 'untested':
      return pass(expected, evidence.test.join(' '))
    case 'tested':
      return judgeRuns(evidence, expected, failed)
    default:
      return evidence satisfies never
  }
}

function judgeRuns(
  { test, beside, alone }: Extract<HealthcheckEvidence, { kind: 'tested' }>,
  expected: string,
  failed: (observed: string, hint: string) => Judgement
): Judgement {
  if (beside.kind === 'not-started') return failed(`it cannot run: ${beside.reason}`, HINTS.beside)
  if (beside.kind === 'timed-out')
    return inconclusive(expected, 'beside the server it did not end in time', undefined)
  if (beside.exitCode !== 0)
    return failed(`beside the server it ends with ${beside.exitCode}: ${beside.output}`, HINTS.beside)
  // What cannot be started, or waits for an answer for ever, is unhealthy to an engine as well.
  if (alone.kind === 'ended' && alone.exitCode === 0)
    return failed('it succeeds also where no server runs', HINTS.alone)
  return pass(expected, `${test.join(' ')}: 0 beside the server, ${inWords(alone)} without`)
}

const inWords = (run: HealthRun): string =>
  run.kind === 'ended' ? String(run.exitCode) : run.kind === 'timed-out' ? 'no end in time' : 'not started'
