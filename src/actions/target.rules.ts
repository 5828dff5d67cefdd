import { HOST_KEY_FORM, HOST_KEY_LINE } from '../usecases/host-key.rules.ts'
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
  ),
  hostKey: optionalMatching('host-key', HOST_KEY_LINE, HOST_KEY_FORM),
  tlsCa: secret('tls-ca'),
  tlsCert: secret('tls-cert'),
  tlsKey: secret('tls-key')
}
/** How the engine that `docker-host` names is known. */
export type WayValues = Partial<Record<'hostKey' | 'tlsCa' | 'tlsCert' | 'tlsKey', string | undefined>>
export type TargetValues = { cluster: string | undefined; dockerHost: string | undefined } & WayValues

export function targetFaults(values: TargetValues): string[] {
  const { cluster, dockerHost } = values
  if (cluster && dockerHost) return ['cluster and docker-host name two swarms: give one']
  return cluster || dockerHost ? wayFaults(values) : ['cluster or docker-host must say which swarm']
}

/** Without `docker-host` the environment may name the engine: then only what is given is looked at. */
export function wayFaults({ cluster, dockerHost, hostKey, tlsCa, tlsCert, tlsKey }: TargetValues): string[] {
  const tls = Object.entries({ 'tls-ca': tlsCa, 'tls-cert': tlsCert, 'tls-key': tlsKey })
  const given = tls.filter(([, text]) => text).map(([name]) => name)
  const missing = tls.filter(([, text]) => !text).map(([name]) => name)
  const all = [...(hostKey ? ['host-key'] : []), ...given]
  if (cluster && all.length > 0) return [`${all.join(', ')}: not for a cluster of ours, whose way is known`]
  const wrong = tls
    .filter(([, text]) => text && !/-----BEGIN [A-Z0-9 ]+-----/.test(text))
    .map(([name]) => `${name} is not in the PEM format`)
  return [
    ...(hostKey && dockerHost && !dockerHost.startsWith('ssh://') ? ['host-key is for ssh://user@host'] : []),
    ...(given.length > 0 && dockerHost && !dockerHost.startsWith('tcp://')
      ? [`${given.join(', ')}: for tcp://host only`]
      : []),
    ...(given.length > 0 && missing.length > 0
      ? [`${missing.join(', ')} is missing beside ${given.join(', ')}`]
      : []),
    ...wrong
  ]
}

/** @param certDir folder of the certificates for tcp:// */
export function targetOf(
  { cluster, dockerHost, hostKey }: TargetValues,
  dockerConfigDir: string | undefined,
  certDir?: string | undefined
): SwarmTarget {
  if (cluster) return { kind: 'cluster', name: cluster }
  return { kind: 'existing', dockerHost, dockerConfigDir, hostKey, certDir }
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
