import path from 'node:path'
import { inputName, type Values } from '../inputs/input.ts'
import { selectedSecrets, selectionFaults } from '../inputs/selected-secrets.ts'
import { DEFAULT_TIMEOUT_MS, deployFaults, deployInputs, ROLLING, type RollingKey } from '../inputs/stack.ts'
import { loginFaults } from '../inputs/target.ts'
import type { LockOwner } from '../stack/kept/kept.ts'
import { failureInWords } from '../usecases/deploy/fault.rules.ts'
import type { DeployPlan, DeployReport } from '../usecases/deploy/report.ts'
import type { LintRequest, LintResult } from '../usecases/lint.ts'
import type { DeployRequest, SwarmTarget } from '../usecases/requests.ts'
import type { Form } from './read-inputs.ts'
import { targetFaults } from './target-faults.ts'

export type DeployStackValues = Values<typeof deployInputs>

export const deployStackForm: Form<typeof deployInputs> = {
  inputs: deployInputs,
  faultsOf: values => [
    ...(values.lintOnly ? lintFaults(values) : targetFaults(values)),
    ...deployFaults(values, inputName),
    ...loginFaults(values, values),
    ...selectionFaults(values, inputName),
    ...(values.rollback && values.plan ? ['rollback cannot be planned: leave plan out'] : [])
  ]
}

/** Who gives an address expects that something is asked there. */
function lintFaults({ cluster, dockerHost, plan, rollback }: DeployStackValues): string[] {
  const given = [
    ...[cluster && 'cluster', dockerHost && 'docker-host', plan && 'plan', rollback && 'rollback']
  ].filter(Boolean)
  return given.length === 0 ? [] : [`lint-only asks no swarm: leave ${given.join(' and ')} out`]
}

/** Of the files alone. */
export function lintRequest(values: DeployStackValues, workspace: string): LintRequest {
  const { composeFiles, shownFrom, root, envFiles, profiles, variables, isStrict, stack } = deployRequest(
    values,
    { kind: 'existing', dockerHost: undefined, dockerConfigDir: undefined },
    workspace,
    { who: '', where: '', run: '' }
  )
  const given = { secrets: Object.keys(selectedSecrets(values)), configs: Object.keys(values.configs) }
  return { composeFiles, shownFrom, root, envFiles, profiles, variables, isStrict, stack, given }
}

/** @param owner whom the lock and the record name */
export function deployRequest(
  values: DeployStackValues,
  target: SwarmTarget,
  workspace: string,
  owner: LockOwner
): DeployRequest {
  const paths = (files: readonly string[]): string[] => files.map(file => path.resolve(workspace, file))
  const { probe, probeRate, maxFailedRequests } = values
  return {
    target,
    owner,
    stack: values.stack,
    composeFiles: paths(values.composeFiles),
    shownFrom: workspace,
    root: values.allowOutsideFiles ? undefined : workspace,
    envFiles: paths(values.envFiles),
    profiles: values.profiles,
    variables: values.variables,
    contents: { secrets: selectedSecrets(values), configs: values.configs },
    isStrict: values.strict,
    settings: [...settingLines(values), ...values.settings],
    digests: values.digests ?? '',
    unresolvedImages: values.unresolvedImages,
    stages: values.stages,
    timeoutMs: values.timeout ?? DEFAULT_TIMEOUT_MS,
    isTimeoutGiven: values.timeout === undefined ? undefined : true,
    onFailure: values.onFailure,
    lockWait: values.lockWait ?? 'refuse',
    keepRecords: values.keepDeploys,
    probe:
      probe === undefined
        ? undefined
        : {
            url: probe,
            ratePerSecond: probeRate,
            maxFailedRequests
          },
    withRegistryAuth: true,
    isPruning: values.prune
  }
}

/** The inputs for all services, as the lines that they stand for: those of `settings` come later and count more. */
function settingLines(values: DeployStackValues): string[] {
  return (Object.keys(ROLLING) as RollingKey[]).flatMap(key =>
    values[key] === undefined ? [] : [`${inputName(key)}=${values[key]}`]
  )
}

/** What only the report's pictures need would make the output of a long deploy a large one. */
function withoutPictures(probe: NonNullable<DeployReport['probe']>): object {
  const { series: _series, latencyBuckets: _buckets, ...figures } = probe
  return figures
}

/** Of a run that only looked. */
export function planOutputs({ changes }: Pick<DeployPlan, 'changes'>): Record<string, string> {
  return { outcome: 'planned', changes: JSON.stringify(changes) }
}

/** Of a run that looked at the files alone. */
export function lintOutputs({
  findings,
  counts
}: Pick<LintResult, 'findings' | 'counts'>): Record<string, string> {
  return { outcome: counts.error > 0 ? 'failed' : 'linted', findings: JSON.stringify(findings) }
}

export function deployStackOutputs(result: DeployReport, reportPath: string): Record<string, string> {
  return {
    outcome: result.outcome,
    'deploy-number': String(result.seq ?? ''),
    changes: JSON.stringify(result.changes),
    probed: result.probe ? JSON.stringify(withoutPictures(result.probe)) : '',
    undone: result.undone?.kind ?? '',
    services: JSON.stringify(result.services),
    'duration-ms': String(Math.round(result.durationMs)),
    'report-path': reportPath,
    failure: failureInWords(result)
  }
}
