import { homedir } from 'node:os'
import { resolve } from 'node:path'
import type { Reading, Values } from '../inputs/input.ts'
import { composeFiles } from '../inputs/stack.ts'
import { clusterName, swarmName, type targetOptions, twoSwarms, type wayOptions } from '../inputs/target.ts'
import { certDirOf } from '../usecases/cert-dir.rules.ts'
import type { SwarmTarget, WayToEngine } from '../usecases/requests.ts'
import type { Door } from './door.ts'

/** What the commands take for granted, so that `swarmline up` to `swarmline verify` need no option at all. */
export const DEFAULTS = {
  name: swarmName.fallback ?? '',
  stack: 'workshop',
  composeFile: composeFiles.fallback ?? ''
}

type Way = Values<typeof wayOptions>
type Target = Values<typeof targetOptions>
type At = Pick<Door, 'cwd' | 'env'>

/** A swarm's name, as the operand or as `--name`. */
export function nameOf(option: unknown, operand: string | undefined): Reading<string> {
  if (operand !== undefined && option !== DEFAULTS.name && operand !== option)
    return { fault: `the swarm is named twice: ${operand}, and ${option} by --name` }
  return clusterName.read([operand ?? String(option)], '--name')
}

/** What is wrong with the options that say which swarm a command is about. */
export const targetFaults = (values: Target): string[] => [
  ...twoSwarms(values, key => ({ cluster: '--cluster', dockerHost: '--docker-host' })[key] ?? key),
  ...wayFaults(values, values.dockerHost)
]

/** A swarm of ours by its name, unless `--docker-host` points at another. */
export function targetOf(values: Target, door: At): SwarmTarget {
  const { cluster, dockerHost, dockerConfig } = values
  return dockerHost === undefined
    ? { kind: 'cluster', name: cluster ?? DEFAULTS.name }
    : { kind: 'existing', dockerHost, dockerConfigDir: dockerConfig, ...wayOf(values, dockerHost, door) }
}

/** @param url the engine that the options are for */
export function wayFaults({ hostKey, tlsDir }: Way, url: string | undefined): string[] {
  return [
    ...(hostKey !== undefined && !url?.startsWith('ssh://')
      ? ['--host-key is only for ssh://USER@HOST']
      : []),
    ...(tlsDir !== undefined && !url?.startsWith('tcp://') ? ['--tls-dir is only for tcp://HOST'] : [])
  ]
}

/**
 * How the engine at `url` is known. The folder of certificates is that of docker's own client, but that
 * DOCKER_CERT_PATH counts without DOCKER_TLS_VERIFY as well: an engine without TLS is never used.
 */
export function wayOf({ hostKey, tlsDir }: Way, url: string | undefined, { cwd, env }: At): WayToEngine {
  const folder = url?.startsWith('tcp://') ? tlsDir || certDirOf(env, homedir()) : undefined
  return { hostKey, certDir: folder ? resolve(cwd, folder) : undefined }
}

/** The engine that `--docker-host` or DOCKER_HOST names, for a way to it. */
export const namedHost = (option: string | undefined, { env }: Pick<Door, 'env'>): string | undefined =>
  option ?? (env.DOCKER_HOST || undefined)

/**
 * The engine that DOCKER_HOST or `--docker-host` names. A DOCKER_HOST that `swarmline env` set leads to a node of
 * ours, in which no new swarm belongs: it is passed over.
 */
export function outerDockerHost(
  option: string | undefined,
  { env, home }: Pick<Door, 'env' | 'home'>
): string | undefined {
  const named = namedHost(option, { env })
  // What is wrong with it is said by whoever opens it: a VM, for one, does not care.
  return option === undefined && named?.startsWith(`unix://${home.stateDir}/`) ? undefined : named
}
