import { HOST_KEY_FORM, HOST_KEY_LINE } from './host-key.ts'
import { but, type Called, input, type Kind } from './input.ts'
import { matching, oneOf, optional, secret, text } from './kinds.ts'
import { isHub, type RegistryLoginGiven, registryLogins } from './registry-logins.ts'
import { privateKeyFault } from './ssh-key.ts'

/** At most 20 characters: the name becomes part of interface and socket names, whose lengths are limited. */
export const clusterName = matching(
  'name',
  /^[a-z0-9](?:[a-z0-9-]{0,18}[a-z0-9])?$/i,
  'at most 20 letters, digits and dashes, with no dash at either end'
)
/** As docker accepts it. */
export const stackName = matching('name', /^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,62}$/, 'letters, digits, _ . and -')
export const ENGINES = ['auto', 'host', 'vm'] as const

const address = (forms: string, pattern: RegExp): Kind<string | undefined> =>
  optional(matching('url', pattern, forms))
const ADDRESS = /^(?:unix:\/\/\/|ssh:\/\/|tcp:\/\/)./
const anyAddress = address('unix:///PATH, ssh://USER@HOST or tcp://HOST', ADDRESS)

/** Whether it is an engine's address that there is a way to. */
export const isAddress = (url: string): boolean => ADDRESS.test(url)

export const swarmName = input(clusterName, "the swarm's name", {
  fallback: 'swarmline',
  more: 'At most 20 letters, digits and dashes.'
})
export const engine = input(oneOf('engine', ENGINES), "the host's own engine, a VM, or whichever works", {
  fallback: 'auto',
  more: "`auto` takes the host's engine if its kernel can carry a routing mesh."
})
/** The engine that a command of ours uses to make nodes, or to look at. */
const BY_DEFAULT = 'default: DOCKER_HOST, DOCKER_CONTEXT or the current docker context'
export const dockerHost = input(anyAddress, `engine to use (${BY_DEFAULT}, else the socket of this machine)`)
export const lookedAt = but(dockerHost, {
  about: `engine to look at (${BY_DEFAULT}, else the socket of this machine)`
})
const context = input(optional(text('name')), 'docker context of that engine, instead of its URL')
const keyLine = matching('line', HOST_KEY_LINE, HOST_KEY_FORM)
const hostKey = input(
  optional({
    ...keyLine,
    read: (texts, called) =>
      keyLine.read(
        texts.map(line => line.trim()),
        called
      )
  }),
  'the only host key to trust for ssh://, as a line of known_hosts',
  { more: "By default the runner's known hosts." }
)

/** How an engine that is reached by ssh is known; over TLS each door has a form of its own. */
export const hostKeyInput = { hostKey }
/** The option that says where the certificates are: the command line takes secrets from files. */
export const wayOptions = {
  hostKey,
  tlsDir: input(
    optional(text('folder')),
    'ca.pem, cert.pem and key.pem for tcp:// (default: as docker has it)'
  )
}

/** Which engine, and how it is known. */
export const engineOptions = { dockerHost, context, ...wayOptions }

export const cluster = input(
  optional(clusterName),
  'name of a swarm that `swarmline up` made (default: swarmline)',
  {
    formerly: ['name']
  }
)

/** Which swarm: one of ours by its name, or one that exists by its DOCKER_HOST. */
export const targetOptions = {
  cluster,
  ...engineOptions,
  dockerHost: input(
    anyAddress,
    `manager of an existing swarm: unix://, ssh:// or tcp:// (${BY_DEFAULT}, else the swarm of --cluster)`
  ),
  dockerConfig: input(optional(text('folder')), 'docker client configuration for that engine')
}
export const targetInputs = {
  cluster: but(cluster, {
    about: 'name of a cluster that `swarm-up` made',
    more: 'Give this or `docker-host`.',
    formerly: []
  }),
  dockerHost: input(
    anyAddress,
    'DOCKER_HOST of a manager: `ssh://user@host`, `tcp://host` behind TLS, or `unix://…`'
  ),
  hostKey,
  sshKey: input(secret, 'private key for ssh://, without a passphrase', {
    more: "By default the runner's own keys and agent. It is masked, and kept in a file that is deleted after the job."
  }),
  tlsCa: input(secret, 'PEM of the authority that signed the certificate of the engine at `tcp://`', {
    more: 'This and the next two are masked, and deleted after the job.'
  }),
  tlsCert: input(secret, 'PEM of the client certificate presented to the engine'),
  tlsKey: input(secret, "PEM of that certificate's key")
}

/** The login at a registry of the user's. A cluster of ours has its own, which needs none of these. */
export const loginInputs = {
  registry: input(
    optional(
      matching('host:port', /^[a-zA-Z0-9.-]+(?::\d+)?$/, "a registry's host name, with or without a port")
    ),
    'host name of the registry whose login the nodes need',
    { more: 'Docker Hub by default.' }
  ),
  username: input(optional(text()), 'user at the registry', {
    more: "A cluster's own registry needs none."
  }),
  password: input(secret, 'password or token at the registry', {
    more: 'It is masked, and kept in a file that is deleted after the job.'
  }),
  registryLogins: input(registryLogins, 'logins at more registries', {
    more: 'A list of `registry`, `username` and `password` in YAML or JSON, as docker/login-action takes it. They are masked, and kept like `password`.'
  })
}

/** How an engine is known. */
export type WayValues = Partial<
  Record<'hostKey' | 'sshKey' | 'tlsCa' | 'tlsCert' | 'tlsKey', string | undefined>
>
export type TargetValues = {
  cluster: string | undefined
  dockerHost: string | undefined
  context?: string | undefined
} & WayValues
export type LoginValues = Record<'registry' | 'username' | 'password', string | undefined> & {
  registryLogins?: readonly RegistryLoginGiven[] | undefined
}

/** One swarm, and no more than one. */
export function twoSwarms(
  { cluster: name, dockerHost: url, context: by }: TargetValues,
  called: Called
): string[] {
  return name && (url || by)
    ? [`${called('cluster')} and ${called(url ? 'dockerHost' : 'context')} name two swarms: give one of them`]
    : []
}

/** Without `docker-host` the environment may name the engine: then only what is given is looked at. */
export function wayFaults(values: TargetValues, called: Called): string[] {
  const { cluster: name, dockerHost: url, hostKey: key, sshKey: identity } = values
  const tls = (['tlsCa', 'tlsCert', 'tlsKey'] as const).map(each => ({
    name: called(each),
    text: values[each]
  }))
  const given = tls.filter(each => each.text).map(each => each.name)
  const missing = tls.filter(each => !each.text).map(each => each.name)
  const overSsh = [...(key ? [called('hostKey')] : []), ...(identity ? [called('sshKey')] : [])]
  const all = [...overSsh, ...given]
  if (name && all.length > 0)
    return [`${all.join(', ')}: only with ${called('dockerHost')}, not for a cluster of ours`]
  const wrong = tls
    .filter(each => each.text && !/-----BEGIN [A-Z0-9 ]+-----/.test(each.text))
    .map(each => `${each.name} is not in the PEM format`)
  return [
    ...(url && !url.startsWith('ssh://') ? overSsh.map(each => `${each} is only for ssh://USER@HOST`) : []),
    ...(given.length > 0 && url && !url.startsWith('tcp://')
      ? [`${given.join(', ')}: only for tcp://HOST`]
      : []),
    ...(given.length > 0 && missing.length > 0
      ? [`${given.join(', ')} also ${given.length === 1 ? 'needs' : 'need'} ${missing.join(' and ')}`]
      : []),
    ...wrong,
    ...(identity ? [privateKeyFault(identity)] : []).flatMap(fault =>
      fault === undefined ? [] : [`${called('sshKey')} ${fault}`]
    )
  ]
}

export function loginFaults(
  { registry, username, password, registryLogins: more = [] }: LoginValues,
  { cluster: name }: TargetValues
): string[] {
  if (name && more.length > 0) return ["a cluster's own registry needs no login: leave registry-logins out"]
  if (!username && !password) return []
  if (name) return ["a cluster's own registry needs no login: leave username and password out"]
  const hasTwo = more.some(each => (isHub(each.registry) ? isHub(registry) : each.registry === registry))
  if (hasTwo) return ['registry-logins has another login for the registry of username and password']
  return username && password
    ? []
    : [username ? 'username also needs password' : 'password also needs username']
}
