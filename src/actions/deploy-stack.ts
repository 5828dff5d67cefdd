import path from 'node:path'
import type { LockOwner } from '../stack/lock/lease.rules.ts'
import { failureInWords } from '../usecases/deploy/fault.rules.ts'
import type { DeployPlan, DeployReport } from '../usecases/deploy/report.ts'
import type { DeployRequest, SwarmTarget } from '../usecases/requests.ts'
import {
  duration,
  flag,
  lines,
  matching,
  oneOf,
  optional,
  optionalDuration,
  optionalMatching,
  pairs,
  secretPairs,
  type Values,
  wholeNumber
} from './input.rules.ts'
import type { Form } from './read-inputs.ts'
import { loginFaults, loginInputs, STACK_NAME, targetFaults, targetInputs } from './target.rules.ts'

const ROLLING = ['parallelism', 'delay', 'order', 'monitor', 'failure-action', 'max-failure-ratio'] as const
const ON_FAILURE = ['rollback', 'keep', 'remove'] as const
const COUNT = /^\d{1,9}$/

const inputs = {
  ...targetInputs,
  ...loginInputs,
  stack: matching('stack', STACK_NAME, 'letters, digits, _ . and -'),
  composeFiles: lines('compose-files'),
  envFiles: lines('env-files'),
  profiles: lines('profiles'),
  variables: pairs('variables'),
  secrets: secretPairs('secrets'),
  configs: pairs('configs'),
  allowOutsideFiles: flag('allow-outside-files'),
  strict: flag('strict'),
  digests: optional('digests'),
  unresolvedImages: oneOf('unresolved-images', ['refuse', 'warn']),
  stages: pairs('stages'),
  settings: lines('settings'),
  updateParallelism: optional('update-parallelism'),
  updateDelay: optional('update-delay'),
  updateOrder: optional('update-order'),
  updateMonitor: optional('update-monitor'),
  updateFailureAction: optional('update-failure-action'),
  updateMaxFailureRatio: optional('update-max-failure-ratio'),
  rollbackParallelism: optional('rollback-parallelism'),
  rollbackDelay: optional('rollback-delay'),
  rollbackOrder: optional('rollback-order'),
  rollbackMonitor: optional('rollback-monitor'),
  rollbackFailureAction: optional('rollback-failure-action'),
  rollbackMaxFailureRatio: optional('rollback-max-failure-ratio'),
  timeout: optionalDuration('timeout'),
  onFailure: oneOf('on-failure', ON_FAILURE),
  lockWait: duration('lock-wait'),
  keepDeploys: wholeNumber('keep-deploys', 1, 50),
  probe: optional('probe'),
  probeRate: wholeNumber('probe-rate', 1, 5000),
  maxFailedRequests: optionalMatching('max-failed-requests', COUNT, 'a whole number'),
  prune: flag('prune'),
  plan: flag('plan')
}
/** What a deploy may take where the workflow does not say, and its services do not ask for more. */
const DEFAULT_TIMEOUT_MS = 300_000

export type DeployStackValues = Values<typeof inputs>

export const deployStackForm: Form<typeof inputs> = {
  inputs,
  faultsOf: values => [
    ...targetFaults(values),
    ...(values.composeFiles.length === 0 ? ['compose-files is empty: give at least one'] : []),
    ...(values.maxFailedRequests !== undefined && values.probe === undefined
      ? ['max-failed-requests counts those of probe, which is not given']
      : []),
    ...loginFaults(values, values)
  ]
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
    contents: { secrets: values.secrets, configs: values.configs },
    isStrict: values.strict,
    settings: [...settingLines(values), ...values.settings],
    digests: values.digests ?? '',
    unresolvedImages: values.unresolvedImages,
    stages: values.stages,
    timeoutMs: values.timeout ?? DEFAULT_TIMEOUT_MS,
    isTimeoutGiven: values.timeout === undefined ? undefined : true,
    onFailure: values.onFailure,
    lockWait: values.lockWait,
    keepRecords: values.keepDeploys,
    probe:
      probe === undefined
        ? undefined
        : {
            url: probe,
            ratePerSecond: probeRate,
            maxFailedRequests: maxFailedRequests === undefined ? undefined : Number(maxFailedRequests)
          },
    withRegistryAuth: target.kind === 'cluster' || target.dockerConfigDir !== undefined,
    isPruning: values.prune
  }
}

/** The inputs for all services, as the lines that they stand for: those of `settings` come later and count more. */
function settingLines(values: DeployStackValues): string[] {
  const of = (kind: 'update' | 'rollback', name: (typeof ROLLING)[number]): string | undefined =>
    values[
      `${kind}${name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}` as SettingKey
    ]
  return (['update', 'rollback'] as const).flatMap(kind =>
    ROLLING.flatMap(name => {
      const value = of(kind, name)
      return value === undefined ? [] : [`${kind}-${name}=${value}`]
    })
  )
}
type SettingKey = Extract<keyof typeof inputs, `update${string}` | `rollback${string}`>

/** What only the report's pictures need would make the output of a long deploy a large one. */
function withoutPictures(probe: NonNullable<DeployReport['probe']>): object {
  const { series: _series, latencyBuckets: _buckets, ...figures } = probe
  return figures
}

/** Of a run that only looked. */
export function planOutputs({ changes }: Pick<DeployPlan, 'changes'>): Record<string, string> {
  return { outcome: 'planned', changes: JSON.stringify(changes) }
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
