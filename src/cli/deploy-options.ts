import { hostname } from 'node:os'
import { resolve } from 'node:path'
import type { Values } from '../inputs/input.ts'
import {
  DEFAULT_TIMEOUT_MS,
  type deployOptions,
  type readingInputs,
  type waitOptions
} from '../inputs/stack.ts'
import type { DeployRequest } from '../usecases/requests.ts'
import type { Door } from './door.ts'

/** Said when a deploy or a rollback is ended at once. Its lock ends by itself, 90 s after its last sign of life. */
export const halfWay = (stack: string): string =>
  `the stack ${stack} may be half-way between old and new — see: swarmline status ${stack}; the next deploy completes it, once the lock has expired (--lock-wait 2m)`

/** What a reading of stack files needs of options and place: of a lint, and of a deploy. */
export function readingFields(
  values: Values<typeof readingInputs>,
  composeFiles: readonly string[],
  { cwd, env }: Pick<Door, 'cwd' | 'env'>
) {
  const paths = (files: readonly string[]): string[] => files.map(file => resolve(cwd, file))
  const inherited = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return {
    shownFrom: cwd,
    composeFiles: paths(composeFiles),
    envFiles: paths(values.envFiles),
    profiles: values.profiles,
    // As docker's own tools do: the whole environment, and above it what was given on the command line.
    variables: { ...Object.fromEntries(inherited), ...values.variables },
    isStrict: values.strict
  }
}

/** @param door whose work it is: written into the lock and the record */
export function waitFields(
  { timeout, lockWait, keepDeploys }: Values<typeof waitOptions>,
  { user }: Pick<Door, 'user'>
): Pick<DeployRequest, 'timeoutMs' | 'isTimeoutGiven' | 'lockWait' | 'keepRecords' | 'owner'> {
  return {
    timeoutMs: timeout ?? DEFAULT_TIMEOUT_MS,
    isTimeoutGiven: timeout === undefined ? undefined : true,
    lockWait: lockWait ?? 'refuse',
    keepRecords: keepDeploys,
    owner: { who: user, where: hostname(), run: `process ${process.pid}` }
  }
}

type Contents = Pick<Values<typeof deployOptions>, 'secrets' | 'configs' | 'composeFiles'>
export type ContentFiles = Record<'secrets' | 'configs', (readonly [name: string, file: string])[]>

/** Standard input can be read once. */
export function inputFaults({ secrets, configs, composeFiles }: Contents): string[] {
  const files = [...Object.values(secrets), ...Object.values(configs), ...composeFiles]
  return files.filter(file => file === '-').length > 1
    ? ['standard input can be only one stack file, secret or config']
    : []
}

/** Where the contents of secrets and configs are read from when the work begins. */
export function contentFiles({ secrets, configs }: Contents, cwd: string): ContentFiles {
  const at = (files: Readonly<Record<string, string>>) =>
    Object.entries(files).map(([name, file]) => [name, file === '-' ? file : resolve(cwd, file)] as const)
  return { secrets: at(secrets), configs: at(configs) }
}
