import path from 'node:path'
import { SwarmlineError } from '../errors.ts'
import type { DeployOutcome, DeployResult } from '../rollout/outcome.ts'
import type { DeployRequest, SwarmTarget } from '../usecases/requests.ts'
import { duration, flag, lines, matching, pairs, type Values } from './input.rules.ts'
import type { Form } from './read-inputs.ts'
import { loginFaults, loginInputs, STACK_NAME, targetFaults, targetInputs } from './target.rules.ts'

const inputs = {
  ...targetInputs,
  ...loginInputs,
  stack: matching('stack', STACK_NAME, 'letters, digits, _ . and -'),
  composeFiles: lines('compose-files'),
  variables: pairs('variables'),
  timeout: duration('timeout'),
  prune: flag('prune')
}
export type DeployStackValues = Values<typeof inputs>

export const deployStackForm: Form<typeof inputs> = {
  inputs,
  faultsOf: values => [
    ...targetFaults(values),
    ...(values.composeFiles.length === 0 ? ['compose-files is empty: give at least one'] : []),
    ...loginFaults(values, values)
  ]
}

export function deployRequest(
  values: DeployStackValues,
  target: SwarmTarget,
  workspace: string
): DeployRequest {
  return {
    target,
    stack: values.stack,
    composeFiles: values.composeFiles.map(file => path.resolve(workspace, file)),
    variables: values.variables,
    timeoutMs: values.timeout,
    withRegistryAuth: target.kind === 'cluster' || target.dockerConfigDir !== undefined,
    isPruning: values.prune
  }
}

export function deployStackOutputs(result: DeployResult): Record<string, string> {
  return {
    outcome: result.outcome,
    services: JSON.stringify(result.services),
    'duration-ms': String(Math.round(result.durationMs)),
    failure: result.outcome === 'converged' ? '' : failureText(result)
  }
}

/** Only a converged stack is a success: everything else is the task's own error, and the way out. */
export function deployFault(result: DeployResult): SwarmlineError | undefined {
  if (result.outcome === 'converged') return undefined
  return new SwarmlineError('deploy-failed', failureText(result), { hint: WAY_OUT[result.outcome] })
}

const WAY_OUT: Record<Exclude<DeployOutcome, 'converged'>, string> = {
  'rolled-back': 'the previous version runs; mend what failed and deploy again',
  paused: 'deploy a version that works, or: docker service rollback SERVICE',
  failed: 'see the log of the service: docker service logs SERVICE',
  'timed-out': 'give it more time with the input timeout, or see what its tasks wait for',
  cancelled: 'run the job again: a deploy that was cut short is completed by the next one'
}

function failureText({ stack, outcome, failures, services }: DeployResult): string {
  const first = failures[0]
  const behind = services.filter(service => service.outcome !== 'converged').map(service => service.name)
  const who = first ? `${first.service} on ${first.node}: ${first.error}` : behind.join(', ')
  return `the stack ${stack} ${SAID[outcome]}${who ? `: ${who}` : ''}`
}

const SAID: Record<DeployOutcome, string> = {
  converged: 'converged',
  'rolled-back': 'was rolled back',
  paused: 'paused in its update',
  failed: 'failed',
  'timed-out': 'did not converge in time',
  cancelled: 'was cut short'
}
