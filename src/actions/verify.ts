import path from 'node:path'
import { SwarmlineError } from '../errors.ts'
import { inputName, type Values } from '../inputs/input.ts'
import { suiteFaults, verifyInputs } from '../inputs/suite.ts'
import type { SwarmTarget, VerifyRequest } from '../usecases/requests.ts'
import type { VerifyResult } from '../verify/verify.ts'
import type { Form } from './read-inputs.ts'
import { targetFaults } from './target-faults.ts'

export type VerifyValues = Values<typeof verifyInputs>

export const verifyForm: Form<typeof verifyInputs> = {
  inputs: verifyInputs,
  faultsOf: values => [...targetFaults(values), ...suiteFaults(values, inputName)]
}

/** @param places where paths count from, and where what was measured goes */
export function verifyRequest(
  values: VerifyValues,
  target: SwarmTarget,
  places: { workspace: string; reportDir: string }
): VerifyRequest {
  const inWorkspace = (file: string): string => path.resolve(places.workspace, file)
  return {
    target,
    stack: values.stack,
    suite: {
      files: values.suites.map(inWorkspace),
      root: places.workspace,
      only: values.only,
      tags: values.tags,
      variables: values.variables,
      isDisruptionAllowed: values.allowDisruption,
      composeFiles: values.composeFiles.map(inWorkspace),
      evidenceDir: path.join(places.reportDir, 'evidence')
    }
  }
}

export function verifyOutputs(result: VerifyResult, reportPath: string): Record<string, string> {
  const count = (status: string): string => String(result.verdicts.filter(v => v.status === status).length)
  return {
    status: result.status,
    passed: count('pass'),
    failed: count('fail'),
    inconclusive: count('inconclusive'),
    skipped: count('skipped'),
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
