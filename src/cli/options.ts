import { type Command, Option } from 'commander'
import type { SwarmTarget } from '../usecases/requests.ts'
import { choice } from './add-command.ts'
import type { Door } from './door.ts'
import { given, type Reading, then } from './reading.rules.ts'
import { clusterName, dockerHost } from './values.rules.ts'

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
  return new Option('--docker-host <url>', `${purpose}: unix://… or ssh://…`)
}

export type TargetOptions = { name: string; dockerHost?: string; dockerConfig?: string }

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
  return command
    .addOption(nameOption())
    .addOption(dockerHostOption('engine of a swarm that exists, instead of one of ours'))
    .option('--docker-config <folder>', 'docker client configuration for that engine')
}

/** A swarm of ours by its name, unless `--docker-host` points at another. */
export function targetOf(options: TargetOptions): Reading<SwarmTarget> {
  if (options.dockerHost === undefined)
    return then(clusterName(options.name), name => given({ kind: 'cluster', name }))
  return then(dockerHost(options.dockerHost), host =>
    given({ kind: 'existing', dockerHost: host, dockerConfigDir: options.dockerConfig })
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
