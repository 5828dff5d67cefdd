import type { SwarmTarget } from '../usecases/requests.ts'
import { type Input, optional, optionalMatching, secret } from './input.rules.ts'

/** At most 20 characters: the name becomes part of interface and socket names, whose lengths are limited. */
export const CLUSTER_NAME = /^[A-Za-z](?:[A-Za-z0-9-]{0,18}[A-Za-z0-9])?$/
export const CLUSTER_NAME_FORM = 'at most 20 letters, digits and dashes that begin with a letter'
export const STACK_NAME = /^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,62}$/

/** Which swarm an action works on: one of ours by its name, or one that exists by its DOCKER_HOST. */
export const targetInputs = {
  cluster: optionalMatching('cluster', CLUSTER_NAME, CLUSTER_NAME_FORM),
  dockerHost: optionalMatching(
    'docker-host',
    /^(?:unix:\/\/\/|ssh:\/\/.|tcp:\/\/.)/,
    'unix://, ssh:// or tcp://'
  )
}
export type TargetValues = { cluster: string | undefined; dockerHost: string | undefined }

export function targetFaults({ cluster, dockerHost }: TargetValues): string[] {
  if (cluster && dockerHost) return ['cluster and docker-host name two swarms: give one']
  return cluster || dockerHost ? [] : ['cluster or docker-host must say which swarm']
}

export function targetOf(values: TargetValues, dockerConfigDir: string | undefined): SwarmTarget {
  return values.cluster
    ? { kind: 'cluster', name: values.cluster }
    : { kind: 'existing', dockerHost: values.dockerHost, dockerConfigDir }
}

/** The login at a registry of the user's. A cluster of ours has its own, which needs none of these. */
export const loginInputs = {
  registry: optionalMatching(
    'registry',
    /^[a-zA-Z0-9.-]+(?::\d+)?$/,
    "a registry's host name, with a port or not"
  ),
  username: optional('username'),
  password: secret('password') as Input<string | undefined>
}
export type LoginValues = {
  registry: string | undefined
  username: string | undefined
  password: string | undefined
}

export function loginFaults({ username, password }: LoginValues, { cluster }: TargetValues): string[] {
  if (!username && !password) return []
  if (cluster)
    return ['username and password are not for a cluster of ours, whose registry has its own login']
  return username && password ? [] : [`${username ? 'password' : 'username'} is missing beside the other`]
}
