import { SwarmlineError } from '../errors.ts'
import type { SwarmTarget, VerifyRequest } from '../usecases/requests.ts'
import type { VerifyResult } from '../verify/verdict.ts'
import { fraction, matching, optionalMatching, type Values, wholeNumber } from './input.rules.ts'
import type { Form } from './read-inputs.ts'
import { STACK_NAME, targetFaults, targetInputs } from './target.rules.ts'

const SERVICE_FORM = 'the name of a service in the stack'

const inputs = {
  ...targetInputs,
  stack: matching('stack', STACK_NAME, 'letters, digits, _ . and -'),
  service: matching('service', STACK_NAME, SERVICE_FORM),
  port: wholeNumber('port', 1, 65535),
  requestsPerNode: wholeNumber('requests-per-node', 1, 100_000),
  minShare: fraction('min-share'),
  redisService: optionalMatching('redis-service', STACK_NAME, SERVICE_FORM)
}
export type VerifyValues = Values<typeof inputs>

export const verifyForm: Form<typeof inputs> = { inputs, faultsOf: targetFaults }

export function verifyRequest(values: VerifyValues, target: SwarmTarget): VerifyRequest {
  const { stack, service, port, requestsPerNode, minShare, redisService } = values
  return { target, stack, service, publishedPort: port, requestsPerNode, minShare, redisService }
}

export function verifyOutputs(result: VerifyResult, reportPath: string): Record<string, string> {
  const count = (status: string): string => String(result.verdicts.filter(v => v.status === status).length)
  return {
    status: result.status,
    passed: count('pass'),
    failed: count('fail'),
    'report-path': reportPath
  }
}

/** A check that could not be judged proves nothing: it fails the step too, in other words. */
export function verifyFault({ status, verdicts }: VerifyResult): SwarmlineError | undefined {
  if (status === 'pass') return undefined
  const failed = verdicts.filter(verdict => verdict.status === 'fail')
  const shown = failed.length > 0 ? failed : verdicts.filter(verdict => verdict.status === 'inconclusive')
  const summary =
    failed.length > 0 ? `${failed.length} of ${verdicts.length} checks failed` : 'nothing was proven'
  const lines = shown.map(
    ({ title, expected, observed }) => `${title}: expected ${expected}, saw ${observed}`
  )
  const hint = shown.find(verdict => verdict.hint)?.hint
  return new SwarmlineError('verify-failed', [summary, ...lines].join('; '), hint ? { hint } : {})
}
