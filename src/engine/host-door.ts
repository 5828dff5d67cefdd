import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { Exec } from '../effects/effects.ts'
import { SwarmlineError } from '../errors.ts'
import type { Endpoint, EngineEffects, TunnelState } from './engine-state.ts'
import { createForwards } from './forwards.ts'
import * as ssh from './ssh.ts'
import { parseHostKey, parseSshHost } from './ssh-target.rules.ts'
import { checkTls, openTlsForwarder, type TlsTarget } from './tls-forwarder.ts'

/** The way to an engine's machine: its socket as a path here, its other sockets and addresses, its programs. */
export type Door = {
  socketPath: string
  tunnel: TunnelState | undefined
  /** Which machine `exec` runs programs on: this one, the engine's, or none. */
  reach: 'here' | 'there' | 'api'
  /** `on this machine`, `on build.example.org`. */
  where: string
  openSocket(remotePath: string, name: string): Promise<string>
  openPort(address: string, port: number): Promise<Endpoint>
  /** Runs a program on the engine's machine. */
  exec: Exec
  /** The group that owns the engine's socket there; `undefined` when it cannot be seen. */
  socketGid(): Promise<number | undefined>
  /** Makes a connection that broke anew, with all that went through it; nothing where there is none to break. */
  revive(): Promise<void>
  close(): Promise<void>
}

export const DEFAULT_DOCKER_HOST = 'unix:///var/run/docker.sock'

/** The engine's machine is this one: everything is where it says it is. */
export function localDoor(socketPath: string, fx: EngineEffects): Door {
  return {
    socketPath,
    tunnel: undefined,
    reach: 'here',
    where: 'on this machine',
    openSocket: async remotePath => remotePath,
    openPort: async (host, port) => ({ host, port }),
    exec: fx.exec,
    socketGid: async () => (await stat(socketPath).catch(() => undefined))?.gid,
    revive: async () => undefined,
    close: async () => undefined
  }
}

/** An engine behind TLS: its API answers here, and nothing else of its machine does. */
export async function openTlsDoor(target: TlsTarget, runDir: string): Promise<Door> {
  await checkTls(target)
  const socketPath = path.join(runDir, 'docker.sock')
  const forwarder = await openTlsForwarder(target, socketPath)
  const outOfReach = (what: string) =>
    new SwarmlineError('input', `${what} on ${target.host} cannot be reached over TLS`, {
      hint: 'use ssh://user@host'
    })
  return {
    socketPath,
    tunnel: undefined,
    reach: 'api',
    where: `on ${target.host}`,
    openSocket: async remotePath => {
      throw outOfReach(`the socket ${remotePath}`)
    },
    openPort: async (host, port) => ({ host, port }),
    exec: async file => {
      throw new SwarmlineError('missing-tool', `${file} cannot be run on ${target.host} over TLS`)
    },
    socketGid: async () => undefined,
    revive: async () => undefined,
    close: () => forwarder.close()
  }
}

/**
 * Opens the connection to another machine and its engine's socket.
 *
 * @param hostKey the one host key to believe; without it the user's known hosts decide
 * @param identityPath the file of the private key; without it the user's own keys and agent
 * @param patienceMs how long a machine that refuses or does not answer is tried again; default as `openTunnel`
 */
export async function openRemoteDoor(
  dockerHost: string,
  options: {
    runDir: string
    hostKey?: string | undefined
    identityPath?: string | undefined
    patienceMs?: number
  },
  fx: EngineEffects
): Promise<Door> {
  const { runDir, hostKey, identityPath, patienceMs } = options
  const opening = { folder: runDir, name: 'engine', ...(patienceMs === undefined ? {} : { patienceMs }) }
  const { target: address, remoteSocket } = parseSshHost(dockerHost)
  const target = {
    ...address,
    ...(hostKey === undefined ? {} : { hostKey: parseHostKey(hostKey) }),
    ...(identityPath === undefined ? {} : { identityPath })
  }
  const tunnel = await ssh.openTunnel(target, opening, fx)
  const socketPath = path.join(runDir, 'docker.sock')
  try {
    await ssh.forwardSocket(tunnel, socketPath, remoteSocket, fx)
  } catch (error) {
    await ssh.closeTunnel(tunnel, fx)
    throw error
  }
  const forwards = createForwards(tunnel, runDir, fx)
  return {
    ...remoteDoor(tunnel, socketPath, runDir, fx, forwards),
    socketGid: async () => {
      const said = await ssh.run(tunnel, ['stat', '-L', '-c', '%g', remoteSocket], fx, { isChecked: false })
      return /^\d+$/.test(said.stdout.trim()) ? Number(said.stdout) : undefined
    },
    revive: async () => {
      if (await ssh.isTunnelAlive(tunnel, fx)) return
      await ssh.openTunnel(target, opening, fx)
      await ssh.forwardSocket(tunnel, socketPath, remoteSocket, fx)
      await forwards.again()
    }
  }
}

/** A connection that an earlier command opened. */
export function remoteDoor(
  tunnel: TunnelState,
  socketPath: string,
  runDir: string,
  fx: EngineEffects,
  forwards = createForwards(tunnel, runDir, fx)
): Door {
  return {
    socketPath,
    tunnel,
    reach: 'there',
    where: `on ${tunnel.host}`,
    openSocket: (remotePath, name) => forwards.openSocket(remotePath, name),
    openPort: (address, port) => forwards.openPort(address, port),
    exec: (file, args, options) => ssh.run(tunnel, [file, ...args], fx, options),
    socketGid: async () => undefined,
    revive: async () => undefined,
    close: () => ssh.closeTunnel(tunnel, fx)
  }
}
