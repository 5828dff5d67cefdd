import { hostname } from 'node:os'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { DeployRequest, StackSource } from '../usecases/requests.ts'
import { choice, repeated } from './add-command.ts'
import type { Door, Environment } from './door.ts'
import { DEFAULTS, type TargetOptions, targetOf } from './options.ts'
import { given, oneOf, type Reading, then, wholeNumber } from './reading.rules.ts'
import { duration, pairs, stackName } from './values.rules.ts'

export type StackOptions = TargetOptions & {
  file?: string[]
  envFile?: string[]
  profile?: string[]
  env?: string[]
  set?: string[]
  stage?: string[]
  secret?: string[]
  config?: string[]
  digests?: string
  allowUnresolved?: true
  strict?: true
  prune?: true
}
export type RolloutOptions = {
  timeout?: string
  registryAuth: boolean
  onFailure: string
  wait?: string
  keepDeploys: string
  probe?: string
  probeRate: string
  maxFailedRequests?: string
}

export const ON_FAILURE = ['rollback', 'keep', 'remove'] as const

/** What a stack is made of. */
export function addStackOptions(command: Command): Command {
  return command
    .addOption(
      repeated('--file <file>', 'stack file, or - for standard input; later ones override', [
        DEFAULTS.composeFile
      ])
    )
    .addOption(repeated('--env <key=value>', 'variable of the stack file, beside the environment', []))
    .addOption(repeated('--env-file <file>', 'file with such variables', []))
    .addOption(repeated('--profile <name>', 'profile whose services are deployed, * for all', []))
    .addOption(
      repeated('--set <[service.]name=value>', 'update setting: parallelism=2, web.rollback-delay=5s', [])
    )
    .addOption(repeated('--stage <service=stage>', 'order: each stage converges before the next', []))
    .addOption(
      repeated('--secret <name=file>', 'content of a secret, from a file or - for standard input', [])
    )
    .addOption(repeated('--config <name=file>', 'content of a config, likewise', []))
    .option('--digests <file>', 'digests from the build, as `swarmline build --json` prints them')
    .option('--allow-unresolved', 'deploy an image whose digest no registry tells')
    .option('--strict', 'keys that a swarm ignores are errors')
    .option('--prune', 'remove services that the file no longer has')
}

/** How it is rolled out, and what happens when that fails. */
const DEFAULT_TIMEOUT = '10m'

export function addRolloutOptions(command: Command): Command {
  return addWaitOptions(command, `${DEFAULT_TIMEOUT}, or what its services ask for`)
    .option('--no-registry-auth', "do not send the registry's login to the nodes")
    .addOption(choice('--on-failure <what>', 'what becomes of the whole stack', ON_FAILURE, 'rollback'))
    .option('--probe <url>', 'ask it throughout; http://nodes:80/ asks every node')
    .option('--probe-rate <n>', 'requests a second of the probe, over all nodes', '20')
    .option('--max-failed-requests <n>', 'more failed requests than this are a failure')
}

export function addWaitOptions(command: Command, byDefault = DEFAULT_TIMEOUT): Command {
  return command
    .option('--timeout <time>', `the most that it may take to converge (default: ${byDefault})`)
    .option('--wait <time>', 'wait for another deploy of the stack, instead of refusing')
    .option('--keep-deploys <n>', 'how many deploys the swarm remembers', '5')
}

/** Said when a deploy or a rollback is ended at once. Its lock ends by itself, 90 s after its last sign of life. */
export const halfWay = (stack: string): string =>
  `the stack ${stack} may be half-way between old and new — see: swarmline status ${stack}; the next deploy completes it, once the lock has expired (--wait 2m)`

type At = Pick<Door, 'cwd' | 'env'>
type Fields<T> = { [K in keyof T]: Reading<T[K]> }

/** Everything but the contents of secrets and configs: they are read when the work begins. */
export function stackFields(
  stack: string,
  options: StackOptions,
  door: At
): Fields<Omit<StackSource, 'contents' | 'digests'>> {
  const { cwd, env } = door
  const paths = (files: readonly string[]): string[] => files.map(file => resolve(cwd, file))
  return {
    target: targetOf(options, door),
    stack: stackName(stack),
    shownFrom: given(cwd),
    composeFiles: given(paths(options.file ?? [DEFAULTS.composeFile])),
    envFiles: given(paths(options.envFile ?? [])),
    profiles: given(options.profile ?? []),
    variables: givenVariables(options.env ?? [], env),
    settings: given(options.set ?? []),
    stages: pairs('--stage', options.stage ?? []),
    unresolvedImages: given(options.allowUnresolved ? 'warn' : 'refuse'),
    isStrict: given(options.strict ?? false),
    isPruning: given(options.prune ?? false)
  }
}

/** @param door whose work it is: written into the lock and the record */
export function rolloutFields(
  options: RolloutOptions,
  door: Pick<Door, 'user'>
): Fields<Omit<DeployRequest, keyof StackSource>> {
  const probe = options.probe
  const most = options.maxFailedRequests
  return {
    ...waitFields(options, door),
    withRegistryAuth: given(options.registryAuth),
    onFailure: oneOf('--on-failure', options.onFailure, ON_FAILURE),
    probe:
      probe === undefined
        ? most === undefined
          ? given(undefined)
          : { fault: '--max-failed-requests counts those of --probe, which is not given' }
        : then(wholeNumber('--probe-rate', options.probeRate, 1, 5000), ratePerSecond =>
            then(most === undefined ? given(undefined) : failures(most), maxFailedRequests =>
              given({ url: probe, ratePerSecond, maxFailedRequests })
            )
          )
  }
}

const failures = (text: string): Reading<number | undefined> =>
  wholeNumber('--max-failed-requests', text, 0, 999_999_999)

export function waitFields(
  { timeout, wait, keepDeploys }: Pick<RolloutOptions, 'timeout' | 'wait' | 'keepDeploys'>,
  { user }: Pick<Door, 'user'>
): Fields<Pick<DeployRequest, 'timeoutMs' | 'isTimeoutGiven' | 'lockWait' | 'keepRecords' | 'owner'>> {
  return {
    timeoutMs: duration('--timeout', timeout ?? DEFAULT_TIMEOUT),
    isTimeoutGiven: given(timeout === undefined ? undefined : true),
    lockWait: wait === undefined ? given('refuse') : duration('--wait', wait),
    keepRecords: wholeNumber('--keep-deploys', keepDeploys, 1, 50),
    owner: given({ who: user, where: hostname(), run: `process ${process.pid}` })
  }
}

/** `NAME=FILE` texts; one of them at most may be `-`. */
export function contentFiles(options: StackOptions, cwd: string): Reading<ContentFiles> {
  const read = (option: string, texts: readonly string[] = []) =>
    then(pairs(option, texts), files => given(Object.entries(files)))
  return then(read('--secret', options.secret), secrets =>
    then(read('--config', options.config), configs => {
      const fromInput = [...secrets, ...configs].filter(([, file]) => file === '-')
      const inputs = fromInput.length + (options.file ?? []).filter(file => file === '-').length
      if (inputs > 1) return { fault: 'standard input can be only one stack file, secret or config' }
      const at = ([name, file]: [string, string]) => [name, file === '-' ? file : resolve(cwd, file)] as const
      return given({ secrets: secrets.map(at), configs: configs.map(at) })
    })
  )
}
export type ContentFiles = Record<'secrets' | 'configs', (readonly [name: string, file: string])[]>

/** As docker's own tools do: the whole environment, and above it what was given on the command line. */
export function givenVariables(texts: string[], env: Environment): Reading<Record<string, string>> {
  const added = pairs('--env', texts)
  if ('fault' in added) return added
  const inherited = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return { value: { ...Object.fromEntries(inherited), ...added.value } }
}
