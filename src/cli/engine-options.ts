// Which engine, and which swarm, a command line is about: one rule for every command.
import { resolve } from 'node:path'
import { explain, SwarmlineError } from '../errors.ts'
import type { Reading, Values } from '../inputs/input.ts'
import { optional } from '../inputs/kinds.ts'
import { type engineOptions, isAddress, stackName, type targetOptions, twoSwarms } from '../inputs/target.ts'
import { type NamedEngine, namedEngine, standsForSwarm } from '../usecases/named-engine.ts'
import type { SwarmTarget, WayToEngine } from '../usecases/requests.ts'
import type { Door } from './door.ts'
import { DEFAULTS } from './options.ts'

type Engine = Values<typeof engineOptions>
type Target = Values<typeof targetOptions>
type At = Pick<Door, 'cwd' | 'env' | 'home'>

/** How help calls the operand of `stackOperand`. */
export const STACK_OPERAND = `the stack's name (default, on a swarm that swarmline made: ${DEFAULTS.stack})`

/** Reads the operand; see `stackOf`. */
export const stackOperand = (operand: string | undefined): Reading<string | undefined> =>
  optional(stackName).read(operand === undefined ? [] : [operand], 'the stack')

/** The stack that was named, or the default: that stands for nothing on a swarm that is not ours. */
export const stackOf = ({ stack }: { stack: string | undefined }): string => stack ?? DEFAULTS.stack

/** What is wrong with the options that say which engine a command is about. */
export const engineFaults = (values: Engine, door: At): string[] => faultsIn(engineOf(values, door))

/** The engine in which a new swarm is made, or that is looked at. A node of ours is none: no swarm belongs in there. */
export function engineFields(values: Engine, door: At): WayToEngine & { dockerHost: string | undefined } {
  const engine = held(engineOf(values, door))
  const isNode = engine?.nodeOf !== undefined
  const { host: dockerHost, hostKey, certDir } = (isNode ? undefined : engine) ?? {}
  return { dockerHost, hostKey, certDir }
}

/** What is wrong with the options that say which swarm a command is about, and with a stack that was not named. */
export function targetFaults(values: Target & { stack?: string | undefined }, door: At): string[] {
  const target = readTarget(values, door)
  const isUnnamed = 'stack' in values && values.stack === undefined
  return 'value' in target && target.value.kind === 'existing' && isUnnamed
    ? ['name the stack: only a swarm that swarmline made has a default one']
    : faultsIn(target)
}

/** Of values without `targetFaults`. */
export const targetOf = (values: Target, door: At): SwarmTarget => held(readTarget(values, door))

/**
 * A swarm of ours by its name; else that of the engine which is named, unless `swarmline up` made one of ours while the
 * environment named this very engine; else the one of ours that has the default name.
 */
function readTarget(values: Target, door: At): Reading<SwarmTarget> {
  const { cluster, dockerHost, context, dockerConfig } = values
  const [fault] = twoSwarms(values, key => (key === 'dockerHost' ? '--docker-host' : `--${key}`))
  if (fault) return { fault }
  const ours = (name: string): Reading<SwarmTarget> => ({ value: { kind: 'cluster', name } })
  if (cluster !== undefined) {
    const way = wayOf(values, undefined, door)
    return 'fault' in way ? way : ours(cluster)
  }
  const read = engineOf(values, door)
  if ('fault' in read) return read
  const engine = read.value
  if (engine?.nodeOf !== undefined) return ours(engine.nodeOf)
  const isOption = dockerHost !== undefined || context !== undefined
  if (engine === undefined || (!isOption && standsForSwarm(engine.host, DEFAULTS.name, door.home)))
    return ours(DEFAULTS.name)
  const { by, host, hostKey, certDir } = engine
  const dockerConfigDir = dockerConfig === undefined ? undefined : resolve(door.cwd, dockerConfig)
  const existing = { kind: 'existing' as const, dockerHost: host, dockerConfigDir, hostKey, certDir }
  return { value: { ...existing, ...(isOption ? {} : { namedBy: by }) } }
}

function engineOf(
  values: Engine & { dockerConfig?: string | undefined },
  door: At
): Reading<(NamedEngine & WayToEngine) | undefined> {
  const { dockerHost, context, dockerConfig } = values
  if (dockerHost !== undefined && context !== undefined)
    return { fault: '--docker-host and --context name two engines: give one of them' }
  const configDir = dockerConfig ? resolve(door.cwd, dockerConfig) : door.home.dockerConfigDir
  let engine: NamedEngine | undefined
  try {
    engine = namedEngine({ dockerHost, context }, door.env, configDir, door.home)
  } catch (error) {
    return { fault: explain(error) }
  }
  // What is wrong with DOCKER_HOST is said by whoever opens it: a VM, for one, does not care.
  if (engine && engine.by !== 'DOCKER_HOST' && !isAddress(engine.host))
    return { fault: `${engine.by} leads to ${engine.host}: only unix://, ssh:// and tcp:// are supported` }
  const way = wayOf(values, engine, door)
  return 'fault' in way ? way : { value: engine && { ...engine, ...way.value } }
}

/**
 * How the engine is known. DOCKER_CERT_PATH counts without DOCKER_TLS_VERIFY as well: an engine without TLS is never
 * used.
 */
function wayOf(
  { hostKey, tlsDir }: Engine,
  engine: NamedEngine | undefined,
  { cwd }: Pick<Door, 'cwd'>
): Reading<WayToEngine> {
  const isTcp = engine?.host.startsWith('tcp://')
  if (hostKey !== undefined && !engine?.host.startsWith('ssh://'))
    return { fault: '--host-key is only for ssh://USER@HOST' }
  if (tlsDir !== undefined && !isTcp) return { fault: '--tls-dir is only for tcp://HOST' }
  const folder = isTcp ? tlsDir || engine?.certDir : undefined
  return { value: { hostKey, certDir: folder ? resolve(cwd, folder) : undefined } }
}

const faultsIn = (reading: Reading<unknown>): string[] => ('fault' in reading ? [reading.fault] : [])

function held<T>(reading: Reading<T>): T {
  if ('fault' in reading) throw new SwarmlineError('internal', reading.fault)
  return reading.value
}
