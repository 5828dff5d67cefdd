import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { type Command, Option } from 'commander'
import { certDirOf } from '../usecases/cert-dir.rules.ts'
import type { SwarmTarget, WayToEngine } from '../usecases/requests.ts'
import { choice } from './add-command.ts'
import type { Door } from './door.ts'
import { given, type Reading, then } from './reading.rules.ts'
import { clusterName, dockerHost, hostKey } from './values.rules.ts'

/** What the commands take for granted, so that `swarmline up` to `swarmline verify` need no option at all. */
export const DEFAULTS = {
  name: 'swarmline',
  stack: 'workshop',
  composeFile: 'docker-compose.yml',
  images: ['backend=./backend', 'redis=./redis'],
  registry: '10.79.0.5:5000',
  namespace: 'swarmline',
  prefix: 'docker-swarm-workshop-'
} as const

export const ENGINES = ['auto', 'host', 'vm'] as const

export function nameOption(): Option {
  return new Option('--name <name>', "the swarm's name").default(DEFAULTS.name)
}

export function engineOption(): Option {
  return choice(
    '--engine <engine>',
    "this machine's own engine, a VM's, or whichever serves",
    ENGINES,
    'auto'
  )
}

export function dockerHostOption(purpose: string): Option {
  return new Option('--docker-host <url>', `${purpose}: unix://…, ssh://… or tcp://…`)
}

/** The options that say how a remote engine is known: by its host key behind ssh, by certificates behind TLS. */
export function addWay(command: Command): Command {
  return command
    .option('--host-key <line>', 'the one host key to believe of ssh://…: a line of known_hosts')
    .option('--tls-dir <folder>', 'ca.pem, cert.pem and key.pem for tcp://… (default: as docker has it)')
}

export type WayOptions = { hostKey?: string; tlsDir?: string }
export type TargetOptions = WayOptions & { name: string; dockerHost?: string; dockerConfig?: string }

/** A swarm's name, as the operand or as `--name`. */
export function nameOf(option: string, operand: string | undefined): Reading<string> {
  if (operand !== undefined && option !== DEFAULTS.name && operand !== option)
    return { fault: `the swarm is named twice: ${operand}, and ${option} by --name` }
  return clusterName(operand ?? option)
}

/** Trixie is what stand-ins and VMs were proved with. */
export function suiteOption(): Option {
  return new Option('--suite <name>', 'Debian suite of the VM and of the images made here').default('trixie')
}

/** The options that say which swarm a command is about. */
export function addTarget(command: Command): Command {
  command
    .addOption(nameOption())
    .addOption(dockerHostOption('engine of a swarm that exists, instead of one of ours'))
  return addWay(command).option('--docker-config <folder>', 'docker client configuration for that engine')
}

/** A swarm of ours by its name, unless `--docker-host` points at another. */
export function targetOf(options: TargetOptions, door: Pick<Door, 'cwd' | 'env'>): Reading<SwarmTarget> {
  const { name, dockerHost: url, dockerConfig } = options
  return then(wayOf(options, url, door), (way): Reading<SwarmTarget> => {
    if (url === undefined) return then(clusterName(name), own => given({ kind: 'cluster', name: own }))
    return then(dockerHost(url), host =>
      given({ kind: 'existing', dockerHost: host, dockerConfigDir: dockerConfig, ...way })
    )
  })
}

/**
 * How the engine at `url` is known. The folder of certificates is that of docker's own client, but that
 * DOCKER_CERT_PATH counts without DOCKER_TLS_VERIFY as well: an engine without TLS is never used.
 */
export function wayOf(
  { hostKey: line, tlsDir }: WayOptions,
  url: string | undefined,
  { cwd, env }: Pick<Door, 'cwd' | 'env'>
): Reading<WayToEngine> {
  const [isSsh, isTcp] = [url?.startsWith('ssh://'), url?.startsWith('tcp://')]
  if (line !== undefined && !isSsh) return { fault: '--host-key is for an engine at ssh://USER@HOST' }
  if (tlsDir !== undefined && !isTcp) return { fault: '--tls-dir is for an engine at tcp://HOST' }
  const folder = isTcp ? tlsDir || certDirOf(env, homedir()) : undefined
  return then(line === undefined ? given(undefined) : hostKey(line), key =>
    given({ hostKey: key, certDir: folder ? resolve(cwd, folder) : undefined })
  )
}

/**
 * The engine that DOCKER_HOST or `--docker-host` names. A DOCKER_HOST that `swarmline env` set leads to a node of
 * ours, in which no new swarm belongs: it is passed over.
 */
export function outerDockerHost(
  option: string | undefined,
  { env, home }: Pick<Door, 'env' | 'home'>
): Reading<string | undefined> {
  if (option !== undefined) return dockerHost(option)
  const inherited = env.DOCKER_HOST || undefined
  // What is wrong with it is said by whoever opens it: a VM, for one, does not care.
  return given(inherited?.startsWith(`unix://${home.stateDir}/`) ? undefined : inherited)
}
