import { connectEngine } from '../docker/client.ts'
import { SwarmlineError } from '../errors.ts'
import { openConnectionFolder } from './connection-folder.ts'
import type { Engine, EngineEffects, EngineState, HostFacts } from './engine-state.ts'
import { glance } from './glance.ts'
import {
  DEFAULT_DOCKER_HOST,
  type Door,
  localDoor,
  openRemoteDoor,
  openTlsDoor,
  remoteDoor
} from './host-door.ts'
import { checkEngine, learn } from './host-facts.ts'
import { VM_BRIDGE } from './kernel.ts'
import { parseTcpHost } from './tcp-target.rules.ts'

export type HostEngine = Engine & { readonly state: Extract<EngineState, { kind: 'host' }> }

export type HostOptions = {
  /** DOCKER_HOST as the user gave it; `undefined`: the machine's own socket. */
  dockerHost: string | undefined
  /** Folder for sockets and the ssh connection; short, because a socket's path must fit 103 bytes. */
  runDir: string
  /** Reference of a docker-in-docker image: what nodes are made from, unless the machine is a VM of ours. */
  nodeImage: string
  /** The one host key to believe of a machine behind ssh: a line of known_hosts. */
  hostKey?: string | undefined
  /** A folder with ca.pem, cert.pem and key.pem, for tcp://. */
  certDir?: string | undefined
}

/**
 * Opens an engine that exists: this machine's, or one behind ssh or TLS.
 * @throws `no-engine` when it cannot be reached or is too old; `input` for an address that is not safe to use.
 */
export async function openHostEngine(options: HostOptions, fx: EngineEffects): Promise<HostEngine> {
  const dockerHost = options.dockerHost || DEFAULT_DOCKER_HOST
  const door = await openDoor(dockerHost, options, fx)
  const client = connectEngine(door.socketPath)
  try {
    const { version } = await checkEngine(client, dockerHost)
    const [{ machine, privileges }, socketGid] = await Promise.all([
      learn(client, door, fx),
      door.socketGid()
    ])
    const facts: HostFacts = {
      title: `Docker Engine ${version} ${door.where}`,
      version,
      hasMesh: machine.hasIpvs && machine.hasVxlan,
      nodeSource: machine.isOurVm ? { kind: 'usr' } : { kind: 'image', reference: options.nodeImage },
      privileges,
      bridge: machine.isOurVm ? VM_BRIDGE : undefined,
      ...(socketGid ? { socketGid } : {})
    }
    return engineOf({ ...options, dockerHost }, door, facts)
  } catch (error) {
    await door.close()
    throw error
  } finally {
    client.close()
  }
}

/**
 * The engine that an earlier command opened, at the price of one ping; a connection that broke is made again.
 * @throws `no-engine` when it does not answer any more.
 */
export async function reattachHostEngine(
  state: HostEngine['state'],
  options: { runDir: string },
  fx: EngineEffects
): Promise<HostEngine> {
  const door = await reopenDoor(state, options.runDir, fx)
  const client = connectEngine(door.socketPath)
  try {
    await checkEngine(client, state.dockerHost)
    return engineOf(state, door, state.facts)
  } catch (error) {
    // A connection in the background is the next command's, too; a forwarder lives and ends with this process.
    if (state.certDir !== undefined) await door.close()
    throw error
  } finally {
    client.close()
  }
}

async function reopenDoor(state: HostEngine['state'], runDir: string, fx: EngineEffects): Promise<Door> {
  const { dockerHost, hostKey, certDir, tunnel, socketPath } = state
  if (certDir !== undefined) return openDoor(dockerHost, { runDir, certDir }, fx)
  if (!tunnel) return localDoor(socketPath, fx)
  const again = await openRemoteDoor(dockerHost, { runDir, hostKey }, fx)
  return remoteDoor(again.tunnel ?? tunnel, socketPath, runDir, fx)
}

/** An engine that is not ours, as long as it is only worked with: nothing of ours is made on it. */
export type VisitedEngine = Pick<
  Engine,
  'title' | 'version' | 'socketPath' | 'hasMesh' | 'revive' | 'close'
> & {
  kernel: string
}

/**
 * Opens an engine that exists, and changes nothing there.
 * @throws as `openHostEngine`
 */
export async function visitEngine(
  options: Omit<HostOptions, 'nodeImage'> & { identityPath?: string | undefined; patienceMs?: number },
  fx: EngineEffects
): Promise<VisitedEngine> {
  const dockerHost = options.dockerHost || DEFAULT_DOCKER_HOST
  const door = await openDoor(dockerHost, options, fx)
  const client = connectEngine(door.socketPath)
  try {
    const { version, kernel } = await checkEngine(client, dockerHost)
    // Where nothing can be seen the mesh is what it is nearly everywhere: there.
    const hasMesh = (await glance(door, kernel)) ?? true
    const { socketPath, revive, close } = door
    return {
      title: `Docker Engine ${version} ${door.where}`,
      version,
      kernel,
      hasMesh,
      socketPath,
      revive,
      close
    }
  } catch (error) {
    await door.close()
    throw error
  } finally {
    client.close()
  }
}

/** What `doctor` says of an engine, which it leaves as it is. */
export type HostDescription =
  | {
      isReachable: true
      dockerHost: string
      title: string
      version: string
      kernel: string
      hasMesh: boolean
    }
  | { isReachable: false; dockerHost: string; reason: string; hint: string | undefined }

export async function describeHost(
  options: Omit<HostOptions, 'nodeImage' | 'runDir'>,
  fx: EngineEffects
): Promise<HostDescription> {
  const dockerHost = options.dockerHost || DEFAULT_DOCKER_HOST
  const way = await openConnectionFolder(fx)
  try {
    // Only to be told: how it is now.
    const engine = await visitEngine({ ...options, runDir: way.folder, patienceMs: 0 }, fx)
    const { title, version, kernel, hasMesh } = engine
    await engine.close()
    return { isReachable: true, dockerHost, title, version, kernel, hasMesh }
  } catch (error) {
    if (!(error instanceof SwarmlineError) || error.code === 'cancelled') throw error
    return { isReachable: false, dockerHost, reason: error.message, hint: error.hint }
  } finally {
    await way.remove()
  }
}

async function openDoor(
  dockerHost: string,
  options: Pick<HostOptions, 'runDir' | 'hostKey' | 'certDir'> & {
    identityPath?: string | undefined
    patienceMs?: number
  },
  fx: EngineEffects
): Promise<Door> {
  const scheme = /^([a-z]+):\/\//.exec(dockerHost)?.[1]
  if (scheme === 'unix') return localDoor(dockerHost.slice('unix://'.length), fx)
  if (scheme === 'ssh') return openRemoteDoor(dockerHost, options, fx)
  if (scheme === 'tcp') return openTlsDoor(parseTcpHost(dockerHost, options.certDir), options.runDir)
  const hint = 'use unix:///path, ssh://user@host, or tcp://host with TLS'
  throw new SwarmlineError('input', `${dockerHost} is not an address of an engine`, { hint })
}

function engineOf(
  { dockerHost, hostKey, certDir }: Pick<HostOptions, 'hostKey' | 'certDir'> & { dockerHost: string },
  door: Door,
  facts: HostFacts
): HostEngine {
  const { socketPath, tunnel, openSocket, openPort, revive, close } = door
  return {
    kind: 'host',
    ...facts,
    socketPath,
    openSocket,
    openPort,
    revive,
    close,
    state: {
      kind: 'host',
      dockerHost,
      ...(tunnel && hostKey !== undefined ? { hostKey } : {}),
      ...(dockerHost.startsWith('tcp://') && certDir !== undefined ? { certDir } : {}),
      socketPath,
      tunnel,
      facts,
      isOwned: false
    }
  }
}
