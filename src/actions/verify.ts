import path from 'node:path'
import { SwarmlineError } from '../errors.ts'
import type { SwarmTarget, VerifyRequest } from '../usecases/requests.ts'
import type { VerifyResult } from '../verify/verdict.ts'
import { flag, lines, matching, pairs, type Values } from './input.rules.ts'
import type { Form } from './read-inputs.ts'
import { STACK_NAME, targetFaults, targetInputs } from './target.rules.ts'

const inputs = {
  ...targetInputs,
  stack: matching('stack', STACK_NAME, 'letters, digits, _ . and -'),
  suites: lines('suites'),
  only: lines('only'),
  tags: lines('tags'),
  variables: pairs('variables'),
  composeFiles: lines('compose-files'),
  allowDisruption: flag('allow-disruption')
}
export type VerifyValues = Values<typeof inputs>

export const verifyForm: Form<typeof inputs> = {
  inputs,
  faultsOf: values => [...targetFaults(values), ...suiteFaults(values)]
}

/** What says nothing of the suite that follows from the stack: it has no tags and variables, and disturbs nothing. */
function suiteFaults({ suites, tags, variables, allowDisruption }: VerifyValues): string[] {
  if (suites.length > 0) return []
  const alone = [
    tags.length > 0 && 'tags',
    Object.keys(variables).length > 0 && 'variables',
    allowDisruption && 'allow-disruption'
  ].filter(Boolean)
  return alone.length > 0 ? [`${alone.join(', ')} needs a suite: give suites`] : []
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
