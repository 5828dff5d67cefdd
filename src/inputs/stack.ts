import { but, type Called, input } from './input.ts'
import {
  duration,
  flag,
  list,
  matching,
  oneOf,
  optional,
  pairs,
  secretPairs,
  text,
  wholeNumber
} from './kinds.ts'
import { loginInputs, stackName, targetInputs, targetOptions } from './target.ts'

/** How long a deploy may take where nobody says, and its services do not ask for more. */
export const DEFAULT_TIMEOUT_MS = 600_000
export const ON_FAILURE = ['rollback', 'keep', 'remove'] as const

/** What stack files are read with. */
export const readingInputs = {
  variables: input(pairs(), 'variable for ${NAME} in the stack files', { formerly: ['env', 'var'] }),
  envFiles: input(list('file'), 'file with such variables; those given directly take precedence'),
  profiles: input(list('name'), 'Compose profile whose services are included, * for all'),
  strict: input(flag, 'treat keys that a swarm ignores as errors', { fallback: 'false' })
}
export const composeFiles = input(list('file'), 'stack file; later ones override earlier ones', {
  fallback: 'docker-compose.yml',
  formerly: ['file']
})

const stack = {
  composeFiles,
  ...readingInputs,
  stages: input(pairs('service=stage'), 'stage of a service; each stage converges before the next', {
    more: 'Takes precedence over the label `io.swarmline.stage`.'
  }),
  settings: input(
    list('[service.]name=value'),
    'update setting: parallelism=2 for all services, web.rollback-delay=5s for one',
    { formerly: ['set'] }
  ),
  unresolvedImages: input(
    oneOf('what', ['refuse', 'warn'] as const),
    'what to do about an image whose digest cannot be resolved',
    { fallback: 'refuse', formerly: ['allow-unresolved'] }
  ),
  prune: input(flag, 'remove services that the stack files no longer name', { fallback: 'false' })
}
/** How long is waited, and what is remembered: of a deploy and of a rollback. */
export const waitOptions = {
  timeout: input(
    optional(duration),
    'longest time to converge (default: 10m, or more if its services need it)',
    {
      more: 'Services ask for more by `start_period`, `retries`, `delay` and `monitor`.'
    }
  ),
  lockWait: input(optional(duration), 'how long to wait for another deploy of the stack (default: refuse)', {
    formerly: ['wait']
  }),
  keepDeploys: input(wholeNumber(1, 50), 'number of deploys that the swarm remembers', { fallback: '5' })
}
const rollout = {
  ...waitOptions,
  onFailure: input(oneOf('what', ON_FAILURE), 'what to do with the stack if the deploy fails', {
    fallback: 'rollback'
  }),
  probe: input(
    optional(text('url')),
    'URL to request throughout the rollout; http://nodes:80/ asks every node'
  ),
  probeRate: input(wholeNumber(1, 5000), 'requests a second of the probe, over all nodes', {
    fallback: '20'
  }),
  maxFailedRequests: input(
    optional(wholeNumber(0)),
    'fail the deploy if more requests of the probe fail; if empty, only reported'
  ),
  plan: input(flag, 'show what would change, and change nothing', { fallback: 'false' })
}
const registryAuth = input(flag, "do not send the registry's login to the nodes", { fallback: 'true' })

export const rollbackOptions = {
  ...targetOptions,
  ...waitOptions,
  to: input(optional(wholeNumber(1)), 'number of the deploy to go back to'),
  registryAuth
}

export const statusOptions = {
  ...targetOptions,
  drift: input(flag, 'report what was changed by hand since the last deploy', { fallback: 'false' })
}

export const deployOptions = {
  ...targetOptions,
  ...stack,
  secrets: input(pairs('name=file'), 'content of a secret, from a file or - for standard input'),
  configs: input(pairs('name=file'), 'content of a config, from a file or - for standard input'),
  digests: input(optional(text('file')), 'digests from the build, as `swarmline build --json` prints them'),
  ...rollout,
  registryAuth
}

/** One input for each setting of a rolling update, for all services: those of `settings` take precedence. */
export const ROLLING = {
  updateParallelism: 'number of tasks of a service to update at once',
  updateDelay: 'time between two batches, such as `15s`',
  updateOrder: '`start-first` or `stop-first`',
  updateMonitor: 'how long to watch each updated task, such as `10s`',
  updateFailureAction: '`rollback`, `pause` or `continue`',
  updateMaxFailureRatio: 'fraction of tasks allowed to fail, from 0 to 1',
  rollbackParallelism: 'number of tasks to roll back at once',
  rollbackDelay: 'time between two batches of a rollback',
  rollbackOrder: '`start-first` or `stop-first`, in a rollback',
  rollbackMonitor: 'how long to watch each task in a rollback',
  rollbackFailureAction: '`pause` or `continue`, if the rollback fails',
  rollbackMaxFailureRatio: 'fraction of tasks allowed to fail in a rollback, from 0 to 1'
} as const
export type RollingKey = keyof typeof ROLLING
const rolling = Object.fromEntries(
  Object.entries(ROLLING).map(([key, about]) => [key, input(optional(text()), about)])
) as Record<RollingKey, ReturnType<typeof input<string | undefined>>>

export const stackInput = input(stackName, 'name of the stack', { isRequired: true })

export const deployInputs = {
  ...targetInputs,
  stack: stackInput,
  ...stack,
  variables: but(readingInputs.variables, { more: 'The environment is not read.' }),
  settings: but(stack.settings, {
    more: 'They take precedence over the inputs `update-…` and `rollback-…`.'
  }),
  secrets: input(secretPairs, 'content of a secret of the stack file', {
    more:
      'A value of several lines: `"NAME=…"` in quotes, `NAME<<END` to a line `END`, or all of them as a mapping in JSON ' +
      'or YAML. They are masked, and never in arguments or logs.'
  }),
  secretNames: input(list('name[=secret]'), 'secret of the stack file that is taken out of `secrets`', {
    more:
      'For `toJSON(secrets)`: nothing else of it is used or kept. Capitals may be left out, and ' +
      '`db_password=PROD_DB_PASSWORD` takes one of another name. By default all of `secrets`.'
  }),
  configs: input(pairs(), 'content of a config of the stack file', {
    more: 'Configs are not secret: whoever may inspect the swarm can read them.'
  }),
  allowOutsideFiles: input(flag, 'let the stack file read files outside the workspace', {
    fallback: 'false',
    more: 'That is what it includes or extends, env files, and contents of secrets and configs. Keep it `false` for stack files from pull requests.'
  }),
  digests: input(
    optional(text()),
    'digests of the images, as the outputs `images` and `metadata` of build-push give them',
    {
      more: 'The `metadata` of docker/bake-action and docker/build-push-action are accepted as well. Others are looked up once.'
    }
  ),
  ...rolling,
  ...rollout,
  lockWait: but(waitOptions.lockWait, {
    about: 'how long to wait for another deploy of the stack; if empty, refuse at once',
    // A person decides what to do; a job has nobody to ask.
    fallback: '10m'
  }),
  plan: but(rollout.plan, { about: 'only show what would change, in the job summary and in `changes`' }),
  rollback: input(
    optional(matching('deploy', /^(?:previous|[1-9]\d{0,8})$/, 'previous, or the number of a deploy')),
    'go back to an earlier deploy instead of deploying: `previous`, or its number',
    { more: 'The stack files are not read.' }
  ),
  lintOnly: input(flag, 'only check the stack files, with an annotation at the line of each finding', {
    fallback: 'false',
    more: 'No swarm is needed: leave `cluster` and `docker-host` out. Errors fail the step.'
  }),
  ...loginInputs
}

type Counted = {
  probe: string | undefined
  maxFailedRequests: number | undefined
  composeFiles: readonly string[]
}

export function deployFaults(
  { probe, maxFailedRequests, composeFiles: files }: Counted,
  called: Called
): string[] {
  return [
    ...(files.length === 0 ? [`${called('composeFiles')} is empty: give at least one`] : []),
    ...(maxFailedRequests !== undefined && probe === undefined
      ? [`${called('maxFailedRequests')} needs ${called('probe')}, whose requests it counts`]
      : [])
  ]
}
